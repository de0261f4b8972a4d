/** Les formes sous lesquelles deux écritures d'une même chose se rejoignent. */

/** Les lettres qu'aucune décomposition Unicode ne rend : les ligatures, et celles qui portent une barre. */
const LETTRES: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Des mots en minuscules, sans accent ni ligature, séparés par une espace : « D’ORNANO, Jean-Noël » → « d ornano jean noel ». */
export const cleMots = (texte: string): string =>
  texte
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[œæßøłđðþı]/g, (lettre) => LETTRES[lettre] ?? lettre)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** La même chose d'un seul tenant : ni espace, ni trait d'union, ni apostrophe ne séparent « LE GOFF » de « LEGOFF ». */
export const cleNom = (texte: string): string => cleMots(texte).replaceAll(" ", "");

/** Un numéro : ses lettres et ses chiffres. « 0120 26001 », « '012026001 » et « 012026001 » sont le même. */
export const cleNumero = (texte: string): string => cleNom(texte);

/** Un tableur ôte les zéros de tête d'un numéro tout en chiffres ; un numéro qui a des lettres garde les siens. */
export const sansZeros = (numero: string): string => (/^\d+$/.test(numero) ? numero.replace(/^0+(?=\d)/, "") : numero);

/** « Léa Adam <mailto:lea.adam@…> » → « lea.adam@… » ; rien s'il n'y a pas d'adresse. */
export function cleCourriel(texte: string): string {
  if (!texte.includes("@") || texte.length > 400) return "";
  const mot = texte.split(/[\s<>"'(),;:]+/).find((m) => m.includes("@"));
  return (mot ?? "").toLowerCase();
}
