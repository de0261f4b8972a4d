/** Codes qu'un jury peut enregistrer (règlement 5.9), écrits comme sur les documents officiels. */
export const CODES_UE = ["ADM", "CMP", "ADJ", "ADJR", "ADSUP", "AJ", "ATJ", "RAT", "DEF", "DEM", "ABAN"] as const;
export const CODES_RCUE = ["ADM", "CMP", "ADJ", "ADSUP", "AJ", "ATJ", "RAT", "DEF", "ABAN"] as const;
export const CODES_ANNEE = [
  "ADM",
  "ADJ",
  "ADSUP",
  "PASD",
  "PAS1NCI",
  "RED",
  "NAR",
  "RAT",
  "ATJ",
  "DEF",
  "DEM",
  "ABAN",
  "ABL",
  "EXCLU",
] as const;
export const CODES_DIPLOME = ["ADM", "AJ", "ATJ"] as const;

export type CodeUe = (typeof CODES_UE)[number];
export type CodeRcue = (typeof CODES_RCUE)[number];
export type CodeAnnee = (typeof CODES_ANNEE)[number];
export type CodeDiplome = (typeof CODES_DIPLOME)[number];

/** Sur quoi porte une décision, et l'identifiant de l'objet : id d'UE ; id de niveau ; "1", "2" ou "3" ; "DUT" ou "BUT". */
export type Portee = "ue" | "rcue" | "annee" | "diplome";

/** Une décision de jury enregistrée : un instantané, jamais recalculé (règlement 5.10). */
export interface DecisionEnregistree {
  readonly id: string;
  readonly portee: Portee;
  readonly objetId: string;
  /** Le semestre dont le jury a siégé. */
  readonly semestreId: string;
  readonly code: string;
  readonly proposition: string | null;
  readonly motif: string | null;
  /** Moyenne vue par le jury, arrondie, en centièmes ; null si aucune. */
  readonly moyenneVue: number | null;
  readonly auteur: string;
  /** ISO 8601 UTC */
  readonly date: string;
  /** 1, 2, 3… pour un même objet d'un même étudiant ; la plus grande fait foi. */
  readonly rang: number;
}

/** Codes qui acquièrent une UE et ses ECTS (règlement 5.8). */
const UE_ACQUISE: ReadonlySet<string> = new Set<CodeUe>(["ADM", "CMP", "ADJ", "ADJR", "ADSUP"]);
const RCUE_ACQUIS: ReadonlySet<string> = new Set<CodeRcue>(["ADM", "CMP", "ADJ", "ADSUP"]);
const ANNEE_PASSANTE: ReadonlySet<string> = new Set<CodeAnnee>(["ADM", "ADJ", "ADSUP", "PASD", "PAS1NCI"]);

export const isUeAcquise = (code: string | null): boolean => code !== null && UE_ACQUISE.has(code);
export const isRcueAcquis = (code: string | null): boolean => code !== null && RCUE_ACQUIS.has(code);
/** L'année ouvre le semestre impair suivant (règlement 5.6). */
export const isAnneePassante = (code: string | null): boolean => code !== null && ANNEE_PASSANTE.has(code);
