import { CodeDecision } from "@/components/code-decision";
import { Table } from "@/components/ui/table";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import type { LigneTable } from "@/lib/jury/filtre";
import type { Cellule } from "@/lib/jury/ligne";
import type { ColonneCompetence } from "@/lib/jury/queries";
import styles from "./salle.module.css";

interface Props {
  readonly ligne: LigneTable;
  readonly colonnes: readonly ColonneCompetence[];
  readonly numero: number;
  readonly moyennes: boolean;
}

/** Un étudiant, lisible du fond de la salle : ses UE, ses RCUE, son année, ce qui s'ouvre. */
export function FicheSalle({ ligne, colonnes, numero, moyennes }: Props) {
  const pair = numero % 2 === 0;
  const annee = ligne.annee;
  return (
    <section className={styles.fiche} aria-labelledby="projete">
      <h2 id="projete">
        {ligne.nom} {ligne.prenom}{" "}
        <span>{[ligne.parcours, ligne.inscription].filter((t) => t && t !== "I").join(" · ")}</span>
      </h2>
      <div className={styles.grille}>
        <Table titre={`Moyennes et codes de ${ligne.nom} ${ligne.prenom}`}>
          <thead>
            <tr>
              <th scope="col">Compétence</th>
              {pair && <th scope="col">S{numero - 1}</th>}
              <th scope="col">S{numero}</th>
              {pair && <th scope="col">RCUE</th>}
            </tr>
          </thead>
          <tbody>
            {colonnes.map((c) => (
              <tr key={c.numero}>
                <th scope="row">{c.titre}</th>
                {pair && <Case cellule={ligne.impaires[c.numero]} moyennes={moyennes} />}
                <Case cellule={ligne.ues[c.numero]} moyennes={moyennes} />
                {pair && <Case cellule={ligne.rcues[c.numero]} moyennes={moyennes} />}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      {annee && (
        <dl className={styles.verdict}>
          <div>
            <dt>BUT{numero / 2}</dt>
            <dd>
              <Code cellule={annee} />
            </dd>
          </div>
          {ligne.diplomes.map((d) => (
            <div key={d.nom}>
              <dt>{d.nom}</dt>
              <dd>
                <CodeDecision code={d.code ?? d.proposition ?? ""} propose={d.code === null} />
              </dd>
            </div>
          ))}
          {ligne.passage && (
            <div>
              <dt>Vers {ligne.passage.vers}</dt>
              <dd className={ligne.passage.ouvert ? styles.oui : styles.non}>{ligne.passage.ouvert ? "oui" : "non"}</dd>
            </div>
          )}
        </dl>
      )}
    </section>
  );
}

export function Case({ cellule, moyennes }: { readonly cellule: Cellule | undefined; readonly moyennes: boolean }) {
  return (
    <td>
      {cellule && (
        <span className={styles.case}>
          {moyennes && <span>{cellule.moyenne === null ? "–" : formatCentiemes(cellule.moyenne)}</span>}
          <Code cellule={cellule} />
        </span>
      )}
    </td>
  );
}

export function Code({ cellule }: { readonly cellule: Cellule }) {
  const { code, proposition, dispensee } = cellule;
  if (dispensee) return <span>dispense</span>;
  if (!code && !proposition) return <span className={styles.provisoire}>provisoire</span>;
  return <CodeDecision code={code ?? proposition ?? ""} propose={code === null} />;
}
