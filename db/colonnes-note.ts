import type { Centiemes, CodeNote, Note } from "../lib/but/note";

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
