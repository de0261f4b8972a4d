import type { ReactNode } from "react";
import { Icone } from "./icone";
import styles from "./notice.module.css";
import tons from "./tons.module.css";

const ICONES = { info: "info", succes: "circleCheck", attention: "triangleAlert", danger: "circleAlert" } as const;

interface Props {
  readonly ton?: keyof typeof ICONES;
  /** « alert » interrompt le lecteur d'écran, « status » attend ; rien pour un texte présent dès l'ouverture. */
  readonly role?: "alert" | "status";
  readonly children: ReactNode;
}

export function Notice({ ton = "info", role, children }: Props) {
  return (
    <div className={`${styles.avis} ${tons[ton]}`} role={role}>
      <Icone nom={ICONES[ton]} />
      <div className={styles.texte}>{children}</div>
    </div>
  );
}
