import { type SQL, sql } from "drizzle-orm";
import type { Kit } from "./kit";

/** Régime d'un semestre : « commun » pour S1 et S2, que tous les parcours partagent. */
export type Regime = "commun" | "initiale" | "alternance";
export type EtatSemestre = "preparation" | "ouvert" | "jury" | "delibere" | "publie" | "rouvert";
export type EtatEvaluation = "brouillon" | "saisie" | "publiee";
export type EtatInscription = "I" | "DEM" | "DEF";
export type Role = "etudiant" | "enseignant" | "responsable" | "jury" | "scolarite";
export type SourceNote = "cellule" | "collage" | "import" | "api";
export type EtatDemande = "ouverte" | "acceptee" | "refusee";
/** Règle de tout import : montré, appliqué, puis annulé tant que rien de plus récent ne tient dessus. */
export type EtatLot = "apercu" | "applique" | "annule";
export type TypeDocument = "releve" | "cursus" | "attestation";

export const parmi = (colonne: unknown, valeurs: readonly string[]): SQL =>
  sql`${colonne} in (${sql.raw(valeurs.map((v) => `'${v}'`).join(", "))})`;

/** Les deux colonnes de presque toutes les tables. */
export const colonnes = ({ text }: Kit) => ({ id: () => text().primaryKey(), instant: () => text().notNull() });

/** Ce qu'un code Apogée désigne dans une maquette. */
export type ObjetApogee = "annee" | "semestre" | "ue" | "rcue" | "element";
