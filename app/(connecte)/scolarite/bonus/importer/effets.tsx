import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import type { EffetBonus } from "@/lib/bonus/import/queries";
import { type Centiemes, formatCentiemes } from "@/lib/but/nombres/centiemes";

const montre = (m: Centiemes | null): string => (m === null ? "—" : formatCentiemes(m));

/** Ce que la liste ferait à chaque UE, les bascules d'abord : avant d'enregistrer. */
export function Effets({ effets }: { readonly effets: readonly EffetBonus[] }) {
  if (effets.length === 0) return <Notice>Aucune moyenne d'UE ne bouge : ces étudiants n'en ont pas encore.</Notice>;
  const bascules = effets.filter((e) => e.bascule).length;
  return (
    <details open={bascules > 0}>
      <summary>
        {effets.length > 1 ? `${effets.length} moyennes d'UE bougent` : "Une moyenne d'UE bouge"}
        {bascules > 0 && `, ${bascules > 1 ? `${bascules} atteignent` : "une atteint"} le seuil`}
      </summary>
      <Table titre="Effet sur chaque UE">
        <thead>
          <tr>
            <th scope="col">Étudiant</th>
            <th scope="col">UE</th>
            <th scope="col" className="nombre">
              Avant
            </th>
            <th scope="col" className="nombre">
              Après
            </th>
            <th scope="col">
              <span className="lecteur-seul">Remarque</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {effets.map((e) => (
            <tr key={`${e.inscriptionId} ${e.competence}`}>
              <th scope="row">{e.etudiant}</th>
              <td>{e.competence}</td>
              <td className="nombre">{montre(e.avant)}</td>
              <td className="nombre">{montre(e.apres)}</td>
              <td>
                {e.bascule && <Badge ton="succes">atteint le seuil</Badge>}
                {e.provisoire && <Badge provisoire>provisoire</Badge>}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
