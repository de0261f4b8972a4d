import { Check, Circle, CircleDashed, Footprints, Layers, RotateCcw, Scale } from "lucide-react";
import type { EtatNiveau } from "@/lib/but/cursus";

/** Chaque état d'un niveau en mots et en dessin ; la couleur ne fait que les appuyer. */
export const ETATS_NIVEAU = {
  "a-venir": { mots: "à venir", Icone: Circle },
  "en-cours": { mots: "en cours", Icone: Footprints },
  acquis: { mots: "acquis", Icone: Check },
  compensation: { mots: "acquis par compensation", Icone: Layers },
  superieur: { mots: "acquis par le niveau supérieur", Icone: Layers },
  jury: { mots: "acquis par décision du jury", Icone: Scale },
  "a-repasser": { mots: "à repasser", Icone: RotateCcw },
} as const satisfies Record<EtatNiveau, unknown>;

interface Props {
  readonly etat: EtatNiveau;
  /** Faux : d'après les notes seulement. */
  readonly decide: boolean;
}

const CALCULES: ReadonlySet<EtatNiveau> = new Set(["acquis", "compensation", "superieur"]);

/** Le niveau n'est acquis qu'une fois le jury passé : avant, c'est ce que disent les notes. */
export function motsNiveau({ etat, decide }: Props): string {
  const { mots } = ETATS_NIVEAU[etat];
  return CALCULES.has(etat) && !decide ? `${mots}, d'après les notes` : mots;
}

export function EtatDuNiveau({ etat, decide }: Props) {
  const Icone = CALCULES.has(etat) && !decide ? CircleDashed : ETATS_NIVEAU[etat].Icone;
  return (
    <>
      <Icone size={14} aria-hidden="true" />
      <span>{motsNiveau({ etat, decide })}</span>
    </>
  );
}
