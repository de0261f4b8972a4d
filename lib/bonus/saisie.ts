import { parseDecimal } from "@/lib/but/nombres/decimal";
import { bonusFromNote, type VerdictBonus, verifyBonus } from "@/lib/but/regles/bonus";

/** Lit un pourcentage tapé ; les bornes larges laissent verifyBonus donner la vraie raison d'un refus. */
export function parsePourcentage(saisie: string): VerdictBonus {
  const lu = parseDecimal(saisie, { nom: "Pourcentage", min: -100_000, max: 100_000, decimales: 2 });
  return lu.ok ? verifyBonus(lu.valeur) : lu;
}

/** Lit une note d'activité sur 20 et donne le pourcentage qu'elle vaut (règlement 3). */
export function parseNoteActivite(saisie: string): VerdictBonus {
  const lu = parseDecimal(saisie, { nom: "Note d'activité", min: 0, max: 2000, decimales: 2 });
  return lu.ok ? bonusFromNote(lu.valeur) : lu;
}
