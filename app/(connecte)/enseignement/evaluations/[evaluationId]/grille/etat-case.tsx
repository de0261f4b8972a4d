import { Check, CircleAlert, CloudOff, GitCompareArrows, LoaderCircle, PencilLine } from "lucide-react";
import type { EtatCellule } from "@/lib/notes/envoi";
import styles from "./grille.module.css";

const ETATS = {
  enregistree: { texte: "Enregistrée", icone: Check },
  modifiee: { texte: "Modifiée", icone: PencilLine },
  envoi: { texte: "Envoi…", icone: LoaderCircle },
  refusee: { texte: "Refusée", icone: CircleAlert },
  conflit: { texte: "Conflit", icone: GitCompareArrows },
  "hors-ligne": { texte: "Hors ligne, gardée ici", icone: CloudOff },
} as const satisfies Record<EtatCellule, unknown>;

/** L'état d'une case : une icône et un mot, jamais la couleur seule. */
export function EtatCase({ etat }: { readonly etat: EtatCellule }) {
  const { texte, icone: Icone } = ETATS[etat];
  return (
    <span className={`${styles.etat} ${styles[etat] ?? ""}`}>
      <Icone size={15} aria-hidden="true" />
      {texte}
    </span>
  );
}
