import { LinkButton } from "@/components/ui/button";
import styles from "./scolarite.module.css";

interface Props {
  readonly chemin: string;
  readonly filtres: Readonly<Record<string, string | undefined>>;
  readonly page: number;
  readonly pages: number;
}

export function Pagination({ chemin, filtres, page, pages }: Props) {
  if (pages <= 1) return null;
  const vers = (n: number) => {
    const gardes = Object.entries(filtres).flatMap(([cle, v]) => (v ? [[cle, v]] : []));
    return `${chemin}?${new URLSearchParams([...gardes, ["page", String(n)]])}`;
  };
  return (
    <nav className={styles.ligne} aria-label="Pages">
      {page > 1 && <LinkButton href={vers(page - 1)}>Page précédente</LinkButton>}
      <span className={styles.doux}>
        Page {page} sur {pages}
      </span>
      {page < pages && <LinkButton href={vers(page + 1)}>Page suivante</LinkButton>}
    </nav>
  );
}

/** Le numéro de page de l'adresse ; 1 pour tout ce qui n'en est pas un. */
export function numeroPage(valeur: string | string[] | undefined): number {
  const n = Number(valeur);
  return Number.isInteger(n) && n > 0 && n < 1_000_000 ? n : 1;
}

/** Un filtre de l'adresse, ou rien. */
export function filtreDe(valeur: string | string[] | undefined): string {
  return typeof valeur === "string" ? valeur.trim() : "";
}
