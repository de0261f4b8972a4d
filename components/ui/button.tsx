import Link from "next/link";
import type { ComponentProps } from "react";
import styles from "./button.module.css";

interface Aspect {
  readonly aspect?: "principal" | "secondaire" | "discret" | "danger";
  readonly petit?: boolean;
}

function classes({ aspect = "secondaire", petit }: Aspect, className?: string): string {
  return [styles.bouton, styles[aspect], petit && styles.petit, className].filter(Boolean).join(" ");
}

export function Button({ aspect, petit, className, type = "button", ...reste }: ComponentProps<"button"> & Aspect) {
  return <button type={type} className={classes({ aspect, petit }, className)} {...reste} />;
}

export function LinkButton({ aspect, petit, className, ...reste }: ComponentProps<typeof Link> & Aspect) {
  return <Link className={classes({ aspect, petit }, className)} {...reste} />;
}

/** Un lien que le navigateur ouvre lui-même : ni préchargé ni suivi par le routeur, pour l'écran le plus lu. */
export function AnchorButton({ aspect, petit, className, ...reste }: ComponentProps<"a"> & Aspect) {
  return <a className={classes({ aspect, petit }, className)} {...reste} />;
}
