import type { ComponentProps } from "react";
import styles from "./card.module.css";

export function Card({ className = "", ...reste }: ComponentProps<"section">) {
  return <section className={`${styles.carte} ${className}`} {...reste} />;
}
