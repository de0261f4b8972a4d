import type { SemestreLu } from "@/lib/cursus/vue";
import styles from "./choix-semestre.module.css";

interface Props {
  readonly semestres: readonly SemestreLu[];
  readonly choisi: string;
  /** La page qui reçoit « ?semestre= ». */
  readonly href: string;
}

/** Tous les semestres suivis, le plus récent d'abord. */
export function ChoixSemestre({ semestres, choisi, href }: Props) {
  if (semestres.length < 2) return null;
  return (
    <nav className={styles.choix} aria-label="Semestres">
      <ul>
        {semestres.map(({ id, numero, anneeUniversitaire }) => (
          <li key={id}>
            <a href={`${href}?semestre=${encodeURIComponent(id)}`} aria-current={id === choisi ? "page" : undefined}>
              S{numero}
              <span className={styles.annee}>{anneeUniversitaire}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
