import { SENS_CODE } from "@/components/code-decision";
import { MOTS_STABILITE } from "@/components/cursus/stabilite";
import { Table } from "@/components/ui/table";
import { formatCentiemes, formatCourt } from "@/lib/but/note";
import { nomComplet } from "@/lib/cursus/adresse";
import type { VueCursus } from "@/lib/cursus/vue";
import styles from "./releve.module.css";

interface Props {
  readonly vue: VueCursus;
  readonly formation: { readonly titre: string; readonly etablissement: string };
}

const nombre = (moyenne: number | null): string => (moyenne === null ? "—" : formatCentiemes(moyenne));

/** Le relevé d'un semestre, à lire ou à imprimer : ce qui est publié, et ce que le jury en a décidé. */
export function Releve({ vue, formation }: Props) {
  const { etudiant, semestre, parcours, ues, elements } = vue;
  const decide = ues.length > 0 && ues.every((ue) => ue.decision);
  const aConfirmer = ues.some((ue) => !ue.confirmee);
  const notes = elements.filter((e) => e.ues.some((ue) => ue.moyenne !== null));
  return (
    <article className={styles.releve}>
      <header className={styles.entete}>
        <div>
          <p className={styles.doux}>{formation.etablissement}</p>
          <p>
            <strong>{formation.titre}</strong>
            {parcours && `, parcours ${parcours}`}
          </p>
        </div>
        <div>
          <p>
            <strong>{nomComplet(etudiant)}</strong>
          </p>
          <p className={styles.doux}>Numéro étudiant {etudiant.numero}</p>
        </div>
      </header>
      {!decide && (
        <p className={styles.provisoire}>
          Document provisoire : le jury n'a pas publié ses décisions pour le semestre {semestre.numero}.
        </p>
      )}
      <section aria-labelledby="releve-ues">
        <h2 id="releve-ues">Unités d'enseignement</h2>
        <Table titre={`UE du semestre ${semestre.numero}, ${semestre.anneeUniversitaire}`}>
          <thead>
            <tr>
              <th scope="col">UE</th>
              <th scope="col" className="nombre">
                ECTS
              </th>
              <th scope="col" className="nombre">
                Moyenne / 20
              </th>
              <th scope="col">Résultat</th>
            </tr>
          </thead>
          <tbody>
            {ues.map((ue) => (
              <tr key={ue.ueId}>
                <th scope="row">{ue.competence}</th>
                <td className="nombre">{ue.ects}</td>
                <td className="nombre">
                  {nombre(ue.moyenne)}
                  {ue.avantBonus !== null && (
                    <span className={styles.doux}>
                      {formatCentiemes(ue.avantBonus)} avant le bonus de {formatCourt(ue.bonus)} %
                    </span>
                  )}
                </td>
                <td>
                  {ue.decision
                    ? `${ue.decision.code}, ${SENS_CODE[ue.decision.code] ?? ""}`
                    : (ue.sansMoyenne ?? MOTS_STABILITE[ue.stabilite])}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
      <section aria-labelledby="releve-elements">
        <h2 id="releve-elements">Ressources, SAÉ, portfolio et stage</h2>
        <Table titre="Moyenne de chaque élément, vue de chaque UE">
          <thead>
            <tr>
              <th scope="col">Élément</th>
              {ues.map((ue) => (
                <th key={ue.ueId} scope="col" className="nombre">
                  {ue.competence}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {notes.map((element) => (
              <tr key={element.id}>
                <th scope="row">{element.titre}</th>
                {ues.map((ue) => {
                  const nourrie = element.ues.find((u) => u.ueId === ue.ueId);
                  return (
                    <td key={ue.ueId} className="nombre">
                      {nourrie ? nombre(nourrie.moyenne) : ""}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
      <footer className={styles.doux}>
        <p>
          Aucune moyenne de semestre ni d'année : le BUT n'en connaît pas.
          {aConfirmer && " Coefficients à confirmer par le département."}
        </p>
      </footer>
    </article>
  );
}
