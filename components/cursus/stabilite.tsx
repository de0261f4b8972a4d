import { Badge } from "@/components/ui/badge";
import { Icone } from "@/components/ui/icone";
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
        <Badge ton="attention" provisoire icone={<Icone nom="hourglass" />}>
          {mots}
        </Badge>
      );
    case "complete":
      return <Badge icone={<Icone nom="check" />}>{mots}</Badge>;
    case "definitive":
      return <Badge icone={<Icone nom="lock" />}>{mots}</Badge>;
  }
}
