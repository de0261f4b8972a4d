import type { CSSProperties } from "react";
import type { Note } from "@/lib/but/modele/note";
import { type Centiemes, formatCentiemes, formatCourt } from "@/lib/but/nombres/centiemes";
import type { ContexteClasse } from "@/lib/classe/contexte";
import styles from "./dans-la-classe.module.css";

interface Props {
  readonly contexte: ContexteClasse;
  readonly bareme: Centiemes;
  readonly note: Note;
}

const TRAITS = [
  ["minimum", "Minimum"],
  ["mediane", "Médiane"],
  ["maximum", "Maximum"],
] as const;

/** Une note parmi celles de la classe, repliée : qui ne veut pas se comparer ne le voit pas. */
export function DansLaClasse({ contexte, bareme, note }: Props) {
  return (
    <details className={styles.classe}>
      <summary>Dans la classe</summary>
      <dl className={styles.traits}>
        {TRAITS.map(([cle, nom]) => (
          <div key={cle}>
            <dt>{nom}</dt>
            <dd>{formatCentiemes(contexte[cle])}</dd>
          </div>
        ))}
      </dl>
      <Repartition contexte={contexte} bareme={bareme} note={note} />
    </details>
  );
}

/** Un histogramme où l'aire compte les notes : les tranches n'ont pas toutes la même largeur. */
function Repartition({ contexte: { notes, tranches }, bareme, note }: Props) {
  const hauteur = (t: (typeof tranches)[number]): number => t.combien / (t.a - t.de);
  const plusHaute = Math.max(...tranches.map(hauteur));
  return (
    <div className={styles.repartition}>
      <div className={styles.barres}>
        {typeof note === "number" && (
          <span className={styles.moi} style={{ left: `${(100 * note) / bareme}%` }} aria-hidden="true" />
        )}
        <ol aria-label={`Répartition de ${notes} notes`}>
          {tranches.map((t) => (
            <li key={t.de} style={{ flexGrow: t.a - t.de, "--part": hauteur(t) / plusHaute } as CSSProperties}>
              <span className={styles.barre} aria-hidden="true" />
              <span className={styles.combien}>
                {t.combien}
                <span className="lecteur-seul">
                  {" "}
                  notes de {formatCourt(t.de)} à {formatCourt(t.a)}
                </span>
              </span>
            </li>
          ))}
        </ol>
      </div>
      <div className={styles.axe} aria-hidden="true">
        {[0, ...tranches.map((t) => t.a)].map((borne) => (
          <span key={borne} style={{ left: `${(100 * borne) / bareme}%` }}>
            {formatCourt(borne)}
          </span>
        ))}
      </div>
      {typeof note === "number" && <p className={styles.legende}>Le trait marque {formatCentiemes(note)}.</p>}
    </div>
  );
}
