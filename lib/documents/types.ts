import type { Dossier, SemestreLu } from "@/db/dossiers";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import type { VueUe } from "@/lib/cursus/vue-ue";

export const TYPES_DOCUMENT = ["releve", "cursus", "attestation"] as const;
export type TypeDocument = (typeof TYPES_DOCUMENT)[number];

export const TITRES_DOCUMENT: Readonly<Record<TypeDocument, string>> = {
  releve: "Relevé de résultats",
  cursus: "Relevé du cursus",
  attestation: "Attestation de niveaux validés",
};

/** Une UE sur un document : sans moyenne si l'étudiant n'a pas suivi le semestre (règlement 2.7). */
export interface UeDocument extends VueUe {
  readonly ectsAcquis: number;
}

/** Une décision publiée sur un niveau, une année ou un diplôme. */
export interface DecisionDocument {
  readonly objetId: string;
  readonly libelle: string;
  /** Ce que le jury a vu, sauf pour une année ou un diplôme : le BUT n'en connaît pas de moyenne. */
  readonly moyenne: Centiemes | null;
  readonly code: string;
  /** Instant ISO 8601 UTC. */
  readonly date: string;
}

export interface NiveauDecide extends DecisionDocument {
  readonly competenceId: string;
}

export interface MoyenneElement {
  readonly id: string;
  readonly titre: string;
  /** Vue de chaque UE qu'il nourrit. */
  readonly moyennes: readonly { readonly ueId: string; readonly moyenne: Centiemes | null }[];
}

export interface SemestreDocument {
  readonly id: string;
  readonly numero: number;
  readonly anneeUniversitaire: string;
  readonly regime: string;
  readonly inscription: "I" | "DEM" | "DEF";
  readonly ues: readonly UeDocument[];
}

export interface ContenuReleve {
  readonly type: "releve";
  readonly semestre: SemestreDocument;
  readonly elements: readonly MoyenneElement[];
  /** Au semestre pair : les niveaux et l'année que son jury a jugés. */
  readonly niveaux: readonly NiveauDecide[];
  readonly annee: DecisionDocument | null;
}

/** Une année du BUT, une fois par année universitaire où elle a été suivie. */
export interface AnneeDocument {
  readonly annee: number;
  readonly anneeUniversitaire: string;
  /** Ceux dont les décisions sont publiées. */
  readonly semestres: readonly SemestreDocument[];
  readonly niveaux: readonly NiveauDecide[];
  readonly decision: DecisionDocument | null;
}

export interface ContenuCursus {
  readonly type: "cursus";
  /** Dans l'ordre du temps ; une année sans décision publiée n'y est pas. */
  readonly annees: readonly AnneeDocument[];
  /** Les semestres que rien ne décide encore, nommés seulement : « S5, 2026-2027 ». */
  readonly enCours: readonly string[];
  readonly diplomes: readonly DecisionDocument[];
  readonly ects: { readonly acquis: number; readonly total: number };
}

/** Un niveau validé, sous ses titres officiels, et la décision qui l'a validé. */
export interface NiveauValide extends DecisionDocument {
  readonly competence: string;
  readonly titreCompetence: string;
  readonly ordre: number;
  readonly titre: string;
  readonly ects: number;
  /** « S4, 2025-2026 » : le jury qui a décidé. */
  readonly jury: string;
}

export interface ContenuAttestation {
  readonly type: "attestation";
  readonly niveaux: readonly NiveauValide[];
}

export type Contenu = ContenuReleve | ContenuCursus | ContenuAttestation;

/** Un document à lire, à imprimer, ou à remettre avec un code. */
export interface DocumentLu {
  readonly etudiant: Dossier["etudiant"];
  readonly entete: { readonly etablissement: string; readonly formation: string; readonly parcours: string | null };
  readonly contenu: Contenu;
  /** null : tout le cursus. */
  readonly semestreId: string | null;
  readonly sha256: string;
  /** Pourquoi il ne peut pas être remis avec un code ; null quand il le peut. */
  readonly empechement: string | null;
  readonly delivre: { readonly code: string; readonly creeLe: string } | null;
  /** Du plus récent au plus ancien, pour en changer. */
  readonly semestres: readonly SemestreLu[];
  /** Le semestre de l'adresse, que les liens vers les autres documents gardent. */
  readonly semestre: SemestreLu;
}
