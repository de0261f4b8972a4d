import type { Note } from "@/lib/but/modele/note";
import { type Centiemes, formatCentiemes, formatCourt } from "@/lib/but/nombres/centiemes";
import { repartition, statistiques } from "@/lib/notes/statistiques";
import styles from "./saisie.module.css";

interface Props {
  readonly colonne: readonly Note[];
  readonly bareme: Centiemes;
  /** Une note manque-t-elle à qui n'en a pas ? */
  readonly attendue: boolean;
}

/** La colonne en chiffres, à mesure qu'elle se tape. */
export function StatistiquesColonne({ colonne, bareme, attendue }: Props) {
  const s = statistiques(colonne);
  const c = s.chiffres;
  const tranches = repartition(colonne, bareme);
  const plusHaute = Math.max(1, ...tranches.map((t) => t.combien));
  const valeur = (n: Centiemes | undefined) => (n === undefined ? "—" : formatCentiemes(n));
  const lignes: readonly (readonly [string, string | number])[] = [
    ["Notes", s.notes],
    [attendue ? "Manquantes" : "Sans note", s.manquantes],
    ["ABS", s.abs],
    ["EXC", s.exc],
    ["ATT", s.att],
    ["Moyenne", valeur(c?.moyenne)],
    ["Médiane", valeur(c?.mediane)],
    ["Écart type", valeur(c?.ecartType)],
    ["Minimum", valeur(c?.min)],
    ["Maximum", valeur(c?.max)],
  ];
  return (
    <section className={styles.statistiques} aria-labelledby="statistiques">
      <h2 id="statistiques">Statistiques</h2>
      <p className={styles.precision}>
        Sur les notes chiffrées, sur {formatCourt(bareme)} ; ABS ne compte pas ici pour zéro.
      </p>
      <dl>
        {lignes.map(([nom, n]) => (
          <div key={nom}>
            <dt>{nom}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
      {c && (
        <details className={styles.repartition}>
          <summary>Répartition</summary>
          <ol>
            {tranches.map((t) => (
              <li key={t.de}>
                <span>
                  {formatCourt(t.de)} à {formatCourt(t.a)}
                </span>
                <span className={styles.barreTranche} aria-hidden="true">
                  <span style={{ width: `${(100 * t.combien) / plusHaute}%` }} />
                </span>
                <strong>{t.combien}</strong>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
