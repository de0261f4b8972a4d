import type { ReactNode } from "react";
import styles from "./badge.module.css";
import tons from "./tons.module.css";

export type Ton = "neutre" | "accent" | "succes" | "info" | "attention" | "danger";

interface Props {
  readonly ton?: Ton;
  /** Bord en tirets : la valeur peut encore changer. */
  readonly provisoire?: boolean;
  /** Une icône décorative ; le texte dit déjà tout. */
  readonly icone?: ReactNode;
  readonly children: ReactNode;
  readonly title?: string;
}

export function Badge({ ton = "neutre", provisoire, icone, children, title }: Props) {
  return (
    <span className={`${styles.badge} ${tons[ton]} ${provisoire ? styles.provisoire : ""}`} title={title}>
      {icone && <span aria-hidden="true">{icone}</span>}
      {children}
    </span>
  );
}
