import { sql } from "drizzle-orm";
import type { Classes } from "./classes";
import type { Comptes } from "./comptes";
import type { Evaluations } from "./evaluations";
import type { Kit } from "./kit";
import type { EtatDemande, TypeDocument } from "./types";
import { colonnes, parmi } from "./types";

/** Ce qui passe entre l'étudiant et le département : visites, consultations, demandes, documents, courriels. */
export function defineEchanges(kit: Kit, autres: Classes & Comptes & Evaluations) {
  const { table, text, integer, check, index, unique, uniqueIndex } = kit;
  const { id, instant } = colonnes(kit);
  const { etudiant, evaluation, inscription, semestre, utilisateur } = autres;

  /** Depuis quand une note est « nouvelle » pour qui regarde : `depuis` reste fixe pendant une même visite. */
  const visite = table("visite", {
    id: id(),
    utilisateurId: text()
      .notNull()
      .unique()
      .references(() => utilisateur.id),
    /** Fin de la visite précédente ; null à la première. */
    depuis: text(),
    derniereLe: instant(),
  });

  /** Qui a ouvert le dossier de qui, une ligne par personne, par objet et par jour : ajout seul. */
  const consultation = table(
    "consultation",
    {
      id: id(),
      etudiantId: text()
        .notNull()
        .references(() => etudiant.id),
      utilisateurId: text()
        .notNull()
        .references(() => utilisateur.id),
      /** Ce qui a été lu : « parcours », « jury », « dossier »… */
      objet: text().notNull(),
      /** AAAA-MM-JJ */
      jour: text().notNull(),
      creeLe: instant(),
    },
    (t) => [unique("consultation_unique").on(t.etudiantId, t.utilisateurId, t.objet, t.jour)],
  );

  /** Un étudiant demande qu'on relise une de ses notes ; l'enseignant répond. Une seule demande ouverte par note. */
  const demandeCorrection = table(
    "demande_correction",
    {
      id: id(),
      evaluationId: text()
        .notNull()
        .references(() => evaluation.id),
      inscriptionId: text()
        .notNull()
        .references(() => inscription.id),
      texte: text().notNull(),
      etat: text().$type<EtatDemande>().notNull(),
      reponse: text(),
      traiteePar: text().references(() => utilisateur.id),
      traiteeLe: text(),
      version: integer().notNull().default(1),
      creeLe: instant(),
    },
    (t) => [
      index("demande_correction_inscription").on(t.inscriptionId),
      uniqueIndex("demande_correction_ouverte_unique")
        .on(t.evaluationId, t.inscriptionId)
        .where(sql`${t.etat} = 'ouverte'`),
      check("demande_correction_etat", parmi(t.etat, ["ouverte", "acceptee", "refusee"])),
      check("demande_correction_traitee", sql`${t.etat} = 'ouverte' or ${t.traiteeLe} is not null`),
    ],
  );

  /** Un document remis, et le code qui permet à un tiers de le vérifier : ajout seul. */
  const document = table(
    "document",
    {
      id: id(),
      code: text().notNull().unique(),
      type: text().$type<TypeDocument>().notNull(),
      etudiantId: text()
        .notNull()
        .references(() => etudiant.id),
      /** null : tout le cursus. */
      semestreId: text().references(() => semestre.id),
      /** SHA-256 de la forme canonique de ce que le document affirme. */
      sha256: text().notNull(),
      creeLe: instant(),
    },
    (t) => [
      index("document_etudiant").on(t.etudiantId, t.type),
      check("document_type", parmi(t.type, ["releve", "cursus", "attestation"])),
    ],
  );

  /** La file d'envoi : un courriel par compte et par clé, repris tant qu'il n'est pas parti. Aucune note n'y figure. */
  const courriel = table(
    "courriel",
    {
      id: id(),
      utilisateurId: text()
        .notNull()
        .references(() => utilisateur.id),
      /** Ce qui l'a fait naître : le même événement n'en fait jamais deux. */
      cle: text().notNull(),
      creeLe: instant(),
      essais: integer().notNull().default(0),
      prochainEssaiLe: instant(),
      envoyeLe: text(),
      erreur: text(),
    },
    (t) => [
      unique("courriel_unique").on(t.utilisateurId, t.cle),
      index("courriel_a_envoyer").on(t.envoyeLe, t.prochainEssaiLe),
    ],
  );

  return { visite, consultation, demandeCorrection, document, courriel };
}
