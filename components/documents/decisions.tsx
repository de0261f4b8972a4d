import { SENS_CODE } from "@/components/code-decision";
import { Jour } from "@/components/ui/jour";
import { Table } from "@/components/ui/table";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import type { DecisionDocument } from "@/lib/documents/types";
import styles from "./feuille.module.css";

/** « ADM, acquis, le 07/07/2026 » */
export function Decision({ decision: { code, date } }: { readonly decision: Pick<DecisionDocument, "code" | "date"> }) {
  return (
    <span className={styles.decision}>
      <strong>{code}</strong>, {SENS_CODE[code]}, le <Jour le={date} />
    </span>
  );
}

interface Props {
  readonly titre: string;
  readonly premiere: string;
  readonly decisions: readonly DecisionDocument[];
}

export function TableDecisions({ titre, premiere, decisions }: Props) {
  return (
    <Table titre={titre}>
      <thead>
        <tr>
          <th scope="col">{premiere}</th>
          <th scope="col" className="nombre">
            Moyenne / 20
          </th>
          <th scope="col">Décision</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map((d) => (
          <tr key={d.objetId}>
            <th scope="row">{d.libelle}</th>
            <td className="nombre">{d.moyenne === null ? "–" : formatCentiemes(d.moyenne)}</td>
            <td>
              <Decision decision={d} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
