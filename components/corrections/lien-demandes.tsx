import { MessageSquareText } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import type { Utilisateur } from "@/lib/auth/permissions";
import { countDemandes } from "@/lib/corrections/queries";

/** Vers les demandes de correction, avec le nombre de celles qui attendent cette personne. */
export async function LienDemandes({ user }: { readonly user: Utilisateur }) {
  const combien = await countDemandes(user);
  return (
    <LinkButton href="/enseignement/demandes" aspect={combien > 0 ? "principal" : "secondaire"}>
      <MessageSquareText size={16} aria-hidden="true" />
      Demandes de correction{combien > 0 ? ` (${combien})` : ""}
    </LinkButton>
  );
}
