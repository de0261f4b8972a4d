import type { CodeNote, Note } from "../lib/but/modele/note";
import type { Centiemes } from "../lib/but/nombres/centiemes";

interface Colonnes {
  readonly valeur: Centiemes | null;
  readonly code: CodeNote | null;
}

/** Une note en base : une valeur, un code, ou rien. */
export const noteDe = ({ valeur, code }: Colonnes): Note => valeur ?? code;

export const colonnesDe = (n: Note): Colonnes => ({
  valeur: typeof n === "number" ? n : null,
  code: typeof n === "string" ? n : null,
});
