import { encode } from "uqr";

/** Ce qu'une adresse imprimée peut demander ; au-delà le dessin serait trop fin pour un téléphone. */
const SIGNES_MAX = 200;

/** Les lignes d'un code QR, vrai : noir, correction M ; null si le texte est trop long. */
export function codeQr(texte: string): readonly (readonly boolean[])[] | null {
  if (texte.length > SIGNES_MAX) return null;
  return encode(texte, { ecc: "M", border: 0 }).data;
}
