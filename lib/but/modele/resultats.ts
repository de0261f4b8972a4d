import type { Centiemes } from "../nombres/centiemes";
import type { CodeAnnee, CodeDiplome, CodeRcue, CodeUe, DecisionEnregistree } from "./decision";
import type { Manque } from "./element";

export interface ResultatUe {
  readonly ueId: string;
  readonly semestreId: string;
  readonly numero: number;
  readonly competenceId: string;
  readonly ects: number;
  /** Arrondies au centième ; null = pas de moyenne (qui n'est pas 0). */
  readonly moyenneAvantBonus: Centiemes | null;
  readonly moyenne: Centiemes | null;
  readonly provisoire: boolean;
  readonly manques: readonly Manque[];
  readonly dispensee: boolean;
  /** Une inscription antérieure de la même UE (même compétence, même numéro) l'a déjà acquise : règlement 2.8. */
  readonly capitalisee: { readonly semestreId: string; readonly moyenne: Centiemes | null } | null;
  /** Ce que le règlement donne aujourd'hui ; null si provisoire ou sans moyenne. */
  readonly proposition: CodeUe | null;
  readonly decision: DecisionEnregistree | null;
  /** Code qui vaut : la décision si elle existe, sinon rien n'est acquis officiellement. */
  readonly code: CodeUe | null;
  /** ADM, CMP, ADJ, ADJR, ADSUP (règlement 5.8), d'après la décision. */
  readonly acquise: boolean;
}

export interface ResultatRcue {
  readonly niveauId: string;
  readonly competenceId: string;
  readonly annee: 1 | 2 | 3;
  readonly impair: ResultatUe | null;
  readonly pair: ResultatUe | null;
  readonly moyenne: Centiemes | null;
  readonly provisoire: boolean;
  readonly proposition: CodeRcue | null;
  readonly decision: DecisionEnregistree | null;
  readonly code: CodeRcue | null;
}

export interface ResultatAnnee {
  readonly annee: 1 | 2 | 3;
  readonly anneeUniversitaire: string;
  readonly semestreImpairId: string | null;
  readonly semestrePairId: string | null;
  readonly rcues: readonly ResultatRcue[];
  /** RCUE qui comptent (n du règlement 5.5) : tous, sauf ceux dont les deux UE sont dispensées. */
  readonly competences: number;
  /** Nombre de RCUE acquis d'après les moyennes, et sous le seuil de passage. */
  readonly acquis: number;
  readonly sousLeSeuil: number;
  readonly proposition: CodeAnnee | null;
  readonly decision: DecisionEnregistree | null;
  readonly code: CodeAnnee | null;
  /** Manques de toutes ses UE : une année provisoire n'a pas de proposition. */
  readonly manques: readonly Manque[];
}

/**
 * a-venir : pas commencé ; en-cours ; acquis ; compensation : par compensation des deux UE ; superieur : par le niveau
 * supérieur (ADSUP) ; jury : par décision (ADJ, ADJR) ; a-repasser : échoué et décidé ; demission, defaillance,
 * abandon : interrompu, son dernier semestre a été quitté (règlement 2.7) ou le jury l'a dit.
 */
export type EtatNiveau =
  | "a-venir"
  | "en-cours"
  | "acquis"
  | "compensation"
  | "superieur"
  | "jury"
  | "a-repasser"
  | "demission"
  | "defaillance"
  | "abandon";

export interface ResultatNiveau {
  readonly niveauId: string;
  readonly competenceId: string;
  readonly ordre: number;
  readonly annee: 1 | 2 | 3;
  readonly etat: EtatNiveau;
  /** « d'après les notes » tant que le jury n'a pas décidé. */
  readonly decide: boolean;
  readonly rcue: ResultatRcue | null;
}

/** Une UE acquise parce qu'un niveau supérieur l'est (règlement 5.4). */
export interface AcquisParLeHaut {
  readonly ueId: string;
  readonly semestreId: string;
  readonly niveauId: string;
  readonly parNiveauId: string;
}

export interface ResultatCursus {
  readonly etudiantId: string;
  /** Triés par année universitaire puis numéro. */
  readonly semestres: readonly {
    readonly id: string;
    readonly numero: number;
    readonly anneeUniversitaire: string;
    readonly inscription: "I" | "DEM" | "DEF";
    /** Pourcentage appliqué après cumul et plafond, centièmes de pour cent. */
    readonly bonus: Centiemes;
    readonly ues: readonly ResultatUe[];
  }[];
  readonly annees: readonly ResultatAnnee[];
  readonly niveaux: readonly ResultatNiveau[];
  /** ADSUP que les propositions et décisions d'aujourd'hui entraîneraient sans être encore enregistrés. */
  readonly adsupProposes: readonly AcquisParLeHaut[];
  /** D'après les décisions seules. */
  readonly ectsAcquis: number;
  readonly ectsTotal: number;
  readonly passageS3: { readonly ouvert: boolean; readonly raison: string };
  readonly passageS5: { readonly ouvert: boolean; readonly raison: string };
  /** Propositions : ADM quand les conditions sont réunies par des décisions (règlement 5.8), sinon null. */
  readonly dut: CodeDiplome | null;
  readonly but: CodeDiplome | null;
  readonly decisionDut: DecisionEnregistree | null;
  readonly decisionBut: DecisionEnregistree | null;
  /** Phrases : ce qui manque encore pour le niveau, l'année, le diplôme. */
  readonly manque: readonly string[];
}
