import { Hourglass } from "lucide-react";
import { CodeDecision } from "@/components/code-decision";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import type { Cellule } from "@/lib/jury/ligne";
import styles from "./table-jury.module.css";

interface Props {
  readonly cellule: Cellule | undefined;
  readonly sansMoyenne?: boolean;
}

/** Moyenne et code : le code décidé, à défaut la proposition en tirets, à défaut rien. */
export function CelluleJury({ cellule, sansMoyenne }: Props) {
  if (!cellule) return <span className={styles.absente}>–</span>;
  if (cellule.dispensee) return <span className={styles.absente}>dispense</span>;
  const { moyenne, avantBonus, provisoire, code, proposition, capitalisee, manuelle } = cellule;
  return (
    <div className={styles.cellule}>
      {!sansMoyenne && (
        <span className={provisoire ? styles.provisoire : styles.moyenne}>
          {moyenne === null ? <span className={styles.absente}>–</span> : formatCentiemes(moyenne)}
          {avantBonus !== null && (
            <sup title={`Avant bonus : ${formatCentiemes(avantBonus)}`}>
              +<span className="lecteur-seul"> avec bonus, {formatCentiemes(avantBonus)} avant</span>
            </sup>
          )}
        </span>
      )}
      {code || proposition ? (
        <span className={manuelle ? styles.manuelle : styles.code} title={manuelle ? "Décidé par le jury" : undefined}>
          <CodeDecision code={code ?? proposition ?? ""} propose={code === null} />
          {capitalisee && (
            <span title="Acquise à une inscription précédente">
              {" "}
              <span aria-hidden="true">(C)</span>
              <span className="lecteur-seul">capitalisée</span>
            </span>
          )}
        </span>
      ) : (
        provisoire && (
          <span className={styles.attente} title="Provisoire : il manque des notes">
            <Hourglass size={12} aria-hidden="true" /> prov.
          </span>
        )
      )}
    </div>
  );
}
