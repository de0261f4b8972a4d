import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { DernierLot } from "./envoi/use-saisie";
import styles from "./saisie.module.css";

interface Props {
  /** Pourquoi les notes se lisent seulement ; null si elles se saisissent. */
  readonly lecture: string | null;
  /** Ce que cet appareil garde et qui ne pourra plus être enregistré d'ici. */
  readonly perdues: readonly string[];
  readonly onAbandon: (ids: readonly string[]) => void;
  readonly dernierLot: DernierLot | null;
  /** Pourquoi le lot ne s'est pas défait. */
  readonly refus: string | null;
  readonly onDefait: () => void;
}

const LOTS = { import: "importées", collage: "collées" } as const;

/** Ce qu'il faut savoir avant de lire la grille. */
export function Avis({ lecture, perdues, onAbandon, dernierLot, refus, onDefait }: Props) {
  if (!lecture && perdues.length === 0 && !dernierLot && !refus) return null;
  const plusieurs = perdues.length > 1;
  return (
    <div className={styles.avis}>
      {lecture && <Notice>{lecture}</Notice>}
      {dernierLot && (
        <Notice role="status">
          <div className={styles.lot}>
            {dernierLot.combien > 1
              ? `${dernierLot.combien} notes ${LOTS[dernierLot.source]} d'un coup.`
              : `Une note ${LOTS[dernierLot.source].slice(0, -1)}.`}
            <Button petit onClick={onDefait}>
              Défaire {dernierLot.source === "import" ? "l'import" : "le collage"}
            </Button>
          </div>
        </Notice>
      )}
      {refus && (
        <Notice ton="danger" role="alert">
          {refus}
        </Notice>
      )}
      {perdues.length > 0 && (
        <Notice ton="attention" role="status">
          <p>
            {plusieurs
              ? `${perdues.length} saisies n'ont pas pu être enregistrées`
              : "1 saisie n'a pas pu être enregistrée"}
            , {plusieurs ? "gardées" : "gardée"} sur cet appareil seulement :{" "}
            {lecture ? "la grille ne se saisit plus." : "l'étudiant n'est plus dans cette liste."}
          </p>
          <Button petit onClick={() => onAbandon(perdues)}>
            Revenir aux notes enregistrées
          </Button>
        </Notice>
      )}
    </div>
  );
}
