import type { Portee } from "../../lib/but/modele/decision";
import type { Classes } from "./classes";
import type { Comptes } from "./comptes";
import type { Kit } from "./kit";
import { colonnes, parmi } from "./types";

/** Ce que le jury décide et signe. */
export function defineJury(kit: Kit, autres: Classes & Comptes) {
  const { table, text, integer, check, index, unique } = kit;
  const { id, instant } = colonnes(kit);
  const { etudiant, semestre, utilisateur } = autres;

  /** Décisions de jury : ajout seul, la plus grande `rang` d'un objet fait foi (règlement 5.10). */
  const decision = table(
    "decision",
    {
      id: id(),
      etudiantId: text()
        .notNull()
        .references(() => etudiant.id),
      /** Le semestre dont le jury a siégé. */
      semestreId: text()
        .notNull()
        .references(() => semestre.id),
      portee: text().$type<Portee>().notNull(),
      /** id d'UE, id de niveau, « 1 » à « 3 », « DUT » ou « BUT ». */
      objetId: text().notNull(),
      rang: integer().notNull(),
      code: text().notNull(),
      proposition: text(),
      motif: text(),
      moyenneVue: integer(),
      /** Résultats vus par le jury, JSON canonique. */
      instantane: text().notNull(),
      reglementVersion: text().notNull(),
      auteurId: text()
        .notNull()
        .references(() => utilisateur.id),
      creeLe: instant(),
    },
    (t) => [
      unique("decision_rang_unique").on(t.etudiantId, t.portee, t.objetId, t.rang),
      index("decision_semestre").on(t.semestreId),
      check("decision_portee", parmi(t.portee, ["ue", "rcue", "annee", "diplome"])),
    ],
  );

  /** Procès-verbal : l'instantané d'une délibération, une version numérotée par délibération. */
  const pv = table(
    "pv",
    {
      id: id(),
      semestreId: text()
        .notNull()
        .references(() => semestre.id),
      numero: integer().notNull(),
      /** JSON canonique des entrées et des résultats. */
      instantane: text().notNull(),
      sha256: text().notNull(),
      reglementVersion: text().notNull(),
      president: text().notNull(),
      membres: text().notNull(),
      auteurId: text()
        .notNull()
        .references(() => utilisateur.id),
      creeLe: instant(),
    },
    (t) => [unique("pv_numero_unique").on(t.semestreId, t.numero)],
  );

  /** Ce que le jury note d'un étudiant pour s'en souvenir : ajout seul, jamais montré à l'étudiant, jamais au PV. */
  const commentaireJury = table(
    "commentaire_jury",
    {
      id: id(),
      semestreId: text()
        .notNull()
        .references(() => semestre.id),
      etudiantId: text()
        .notNull()
        .references(() => etudiant.id),
      texte: text().notNull(),
      auteurId: text()
        .notNull()
        .references(() => utilisateur.id),
      creeLe: instant(),
    },
    (t) => [index("commentaire_jury_etudiant").on(t.etudiantId, t.semestreId)],
  );

  return { decision, pv, commentaireJury };
}
