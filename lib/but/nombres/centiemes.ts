/**
 * Une note, un coefficient, un barème, un poids ou un pourcentage est un entier de centièmes du début à la fin
 * (12,5 s'écrit 1250) : règlement 4. Le type marqué empêche de mêler des centièmes et des points.
 */
declare const marque: unique symbol;
export type Centiemes = number & { readonly [marque]: "centiemes" };

/** Garde : un entier de centièmes. Lève TypeError sur tout autre nombre (12.5, NaN, 2^60). */
export function centiemes(n: number): Centiemes {
  if (!Number.isSafeInteger(n)) throw new TypeError(`${n} n'est pas un entier de centièmes`);
  return n as Centiemes;
}

/** « 12,50 » : toujours deux décimales, à la française. Lève TypeError sur un nombre non entier. */
export function formatCentiemes(c: Centiemes | number): string {
  const absolu = Math.abs(centiemes(c));
  const reste = absolu % 100;
  return `${c < 0 ? "-" : ""}${(absolu - reste) / 100},${reste < 10 ? "0" : ""}${reste}`;
}

/** Le même nombre sans zéro inutile : « 20 », « 12,5 ». Pour un barème, un coefficient, un pourcentage. */
export function formatCourt(c: Centiemes | number): string {
  return formatCentiemes(c).replace(/,00$|0$/, "");
}
