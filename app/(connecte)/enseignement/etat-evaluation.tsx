import { Archive, Eye, FilePen, PencilLine } from "lucide-react";
import { Badge } from "@/components/ui/badge";

const ETATS = {
  brouillon: { texte: "Brouillon", ton: "neutre", icone: FilePen },
  saisie: { texte: "En saisie", ton: "attention", icone: PencilLine },
  archivee: { texte: "Archivée", ton: "neutre", icone: Archive },
  publiee: { texte: "Publiée", ton: "succes", icone: Eye },
} as const;

export function EtatEvaluation({ etat }: { readonly etat: keyof typeof ETATS }) {
  const { texte, ton, icone: Icone } = ETATS[etat];
  return (
    <Badge ton={ton} icone={<Icone />}>
      {texte}
    </Badge>
  );
}
