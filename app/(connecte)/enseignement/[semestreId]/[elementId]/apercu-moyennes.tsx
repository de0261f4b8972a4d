import { Table } from "@/components/ui/table";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import type { ApercuMoyennes as Apercu, MoyenneVueDUneUe } from "@/lib/moyennes/queries";
import styles from "./element.module.css";

function Moyenne({ vue }: { readonly vue: MoyenneVueDUneUe | undefined }) {
  if (!vue) return <span className="lecteur-seul">hors parcours</span>;
  if (vue.moyenne === null) return <span className={styles.details}>pas de moyenne</span>;
  return (
    <>
      {formatCentiemes(vue.moyenne)}
      {vue.provisoire && <small className={styles.details}> provisoire</small>}
    </>
  );
}

/** Ce que donnerait l'élément si tout ce qui est saisi était publié ; les étudiants n'en voient rien. */
export function ApercuMoyennes({ apercu, cachees }: { readonly apercu: Apercu; readonly cachees: number }) {
  return (
    <details className={styles.apercu}>
      <summary>Aperçu des moyennes de l'élément</summary>
      <p className={styles.details}>
        Une moyenne sur 20 par UE, d'après tout ce qui est saisi, publié ou non. Les étudiants ne voient que ce qui est
        publié.
        {cachees > 0 &&
          (cachees > 1
            ? ` ${cachees} évaluations anonymes ou saisies en double n'y comptent pas avant leur publication.`
            : " L'évaluation anonyme ou saisie en double n'y compte pas avant sa publication.")}
      </p>
      <Table titre="Moyennes de l'élément vues de chaque UE">
        <thead>
          <tr>
            <th scope="col">Étudiant</th>
            {apercu.competences.map((c) => (
              <th key={c.id} scope="col" className="nombre">
                {c.court}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {apercu.etudiants.map((e) => (
            <tr key={e.inscriptionId}>
              <th scope="row">
                {e.nom} {e.prenom}
              </th>
              {apercu.competences.map((c) => (
                <td key={c.id} className="nombre">
                  <Moyenne vue={e.moyennes[c.id]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
