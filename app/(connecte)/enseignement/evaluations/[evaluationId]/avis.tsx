import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import styles from "./saisie.module.css";

interface Props {
  /** Pourquoi les notes se lisent seulement ; null si elles se saisissent. */
  readonly lecture: string | null;
  /** Ce que cet appareil garde et qui ne pourra plus être enregistré d'ici. */
  readonly perdues: readonly string[];
  readonly onAbandon: (ids: readonly string[]) => void;
}

/** Ce qu'il faut savoir avant de lire la grille. */
export function Avis({ lecture, perdues, onAbandon }: Props) {
  if (!lecture && perdues.length === 0) return null;
  const plusieurs = perdues.length > 1;
  return (
    <div className={styles.avis}>
      {lecture && <Notice>{lecture}</Notice>}
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
