import type { Centiemes } from "./centiemes";
import type { Fraction } from "./fraction";

/**
 * Le seul arrondi (règlement 4) : au centième, moitié vers le haut, une fois, à la fin. Ce qui est affiché est ce qui
 * est décidé : 9,995 atteint 10,00, 9,9949 non.
 * @param moyenne en points, positive ou nulle
 * @returns des centièmes de point
 */
export function arrondiCentieme(moyenne: Fraction): Centiemes {
  const { n, d } = moyenne;
  if (typeof n === "number" && typeof d === "number") {
    const double = n * 200 + d;
    const diviseur = d * 2;
    if (Number.isSafeInteger(double) && Number.isSafeInteger(diviseur))
      return ((double - (double % diviseur)) / diviseur) as Centiemes;
  }
  return Number((BigInt(n) * 200n + BigInt(d)) / (BigInt(d) * 2n)) as Centiemes;
}

export const arrondiOuNull = (moyenne: Fraction | null): Centiemes | null =>
  moyenne === null ? null : arrondiCentieme(moyenne);

/** « Atteint le seuil » : la valeur arrondie est au moins le seuil (règlement 4). */
export function atteint(moyenne: Fraction | null, seuil: Centiemes): boolean {
  return moyenne !== null && arrondiCentieme(moyenne) >= seuil;
}
