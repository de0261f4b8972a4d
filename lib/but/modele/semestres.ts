import type { SemestreSuivi } from "./cursus";

/** Ordre du temps : année universitaire, puis numéro, puis identifiant pour ne jamais dépendre de l'ordre reçu. */
export const semestresTries = (semestres: readonly SemestreSuivi[]): SemestreSuivi[] =>
  [...semestres].sort(
    (a, b) => comparer(a.anneeUniversitaire, b.anneeUniversitaire) || a.numero - b.numero || comparer(a.id, b.id),
  );

const comparer = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const anneeDuSemestre = (numero: number): 1 | 2 | 3 => (numero <= 2 ? 1 : numero <= 4 ? 2 : 3);
