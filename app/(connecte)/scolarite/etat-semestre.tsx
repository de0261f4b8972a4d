import { Badge, type Ton } from "@/components/ui/badge";
import { ETATS_SEMESTRE } from "@/lib/libelles";
import type { SemestreListe } from "@/lib/scolarite/queries";

const TONS: Readonly<Record<SemestreListe["etat"], Ton>> = {
  preparation: "neutre",
  ouvert: "accent",
  jury: "attention",
  delibere: "info",
  publie: "succes",
  rouvert: "attention",
};

export function EtatSemestre({ etat }: { readonly etat: SemestreListe["etat"] }) {
  return <Badge ton={TONS[etat]}>{ETATS_SEMESTRE[etat]}</Badge>;
}
