import { MOTS_STABILITE } from "@/components/cursus/stabilite";
import { Table } from "@/components/ui/table";
import { formatCentiemes, formatCourt } from "@/lib/but/nombres/centiemes";
import type { ContenuReleve, UeDocument } from "@/lib/documents/types";
import { Decision, TableDecisions } from "./decisions";
import styles from "./feuille.module.css";

const nombre = (moyenne: number | null): string => (moyenne === null ? "–" : formatCentiemes(moyenne));

const SORTIES = {
  I: null,
  DEM: "Démission : aucune moyenne n'est établie pour ce semestre.",
  DEF: "Défaillance : aucune moyenne n'est établie pour ce semestre.",
} as const;

/** Le relevé d'un semestre : ce qui est publié, et ce que le jury en a décidé. */
export function Releve({ contenu: { semestre, elements, niveaux, annee } }: { readonly contenu: ContenuReleve }) {
  const { ues, inscription } = semestre;
  return (
    <>
      <section aria-labelledby="releve-ues" className={styles.bloc}>
        <h2 id="releve-ues">Unités d'enseignement</h2>
        <Table titre={`UE du semestre ${semestre.numero}, ${semestre.anneeUniversitaire}`}>
          <thead>
            <tr>
              <th scope="col">UE</th>
              <th scope="col" className="nombre">
                ECTS
              </th>
              <th scope="col" className="nombre">
                ECTS acquis
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
                <td className="nombre">{ue.decision ? ue.ectsAcquis : "–"}</td>
                <td className="nombre">
                  {nombre(ue.moyenne)}
                  {ue.avantBonus !== null && (
                    <span className={styles.doux}>
                      {formatCentiemes(ue.avantBonus)} avant le bonus de {formatCourt(ue.bonus)} %
                    </span>
                  )}
                </td>
                <td>
                  <Resultat ue={ue} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
        {SORTIES[inscription] && <p className={styles.bilan}>{SORTIES[inscription]}</p>}
      </section>
      {niveaux.length > 0 && (
        <section aria-labelledby="releve-niveaux" className={styles.bloc}>
          <h2 id="releve-niveaux">Niveaux de compétence</h2>
          <TableDecisions titre="Niveaux jugés avec ce semestre" premiere="Niveau" decisions={niveaux} />
        </section>
      )}
      {annee && (
        <p>
          Année {annee.libelle} : <Decision decision={annee} />
        </p>
      )}
      {elements.length > 0 && (
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
              {elements.map((element) => (
                <tr key={element.id}>
                  <th scope="row">{element.titre}</th>
                  {ues.map((ue) => {
                    const nourrie = element.moyennes.find((m) => m.ueId === ue.ueId);
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
      )}
      <p className={styles.legende}>
        Le BUT ne connaît ni moyenne de semestre, ni moyenne d'année, ni classement.
        {ues.some((ue) => ue.recalculee !== null) &&
          " Des notes ou des coefficients ont changé depuis la décision : les moyennes des éléments sont celles d'aujourd'hui."}
        {ues.some((ue) => !ue.confirmee) && " Coefficients à confirmer par le département."}
      </p>
    </>
  );
}

function Resultat({ ue: { decision, sansMoyenne, stabilite } }: { readonly ue: UeDocument }) {
  return decision ? <Decision decision={decision} /> : (sansMoyenne ?? MOTS_STABILITE[stabilite]);
}
