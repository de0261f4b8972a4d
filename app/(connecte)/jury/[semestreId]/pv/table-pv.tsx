import { Table } from "@/components/ui/table";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import type { DecisionPv } from "@/lib/jury/instantane";
import { cleCase, type VuePv } from "@/lib/jury/pv/vue";
import styles from "./pv.module.css";

interface Props {
  readonly vue: VuePv;
  readonly titre: string;
}

/** Les décisions du PV, sans couleur : ce qui s'imprime en noir doit tout dire. */
export function TablePv({ vue, titre }: Props) {
  const { colonnes, semestres, pair, annee, lignes } = vue;
  const sous = [
    ...semestres.map((s) => ({ portee: "ue", rang: s, titre: `S${s}` })),
    ...(pair ? [{ portee: "rcue", rang: annee, titre: "RCUE" }] : []),
  ];
  return (
    <div className={styles.table}>
      <Table titre={titre}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Étudiant
            </th>
            {colonnes.map((c) => (
              <th key={c.numero} scope="colgroup" colSpan={sous.length}>
                {c.titre}
              </th>
            ))}
            {pair && (
              <th scope="col" rowSpan={2}>
                BUT{annee}
              </th>
            )}
            <th scope="col" rowSpan={2}>
              ECTS acquis
            </th>
          </tr>
          <tr>
            {colonnes.flatMap((c) =>
              sous.map((s) => (
                <th key={`${c.numero} ${s.titre}`} scope="col">
                  {s.titre}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {lignes.map((ligne) => (
            <tr key={ligne.id}>
              <th scope="row">
                {ligne.nom} <span>{ligne.numero}</span>
              </th>
              {colonnes.flatMap((c) =>
                sous.map((s) => (
                  <td key={`${c.numero} ${s.titre}`}>
                    <Case decision={ligne.cases.get(cleCase(c.numero, s.portee, s.rang))} />
                  </td>
                )),
              )}
              {pair && (
                <td>
                  {[ligne.annee?.code, ...ligne.diplomes.map((d) => `${d.objetId} ${d.code}`)]
                    .filter((t) => t !== undefined)
                    .map((t) => (
                      <strong key={t}>{t}</strong>
                    ))}
                </td>
              )}
              <td>{ligne.ects.acquis}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Case({ decision }: { readonly decision: DecisionPv | undefined }) {
  if (!decision) return null;
  return (
    <>
      {decision.moyenneVue !== null && formatCentiemes(decision.moyenneVue)}
      <strong>{decision.code}</strong>
    </>
  );
}
