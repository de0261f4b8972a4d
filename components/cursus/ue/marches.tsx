import type { VueNiveau } from "@/lib/cursus/vue-niveaux";
import styles from "./marches.module.css";

interface Props {
  readonly niveaux: readonly VueNiveau[];
  /** Ordre du niveau que l'on monte ici. */
  readonly courant?: number | undefined;
}

/** L'escalier d'une compétence, une marche par niveau. Dessin seul : le niveau et son état sont écrits à côté. */
export function Marches({ niveaux, courant }: Props) {
  return (
    <span className={styles.marches} aria-hidden="true">
      {niveaux.map((n) => (
        <span
          key={n.id}
          className={`${styles.marche} ${styles[n.etat] ?? ""} ${n.ordre === courant ? styles.courante : ""}`}
        />
      ))}
    </span>
  );
}
