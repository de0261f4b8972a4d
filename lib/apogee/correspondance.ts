import { CODES_ANNEE, CODES_RCUE, CODES_UE } from "@/lib/but/modele/decision";

/** Ce qu'un code de jury devient quand l'université ne connaît pas le nôtre, du plus proche au plus lointain. */
const PROCHES: Readonly<Record<string, readonly string[]>> = {
  ADJ: ["ADM"],
  ADJR: ["ADJ", "ADM"],
  ADSUP: ["ADM"],
  CMP: ["COMP"],
  AJ: ["AJAC"],
  ATJ: ["AJ"],
  RAT: ["AJ"],
  RED: ["AJ"],
  NAR: ["AJ"],
  EXCLU: ["NAR", "AJ"],
  PAS1NCI: ["PASD"],
  ABAN: ["DEM", "DEF"],
  ABL: ["ATJ"],
};

/** Les codes qu'un jury enregistre, chacun une fois (règlement 5.9). */
export const CODES_DECIDES: readonly string[] = [...new Set<string>([...CODES_UE, ...CODES_RCUE, ...CODES_ANNEE])];

/** Ce que le département a choisi : notre code → celui d'Apogée. */
export type Correspondance = ReadonlyMap<string, string>;

/**
 * Le code à écrire pour une décision : celui que le département a choisi, sinon le nôtre s'il est permis, sinon le plus
 * proche. null : aucun n'est permis, il faut en choisir un.
 * @param permis les codes que le fichier accepte ; null : il n'en dit rien, le nôtre part tel quel
 */
export function codeApogee(code: string, choisis: Correspondance, permis: ReadonlySet<string> | null): string | null {
  const choisi = choisis.get(code);
  if (choisi !== undefined) return permis === null || permis.has(choisi) ? choisi : null;
  if (permis === null) return code;
  return [code, ...(PROCHES[code] ?? [])].find((c) => permis.has(c)) ?? null;
}
