import { CodeDecision } from "@/components/code-decision";
import { Card } from "@/components/ui/card";
import { Jour } from "@/components/ui/jour";
import { Table } from "@/components/ui/table";
import { formatNote } from "@/lib/but/modele/note";
import { formatCentiemes, formatCourt } from "@/lib/but/nombres/centiemes";
import type { Donnees } from "@/lib/donnees/queries";
import { groupBy } from "@/lib/group-by";
import styles from "./donnees.module.css";

const classe = (l: { readonly semestre: number; readonly annee: string }): string => `S${l.semestre} ${l.annee}`;

/** Les notes et les décisions publiées, repliées par semestre : le détail est ici, le calcul dans « Mon parcours ». */
export function Resultats({ notes, decisions }: Pick<Donnees, "notes" | "decisions">) {
  return (
    <Card aria-labelledby="resultats" className={styles.pile}>
      <h2 id="resultats">Mes notes et mes décisions</h2>
      {notes.length + decisions.length === 0 && <p className={styles.doux}>Rien n'est encore publié.</p>}
      {[...groupBy(notes, classe)].toReversed().map(([titre, siennes]) => (
        <details key={titre}>
          <summary>
            Notes publiées, {titre} ({siennes.length})
          </summary>
          <Table titre={`Notes publiées, ${titre}`}>
            <thead>
              <tr>
                <th scope="col">Élément</th>
                <th scope="col">Évaluation</th>
                <th scope="col" className="nombre">
                  Note
                </th>
                <th scope="col">Date</th>
                <th scope="col">Publiée</th>
                <th scope="col">Écrite</th>
              </tr>
            </thead>
            <tbody>
              {siennes.map((n) => (
                <tr key={n.evaluationId}>
                  <th scope="row">{n.element}</th>
                  <td>{n.evaluation}</td>
                  <td className="nombre">
                    {formatNote(n.valeur ?? n.code) || "—"}
                    {n.valeur !== null && <span className={styles.doux}> / {formatCourt(n.bareme)}</span>}
                  </td>
                  <td>
                    <Jour le={n.date} />
                  </td>
                  <td>{n.publieeLe && <Jour le={n.publieeLe} />}</td>
                  <td>
                    <Jour le={n.modifieeLe} />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </details>
      ))}
      {[...groupBy(decisions, classe)].toReversed().map(([titre, siennes]) => (
        <details key={titre}>
          <summary>
            Décisions publiées par le jury, {titre} ({siennes.length})
          </summary>
          <Table titre={`Décisions publiées, ${titre}`}>
            <thead>
              <tr>
                <th scope="col">Sur quoi</th>
                <th scope="col">Décision</th>
                <th scope="col" className="nombre">
                  Moyenne vue
                </th>
                <th scope="col">Date</th>
                <th scope="col">Motif</th>
              </tr>
            </thead>
            <tbody>
              {siennes.map((d) => (
                <tr key={d.id}>
                  <th scope="row">{d.nom}</th>
                  <td>
                    <CodeDecision code={d.code} />
                  </td>
                  <td className="nombre">{d.moyenneVue === null ? "—" : formatCentiemes(d.moyenneVue)}</td>
                  <td>
                    <Jour le={d.date} />
                  </td>
                  <td>{d.motif ?? "—"}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </details>
      ))}
    </Card>
  );
}
