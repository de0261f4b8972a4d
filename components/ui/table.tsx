import type { ReactNode } from "react";
import styles from "./table.module.css";

interface Props {
  /** Lu par le lecteur d'écran, et nom de la zone qui défile. */
  readonly titre: string;
  /** En-tête et première colonne restent visibles quand la table défile. */
  readonly figee?: boolean;
  readonly children: ReactNode;
}

/** Une vraie table HTML ; sa zone défile au clavier quand elle est plus large que l'écran. Cellules de chiffres : className="nombre". */
export function Table({ titre, figee, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: une zone qui défile doit pouvoir recevoir le clavier (WCAG 2.1.1)
    <section className={`${styles.cadre} ${figee ? styles.figee : ""}`} aria-label={titre} tabIndex={0}>
      <table className={styles.table}>
        <caption className="lecteur-seul">{titre}</caption>
        {children}
      </table>
    </section>
  );
}
