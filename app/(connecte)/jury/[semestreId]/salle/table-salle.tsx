import { Table } from "@/components/ui/table";
import type { LigneTable } from "@/lib/jury/filtre";
import type { ColonneCompetence } from "@/lib/jury/queries";
import { Case, Code } from "./fiche-salle";
import styles from "./salle.module.css";

/** Ce qu'un mur montre d'un coup sans que les lettres deviennent petites. */
export const PAR_ECRAN = 8;

interface Props {
  readonly lignes: readonly LigneTable[];
  readonly colonnes: readonly ColonneCompetence[];
  readonly numero: number;
  readonly moyennes: boolean;
}

/** La table projetée : un code par compétence (le RCUE au jury d'année), puis l'année. */
export function TableSalle({ lignes, colonnes, numero, moyennes }: Props) {
  const pair = numero % 2 === 0;
  return (
    <div className={`${styles.grille} ${styles.tableau}`}>
      <Table titre={`Décisions, ${pair ? `BUT${numero / 2}` : `S${numero}`}`}>
        <thead>
          <tr>
            <th scope="col">Étudiant</th>
            {colonnes.map((c) => (
              <th key={c.numero} scope="col">
                {c.titre}
              </th>
            ))}
            {pair && <th scope="col">BUT{numero / 2}</th>}
          </tr>
        </thead>
        <tbody>
          {lignes.map((l) => (
            <tr key={l.etudiantId}>
              <th scope="row">
                {l.nom} {l.prenom}
              </th>
              {colonnes.map((c) => (
                <Case key={c.numero} cellule={(pair ? l.rcues : l.ues)[c.numero]} moyennes={moyennes} />
              ))}
              {pair && <td>{l.annee && <Code cellule={l.annee} />}</td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
