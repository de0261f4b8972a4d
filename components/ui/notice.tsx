import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./notice.module.css";

const ICONES = { info: Info, succes: CircleCheck, attention: TriangleAlert, danger: CircleAlert } as const;

interface Props {
  readonly ton?: keyof typeof ICONES;
  /** « alert » interrompt le lecteur d'écran, « status » attend ; rien pour un texte présent dès l'ouverture. */
  readonly role?: "alert" | "status";
  readonly children: ReactNode;
}

export function Notice({ ton = "info", role, children }: Props) {
  const Icone = ICONES[ton];
  return (
    <div className={`${styles.avis} ${styles[ton]}`} role={role}>
      <Icone aria-hidden="true" />
      <div className={styles.texte}>{children}</div>
    </div>
  );
}
