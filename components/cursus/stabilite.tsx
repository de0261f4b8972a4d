import { Check, Hourglass, Lock } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Stabilite as Etat } from "@/lib/cursus/vue-ue";

export const MOTS_STABILITE = {
  provisoire: "provisoire",
  complete: "complète à ce jour",
  definitive: "définitive",
} as const satisfies Record<Etat, string>;

/** Une moyenne peut-elle encore changer ? */
export function Stabilite({ etat }: { readonly etat: Etat }) {
  const mots = MOTS_STABILITE[etat];
  switch (etat) {
    case "provisoire":
      return (
        <Badge ton="attention" provisoire icone={<Hourglass />}>
          {mots}
        </Badge>
      );
    case "complete":
      return <Badge icone={<Check />}>{mots}</Badge>;
    case "definitive":
      return <Badge icone={<Lock />}>{mots}</Badge>;
  }
}
