/**
 * Une note, un coefficient, un barème, un poids ou un pourcentage est un entier de centièmes du début à la fin
 * (12,5 s'écrit 1250) : règlement 4. Le type marqué empêche de mêler des centièmes et des points.
 */
declare const marque: unique symbol;
export type Centiemes = number & { readonly [marque]: "centiemes" };

/** ABS : absence non justifiée, compte 0. EXC : excusée, sort avec son coefficient. ATT : attendue, comme EXC mais provisoire. */
export type CodeNote = "ABS" | "EXC" | "ATT";

/** Règlement 2.1 : un nombre de centièmes dans [0, barème], un code, ou rien encore. Cinq choses différentes. */
export type Note = Centiemes | CodeNote | null;

export type TypeEvaluation = "normale" | "rattrapage" | "seconde-session" | "bonus";

/** Une évaluation publiée et ce qu'un étudiant y a obtenu. */
export interface EvaluationNotee {
  readonly id: string;
  readonly titre: string;
  /** AAAA-MM-JJ */
  readonly date: string;
  readonly type: TypeEvaluation;
  readonly coefficient: Centiemes;
  readonly bareme: Centiemes;
  /** Par UE ; une UE absente a le poids 1 (100). */
  readonly poids: Readonly<Record<string, Centiemes>>;
  readonly note: Note;
}
