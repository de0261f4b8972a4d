import { SENS_CODE } from "@/components/code-decision";
import { Jour } from "@/components/ui/jour";
import { Table } from "@/components/ui/table";
import type { ContenuAttestation, DocumentLu } from "@/lib/documents/types";
import styles from "./feuille.module.css";

interface Props {
  readonly contenu: ContenuAttestation;
  readonly document: DocumentLu;
}

/** Les niveaux validés sous leurs titres officiels, chacun avec la décision qui le valide. Aucune moyenne. */
export function Attestation({ contenu: { niveaux }, document: { etudiant, entete } }: Props) {
  if (niveaux.length === 0) return null;
  const total = niveaux.reduce((somme, n) => somme + n.ects, 0);
  return (
    <>
      <p>
        Le département {entete.formation} ({entete.etablissement}) atteste que{" "}
        <strong>
          {etudiant.prenom} {etudiant.nom}
        </strong>
        , numéro étudiant {etudiant.numero}, a validé {niveaux.length === 1 ? "le niveau" : "les niveaux"} de compétence
        du bachelor universitaire de technologie qui {niveaux.length === 1 ? "suit" : "suivent"}, par décision du jury.
      </p>
      <Table titre="Niveaux de compétence validés">
        <thead>
          <tr>
            <th scope="col">Compétence et niveau</th>
            <th scope="col" className="nombre">
              ECTS acquis
            </th>
            <th scope="col">Décision</th>
          </tr>
        </thead>
        <tbody>
          {niveaux.map((n) => (
            <tr key={n.objetId}>
              <th scope="row">
                {n.competence}, niveau {n.ordre}
                <span className={styles.officiel}>{n.titre}</span>
                <span className={styles.officiel}>Compétence : {n.titreCompetence}</span>
              </th>
              <td className="nombre">{n.ects}</td>
              <td>
                <strong>{n.code}</strong>, {SENS_CODE[n.code]}
                <span className={styles.doux}>
                  {n.jury && `jury du ${n.jury}, `}le <Jour le={n.date} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Ensemble</th>
            <td className="nombre">
              <strong>{total}</strong>
            </td>
            <td />
          </tr>
        </tfoot>
      </Table>
      <p className={styles.signature}>Pour le département, signature et cachet</p>
    </>
  );
}
