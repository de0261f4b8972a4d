import { Icone } from "@/components/ui/icone";
import type { EtatNiveau } from "@/lib/but/modele/resultats";

/** Chaque état d'un niveau en mots et en dessin ; la couleur ne fait que les appuyer. */
export const ETATS_NIVEAU = {
  "a-venir": { mots: "à venir", icone: "circle" },
  "en-cours": { mots: "en cours", icone: "footprints" },
  acquis: { mots: "acquis", icone: "check" },
  compensation: { mots: "acquis par compensation", icone: "layers" },
  superieur: { mots: "acquis par le niveau supérieur", icone: "layers" },
  jury: { mots: "acquis par décision du jury", icone: "scale" },
  "a-repasser": { mots: "à repasser", icone: "rotateCcw" },
  demission: { mots: "interrompu, démission", icone: "circleDashed" },
  defaillance: { mots: "interrompu, défaillance", icone: "circleDashed" },
  abandon: { mots: "interrompu, abandon", icone: "circleDashed" },
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
  const calcule = CALCULES.has(etat) && !decide;
  const icone = calcule ? "circleDashed" : ETATS_NIVEAU[etat].icone;
  return (
    <>
      <Icone nom={icone} taille={14} />
      <span>{motsNiveau({ etat, decide })}</span>
    </>
  );
}
