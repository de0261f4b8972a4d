import type { Reglement } from "../modele/reglement";
import { arrondiCentieme, atteint } from "../nombres/arrondi";
import { divisePar, type Fraction, foisEntier, plus } from "../nombres/fraction";

export interface UeDeRcue {
  /** Points sur 20, exacts, après bonus. */
  readonly moyenne: Fraction;
  readonly ects: number;
}

/**
 * Moyenne d'un RCUE, calculée des moyennes d'UE non arrondies (règlement 4, 5.1) : simple, ou pondérée par les ECTS.
 * Deux UE sans ECTS se pondèrent également.
 */
export function moyenneRcue(impair: UeDeRcue, pair: UeDeRcue, lecture: Reglement["rcue"]): Fraction {
  const total = impair.ects + pair.ects;
  if (lecture === "simple" || total === 0) return divisePar(plus(impair.moyenne, pair.moyenne), 2);
  return divisePar(plus(foisEntier(impair.moyenne, impair.ects), foisEntier(pair.moyenne, pair.ects)), total);
}

/**
 * Code d'UE (règlement 5.2) : ADM si elle atteint le seuil, CMP si son RCUE l'atteint, AJ sinon. Compensation entière,
 * sans plancher. Sans RCUE (semestre impair seul), l'UE échouée est AJ.
 */
export function codeUe(
  moyenne: Fraction,
  rcue: Fraction | null,
  seuil: Reglement["seuilAcquisition"],
): "ADM" | "CMP" | "AJ" {
  if (atteint(moyenne, seuil)) return "ADM";
  return atteint(rcue, seuil) ? "CMP" : "AJ";
}

/** Code de RCUE (règlement 5.3) : ADM si les deux UE atteignent le seuil, CMP si leur moyenne l'atteint, AJ sinon. */
export function codeRcue(
  impair: Fraction,
  pair: Fraction,
  rcue: Fraction,
  seuil: Reglement["seuilAcquisition"],
): "ADM" | "CMP" | "AJ" {
  if (atteint(impair, seuil) && atteint(pair, seuil)) return "ADM";
  return atteint(rcue, seuil) ? "CMP" : "AJ";
}

/** Sous le seuil de passage de l'année (règlement 5.5), sur la valeur affichée. */
export const sousLeSeuil = (rcue: Fraction, seuil: Reglement["seuilPassage"]): boolean => arrondiCentieme(rcue) < seuil;
