import type { VueCompetence } from "@/lib/cursus/vue-niveaux";
import { MarcheNiveau, MarcheUe } from "./marche";
import styles from "./matrice.module.css";
import { Tendance } from "./tendance";

const ANNEES = [1, 2, 3] as const;

interface Props {
  readonly competences: readonly VueCompetence[];
  readonly base: string;
}

/**
 * La matrice des compétences : un escalier par compétence, une marche par niveau, deux UE par marche. Une vraie table ; sur
 * un téléphone, des boutons radio n'en laissent voir qu'une compétence, sans JavaScript.
 */
export function Matrice({ competences, base }: Props) {
  return (
    <section className={styles.matrice} aria-labelledby="matrice-titre">
      <h2 id="matrice-titre">Compétences, palier par palier</h2>
      <fieldset className={styles.choix}>
        <legend className="lecteur-seul">Compétence affichée</legend>
        {competences.map(({ id, court }, i) => (
          <label key={id}>
            <input type="radio" name="competence" defaultChecked={i === 0} />
            {court}
          </label>
        ))}
      </fieldset>
      <table className={styles.table}>
        <caption className="lecteur-seul">
          Moyennes et codes de chaque compétence, de S1 à S6, et l'état de ses niveaux
        </caption>
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className={styles.nom}>
              Compétence
            </th>
            {ANNEES.map((annee) => (
              <th key={annee} colSpan={2} scope="colgroup">
                BUT{annee}
              </th>
            ))}
          </tr>
          <tr>
            {ANNEES.flatMap((annee) =>
              [annee * 2 - 1, annee * 2].map((numero) => (
                <th key={numero} scope="col">
                  S{numero}
                </th>
              )),
            )}
          </tr>
        </thead>
        {competences.map((competence) => (
          <Escalier key={competence.id} competence={competence} base={base} />
        ))}
      </table>
    </section>
  );
}

function Escalier({ competence, base }: { readonly competence: VueCompetence; readonly base: string }) {
  const paliers = ANNEES.map((annee) => ({ annee, niveau: competence.niveaux.find((n) => n.annee === annee) }));
  return (
    <tbody>
      <tr>
        <th rowSpan={2} scope="rowgroup" className={styles.nom}>
          <span className={styles.court}>{competence.court}</span>
          <div className={styles.suite}>
            <span className={styles.titre}>{competence.titre}</span>
            <Tendance competence={competence} />
          </div>
        </th>
        {paliers.map(({ annee, niveau }) =>
          niveau ? (
            (["impair", "pair"] as const).map((cote) => (
              <td key={`${annee} ${cote}`} className={`${styles.case} ${styles[cote]}`}>
                <MarcheUe niveau={niveau} ue={niveau[cote]} base={base} />
              </td>
            ))
          ) : (
            <td key={annee} colSpan={2} rowSpan={2} className={styles.absent}>
              {annee === 1 ? "Commence en BUT2" : "Pas de niveau"}
            </td>
          ),
        )}
      </tr>
      <tr>
        {paliers.flatMap(({ niveau }) =>
          niveau
            ? [
                <td key={niveau.id} colSpan={2} className={styles.case}>
                  <MarcheNiveau competence={competence.court} niveau={niveau} base={base} />
                </td>,
              ]
            : [],
        )}
      </tr>
    </tbody>
  );
}
