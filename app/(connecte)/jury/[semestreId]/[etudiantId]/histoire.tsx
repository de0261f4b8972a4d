import { CodeDecision } from "@/components/code-decision";
import { Table } from "@/components/ui/table";
import type { DecisionEnregistree } from "@/lib/but/modele/decision";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import { formatInstant, nomSemestre } from "@/lib/jury/libelles";
import type { Jury } from "@/lib/jury/queries";
import styles from "./etudiant.module.css";

interface Props {
  readonly decisions: readonly DecisionEnregistree[];
  readonly lus: Jury["lus"];
}

/** Toutes les décisions, remplacées comprises : qui, quand, pourquoi. */
export function Histoire({ decisions, lus }: Props) {
  return (
    <details className={styles.histoire}>
      <summary>
        <h2>Décisions déjà prises</h2> <span className={styles.discret}>{decisions.length}</span>
      </summary>
      {decisions.length > 0 && (
        <Table titre="Décisions déjà prises">
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Jury</th>
              <th scope="col">Objet</th>
              <th scope="col">Code</th>
              <th scope="col" className="nombre">
                Moyenne vue
              </th>
              <th scope="col">Motif</th>
              <th scope="col">Auteur</th>
            </tr>
          </thead>
          <tbody>
            {[...decisions].reverse().map((d) => {
              const semestre = lus.semestres.get(d.semestreId);
              return (
                <tr key={d.id}>
                  <td>{formatInstant(d.date)}</td>
                  <td>{semestre && nomSemestre(semestre)}</td>
                  <th scope="row">{libelle(d, lus)}</th>
                  <td>
                    <CodeDecision code={d.code} />
                  </td>
                  <td className="nombre">{d.moyenneVue === null ? "" : formatCentiemes(d.moyenneVue)}</td>
                  <td>{d.motif}</td>
                  <td>{d.auteur}</td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
    </details>
  );
}

function libelle({ portee, objetId }: DecisionEnregistree, lus: Jury["lus"]): string {
  const court = (id: string | undefined): string => lus.competences.get(id ?? "")?.court ?? objetId;
  switch (portee) {
    case "ue": {
      const ue = lus.ues.get(objetId);
      return `${court(ue?.competenceId)} S${ue?.numero ?? ""}`;
    }
    case "rcue": {
      const niveau = lus.niveaux.get(objetId);
      return `RCUE ${court(niveau?.competenceId)}, BUT${niveau?.annee ?? ""}`;
    }
    case "annee":
      return `BUT${objetId}`;
    case "diplome":
      return objetId;
  }
}
