import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import type { Difference } from "@/lib/jury/instantane";
import { formatJour } from "@/lib/jury/libelles";
import styles from "./semestre.module.css";

interface Props {
  readonly pv: { readonly numero: number; readonly creeLe: string } | null;
  readonly differences: readonly Difference[];
  readonly semestreId: string;
}

/** Depuis le PV, une note, un coefficient ou un bonus a changé : on le dit, on ne recalcule rien en silence. */
export function Differences({ pv, differences, semestreId }: Props) {
  if (!pv || differences.length === 0) return null;
  const n = differences.length;
  return (
    <Notice ton="attention">
      <details>
        <summary>
          <strong>
            {n} {n > 1 ? "résultats diffèrent" : "résultat diffère"} du PV du {formatJour(pv.creeLe)}
          </strong>
        </summary>
        <p>Les décisions enregistrées n'ont pas changé. Pour les reprendre, le jury rouvre le semestre.</p>
        <ul className={styles.details}>
          {differences.map((d) => (
            <li key={`${d.etudiantId} ${d.objet}`}>
              <Link href={`/jury/${semestreId}/${d.etudiantId}`}>{d.nom}</Link>, {d.objet}
              {(d.auPv !== null || d.aujourdhui !== null) &&
                ` : ${ecrire(d.auPv)} au PV, ${ecrire(d.aujourdhui)} aujourd'hui`}
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}

const ecrire = (moyenne: number | null): string => (moyenne === null ? "pas de moyenne" : formatCentiemes(moyenne));
