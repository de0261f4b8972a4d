import { sql } from "drizzle-orm";
import type { Centiemes } from "../../lib/but/nombres/centiemes";
import type { Kit } from "./kit";
import type { Programme } from "./programme";
import type { EtatInscription, EtatSemestre, Regime } from "./types";
import { colonnes, parmi } from "./types";

/** Les classes et qui les suit : promotions, semestres, étudiants, inscriptions, groupes, dispenses, bonus. */
export function defineClasses(kit: Kit, autres: Programme) {
  const { table, text, integer, boolean, check, index, unique } = kit;
  const { id } = colonnes(kit);
  const { maquette, maquetteSemestre, reglement, ue } = autres;

  const promotion = table(
    "promotion",
    {
      id: id(),
      maquetteId: text()
        .notNull()
        .references(() => maquette.id),
      titre: text().notNull(),
      anneeEntree: integer().notNull(),
    },
    (t) => [unique("promotion_titre_unique").on(t.maquetteId, t.titre)],
  );

  /** Une classe : une promotion dans un semestre d'une année universitaire. */
  const semestre = table(
    "semestre",
    {
      id: id(),
      promotionId: text()
        .notNull()
        .references(() => promotion.id),
      numero: integer().notNull(),
      /** « 2026-2027 » */
      anneeUniversitaire: text().notNull(),
      regime: text().$type<Regime>().notNull(),
      reglementId: text()
        .notNull()
        .references(() => reglement.id),
      etat: text().$type<EtatSemestre>().notNull(),
      /** Dernière publication : les étudiants voient les décisions prises jusque-là, et rien des suivantes. */
      publieLe: text(),
      /** Publication fixée d'avance : atteinte, elle vaut `publieLe` pour ce qui la précède. */
      publicationPrevueLe: text(),
      version: integer().notNull().default(1),
    },
    (t) => [
      unique("semestre_unique").on(t.promotionId, t.numero, t.anneeUniversitaire, t.regime),
      check("semestre_numero", sql`${t.numero} between 1 and 6`),
      check("semestre_etat", parmi(t.etat, ["preparation", "ouvert", "jury", "delibere", "publie", "rouvert"])),
      check("semestre_publie", sql`${t.etat} <> 'publie' or ${t.publieLe} is not null`),
      check("semestre_regime", parmi(t.regime, ["commun", "initiale", "alternance"])),
    ],
  );

  const etudiant = table("etudiant", {
    id: id(),
    numero: text().notNull().unique(),
    nom: text().notNull(),
    prenom: text().notNull(),
    forceMajeure: boolean().notNull().default(false),
  });

  const inscription = table(
    "inscription",
    {
      id: id(),
      etudiantId: text()
        .notNull()
        .references(() => etudiant.id),
      semestreId: text()
        .notNull()
        .references(() => semestre.id),
      /** Le semestre du programme suivi, donc le parcours ; null tant qu'il n'est pas choisi. */
      maquetteSemestreId: text().references(() => maquetteSemestre.id),
      etat: text().$type<EtatInscription>().notNull(),
    },
    (t) => [
      unique("inscription_unique").on(t.etudiantId, t.semestreId),
      index("inscription_semestre").on(t.semestreId),
      check("inscription_etat", parmi(t.etat, ["I", "DEM", "DEF"])),
    ],
  );

  const groupe = table(
    "groupe",
    {
      id: id(),
      semestreId: text()
        .notNull()
        .references(() => semestre.id),
      nom: text().notNull(),
    },
    (t) => [unique("groupe_nom_unique").on(t.semestreId, t.nom)],
  );

  const inscriptionGroupe = table(
    "inscription_groupe",
    {
      id: id(),
      inscriptionId: text()
        .notNull()
        .references(() => inscription.id),
      groupeId: text()
        .notNull()
        .references(() => groupe.id),
    },
    (t) => [
      unique("inscription_groupe_unique").on(t.inscriptionId, t.groupeId),
      index("inscription_groupe_groupe").on(t.groupeId),
    ],
  );

  const dispense = table(
    "dispense",
    {
      id: id(),
      inscriptionId: text()
        .notNull()
        .references(() => inscription.id),
      ueId: text()
        .notNull()
        .references(() => ue.id),
      motif: text().notNull(),
    },
    (t) => [unique("dispense_unique").on(t.inscriptionId, t.ueId)],
  );

  const bonus = table(
    "bonus",
    {
      id: id(),
      inscriptionId: text()
        .notNull()
        .references(() => inscription.id),
      activite: text().notNull(),
      /** Centièmes de pour cent : 0, ou 25 à 500 par pas de 25. */
      pourcent: integer().$type<Centiemes>().notNull(),
      version: integer().notNull().default(1),
    },
    (t) => [
      unique("bonus_activite_unique").on(t.inscriptionId, t.activite),
      check("bonus_pourcent", sql`${t.pourcent} between 0 and 500 and ${t.pourcent} % 25 = 0`),
    ],
  );

  return { promotion, semestre, etudiant, inscription, groupe, inscriptionGroupe, dispense, bonus };
}

export type Classes = ReturnType<typeof defineClasses>;
