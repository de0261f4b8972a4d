/** Le programme d'essai du GMP : quatre compétences à trois niveaux, et une cinquième, celle du parcours, à deux. */
import type { ResultatCursus } from "../modele/resultats";
import { niveau, semestre } from "./fabrique";

export const QUATRE = ["spe", "dev", "rea", "exp"] as const;
export const BUT1 = QUATRE.map((id) => niveau(id, 1));
export const PARCOURS = [
  ...QUATRE.flatMap((id) => ([1, 2, 3] as const).map((annee) => niveau(id, annee))),
  niveau("ipi", 2, 1),
  niveau("ipi", 3, 2),
];

export type Moyennes = Readonly<Record<string, number | "ABS" | "EXC" | "ATT" | null>>;
export const quatre = (a: number, b: number, d: number, e: number): Moyennes => ({ spe: a, dev: b, rea: d, exp: e });
export const cinq = (a: number, b: number, d: number, e: number, f: number): Moyennes => ({
  ...quatre(a, b, d, e),
  ipi: f,
});

/** Une année dont chaque RCUE a cette moyenne : la même note dans ses deux UE. */
export const annee = (numero: 1 | 3 | 5, rcues: Moyennes) => [
  semestre(numero, rcues),
  semestre((numero + 1) as 2 | 4 | 6, rcues),
];

/** Les propositions d'un RCUE de la dernière année : UE impaire, UE paire, RCUE, et sa moyenne. */
export const codes = (r: ResultatCursus, competenceId: string) => {
  const rcue = r.annees.at(-1)?.rcues.find((x) => x.competenceId === competenceId);
  return [rcue?.impair?.proposition, rcue?.pair?.proposition, rcue?.proposition, rcue?.moyenne];
};
