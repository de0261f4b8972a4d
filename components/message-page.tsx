import type { ReactNode } from "react";
import styles from "./message-page.module.css";

/** Une page qui n'a qu'une chose à dire. */
export function MessagePage({ titre, children }: { readonly titre: string; readonly children: ReactNode }) {
  return (
    <div className={styles.message}>
      <h1>{titre}</h1>
      {children}
    </div>
  );
}
