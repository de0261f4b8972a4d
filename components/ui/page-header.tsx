import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./page-header.module.css";

interface Props {
  readonly titre: string;
  readonly sousTitre?: ReactNode;
  /** Les pages au-dessus, de la plus haute à la plus proche. */
  readonly fil?: readonly { readonly titre: string; readonly href: string }[];
  readonly children?: ReactNode;
}

export function PageHeader({ titre, sousTitre, fil = [], children }: Props) {
  return (
    <header className={styles.entete}>
      <div className={styles.textes}>
        {fil.length > 0 && (
          <nav aria-label="Fil d'Ariane">
            <ol className={styles.fil}>
              {fil.map((page) => (
                <li key={page.href}>
                  <Link href={page.href}>{page.titre}</Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1>{titre}</h1>
        {sousTitre && <p className={styles.sousTitre}>{sousTitre}</p>}
      </div>
      {children && <div className={styles.actions}>{children}</div>}
    </header>
  );
}
