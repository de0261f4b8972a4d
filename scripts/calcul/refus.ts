import type { Centiemes } from "../../lib/but/nombres/centiemes";
import { parseDecimal } from "../../lib/but/nombres/decimal";

export type Chemin = readonly (string | number)[];

/** Un JSON refusé : où, et pourquoi. */
export class CasRefuse extends Error {
  constructor(chemin: Chemin, raison: string) {
    super(`${ecrireChemin(chemin)} : ${raison}`);
  }
}

function ecrireChemin(chemin: Chemin): string {
  const texte = chemin.map((pas) => (typeof pas === "number" ? `[${pas}]` : `.${pas}`)).join("");
  return texte.replace(/^\./, "") || "racine du JSON";
}

export const NOMBRE_MAX = 100_000;

export function decimal(texte: string, chemin: Chemin, regle: { nom: string; min: number; max: number }): Centiemes {
  const lu = parseDecimal(texte, { ...regle, decimales: 2 });
  if (!lu.ok) throw new CasRefuse(chemin, lu.message);
  return lu.valeur;
}
