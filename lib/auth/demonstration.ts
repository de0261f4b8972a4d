import "server-only";
import { isDemonstration } from "@/db";
import { COMPTES_DEMONSTRATION, type CompteDemonstration } from "@/db/comptes-demonstration";

export type { CompteDemonstration } from "@/db/comptes-demonstration";

/** Les comptes de la démonstration ; aucun dès que PALIERS_DB désigne une vraie base. */
export function comptesDemonstration(): readonly CompteDemonstration[] {
  return isDemonstration() ? COMPTES_DEMONSTRATION : [];
}
