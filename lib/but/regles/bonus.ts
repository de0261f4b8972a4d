import type { BonusActivite } from "../modele/cursus";
import type { Reglement } from "../modele/reglement";
import { type Centiemes, centiemes, formatCourt } from "../nombres/centiemes";
import { type Fraction, fois, fraction, plus, plusPetite, VINGT } from "../nombres/fraction";

export type VerdictBonus =
  | { readonly ok: true; readonly pourcent: Centiemes }
  | { readonly ok: false; readonly message: string };

const PAS = 25;
const MAXIMUM = 500;

/**
 * Un pourcentage de bonus : 0, ou 0,25 à 5 par pas de 0,25 (règlement 3). Toute autre valeur est refusée avec sa raison.
 * @param pourcent en centièmes de pour cent (500 = 5 %)
 */
export function verifyBonus(pourcent: number): VerdictBonus {
  if (!Number.isSafeInteger(pourcent))
    return { ok: false, message: "Le bonus est un pourcentage au centième près (règlement, point 3)." };
  const ecrit = `${formatCourt(pourcent)} %`;
  if (pourcent < 0) return { ok: false, message: `${ecrit} : un bonus n'est jamais négatif (règlement, point 3).` };
  if (pourcent > MAXIMUM)
    return { ok: false, message: `${ecrit} dépasse 5 %, le plus grand bonus possible (règlement, point 3).` };
  if (pourcent % PAS !== 0)
    return { ok: false, message: `${ecrit} n'est pas un multiple de 0,25 % (règlement, point 3).` };
  return { ok: true, pourcent: centiemes(pourcent) };
}

/**
 * Le pourcentage que donne une note d'activité sur 20 : (note − 10) × 0,5 au-dessus de 10, 0 sinon (règlement 3).
 * Entre deux demi-points (10,7), le résultat n'est pas un multiple de 0,25 % : refusé, jamais arrondi.
 * @param note en centièmes, 0 à 2000
 */
export function bonusFromNote(note: number): VerdictBonus {
  if (!Number.isSafeInteger(note) || note < 0 || note > 2000)
    return { ok: false, message: "La note d'activité va de 0 à 20." };
  if (note <= 1000) return { ok: true, pourcent: centiemes(0) };
  if (note % 50 !== 0)
    return {
      ok: false,
      message: `${formatCourt(note)} n'est pas un demi-point : une note d'activité va de 10,5 (0,25 %) à 20 (5 %) par demi-point (règlement, point 3).`,
    };
  return verifyBonus((note - 1000) / 2);
}

/**
 * Le pourcentage d'un étudiant pour un semestre, après cumul (somme ou meilleure activité) et plafond (règlement 3).
 * @returns centièmes de pour cent, 0 à plafond
 */
export function pourcentBonus(activites: readonly BonusActivite[], regle: Reglement["bonus"]): Centiemes {
  let total = 0;
  for (const { pourcent } of activites) {
    const verdict = verifyBonus(pourcent);
    if (!verdict.ok) throw new RangeError(verdict.message);
    total = regle.cumul === "somme" ? total + pourcent : Math.max(total, pourcent);
  }
  return centiemes(Math.min(total, regle.plafond));
}

/**
 * La moyenne d'une UE après bonus, jamais au-dessus de 20 (règlement 3).
 * multiplicatif : m × (1 + p/100) ; points : m + 0,2 × p.
 * @param moyenne en points sur 20
 * @param pourcent en centièmes de pour cent
 */
export function moyenneAvecBonus(
  moyenne: Fraction,
  pourcent: Centiemes,
  lecture: Reglement["bonus"]["lecture"],
): Fraction {
  if (pourcent === 0) return moyenne;
  const augmentee =
    lecture === "multiplicatif"
      ? fois(moyenne, fraction(10_000 + pourcent, 10_000))
      : plus(moyenne, fraction(pourcent, 500));
  return plusPetite(augmentee, VINGT);
}
