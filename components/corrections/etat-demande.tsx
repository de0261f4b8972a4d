import { Check, Hourglass, X } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { ETATS_DEMANDE } from "@/lib/corrections/libelles";
import type { Demande } from "@/lib/corrections/queries";

const TONS = { ouverte: "attention", acceptee: "succes", refusee: "neutre" } as const;
const ICONES = { ouverte: Hourglass, acceptee: Check, refusee: X } as const;

export function EtatDemande({ etat }: { readonly etat: Demande["etat"] }) {
  const Icone = ICONES[etat];
  return (
    <Badge ton={TONS[etat]} icone={<Icone />}>
      {ETATS_DEMANDE[etat]}
    </Badge>
  );
}
