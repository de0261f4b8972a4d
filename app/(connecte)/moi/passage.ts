import { after } from "next/server";
import { recordPassage } from "@/lib/nouveautes/actions";
import type { Nouveautes } from "@/lib/nouveautes/nouveaute";

/** Compte ce passage une fois la page partie : elle n'attend pas l'écriture, et sans JavaScript la visite compte aussi. */
export function comptePassage({ aCompter }: Pick<Nouveautes, "aCompter">): void {
  if (aCompter) after(() => recordPassage({}));
}
