import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { repartition, statistiques, type Tranche } from "@/lib/notes/statistiques";

/** Moins de notes que cela désignerait quelqu'un. */
export const NOTES_MINIMUM = 5;
const PAR_TRANCHE = 3;

/** Ce qu'un étudiant peut savoir des notes de sa classe à une évaluation, sur le barème de celle-ci. */
export interface ContexteClasse {
  readonly notes: number;
  readonly minimum: Centiemes;
  readonly mediane: Centiemes;
  readonly maximum: Centiemes;
  /** De 0 au barème, sans trou : chacune compte au moins trois notes. */
  readonly tranches: readonly Tranche[];
}

/**
 * Le contexte d'une évaluation publiée ; null sous cinq notes chiffrées. ABS n'y compte pas pour zéro : le minimum dirait
 * une absence, pas un niveau. Ni quartile ni écart type : avec sa propre note, ils en diraient trop des autres.
 */
export function contexteClasse(notes: readonly Centiemes[], bareme: Centiemes): ContexteClasse | null {
  const { chiffres } = statistiques(notes);
  if (chiffres === null || notes.length < NOTES_MINIMUM) return null;
  const { min, mediane, max } = chiffres;
  return {
    notes: notes.length,
    minimum: min,
    mediane,
    maximum: max,
    tranches: fusionne(repartition(notes, bareme)),
  };
}

/** Une tranche de moins de trois notes, vide comprise, rejoint la suivante ; la dernière, celle d'avant. */
export function fusionne(tranches: readonly Tranche[]): readonly Tranche[] {
  const faites: Tranche[] = [];
  let ouverte: Tranche | null = null;
  for (const tranche of tranches) {
    ouverte = ouverte ? reunit(ouverte, tranche) : tranche;
    if (ouverte.combien < PAR_TRANCHE) continue;
    faites.push(ouverte);
    ouverte = null;
  }
  const derniere = faites.pop();
  if (!derniere) return ouverte ? [ouverte] : [];
  return [...faites, ouverte ? reunit(derniere, ouverte) : derniere];
}

const reunit = (a: Tranche, b: Tranche): Tranche => ({ de: a.de, a: b.a, combien: a.combien + b.combien });

/** Une information, jamais une décision (règlement 5.11). */
export interface Rang {
  readonly rang: number;
  readonly sur: number;
}

/** Le rang d'une moyenne parmi celles de la classe : les ex æquo le partagent, le suivant saute (règlement 5.11). */
export function rangDe(moyenne: number, moyennes: readonly number[]): number {
  return 1 + moyennes.filter((autre) => autre > moyenne).length;
}
