import { ChevronRight } from "lucide-react";
import type { Explication, Terme } from "@/lib/but/expliquer/explication";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import { insecables } from "@/lib/typographie";
import styles from "./explication.module.css";

/** Ce dont parle chaque point du règlement, pour que le numéro ne soit pas le seul renseignement. */
const POINTS: Readonly<Record<string, string>> = {
  "2.1": "notes, ABS, EXC et ATT",
  "2.3": "moyenne d'un élément vue d'une UE",
  "2.4": "rattrapage, seconde session, bonus",
  "2.5": "pôle ressources et pôle SAÉ",
  "2.7": "démission et défaillance",
  "2.8": "dispense et capitalisation",
  "3": "bonus sport, culture, engagement",
  "4": "un seul arrondi, à la fin",
  "5.1": "moyenne du RCUE",
  "5.2": "acquisition et compensation d'une UE",
  "5.3": "acquisition d'un RCUE",
  "5.5": "passage d'année",
  "5.7": "redoublements",
};

interface Props {
  readonly explication: Explication;
  /** Combien d'étages sont ouverts d'emblée ; les autres s'ouvrent d'un geste, sans JavaScript. */
  readonly ouverts?: number;
}

/** « Montrez-moi le calcul » : l'arbre d'un résultat. La conclusion d'abord, puis ce dont elle est faite, jusqu'aux notes. */
export function ArbreExplication({ explication, ouverts = 1 }: Props) {
  return (
    <div className={styles.arbre}>
      <Operation explication={explication} />
      <Remarques remarques={explication.remarques} />
      <Termes explication={explication} ouverts={ouverts} />
      {explication.points.length > 0 && (
        <p className={styles.points}>
          Règlement :{" "}
          {explication.points
            .map((point) => (POINTS[point] ? `point ${point} (${POINTS[point]})` : `point ${point}`))
            .join(" · ")}
        </p>
      )}
    </div>
  );
}

/** Un étage de l'arbre : ce qui est compté, ce qui ne l'est pas, puis la division. */
function Etage({ explication, ouverts }: Required<Props>) {
  return (
    <div className={styles.arbre}>
      <Termes explication={explication} ouverts={ouverts} />
      <Operation explication={explication} points />
      <Remarques remarques={explication.remarques} />
    </div>
  );
}

function Termes({ explication: { termes, ecartes }, ouverts }: Required<Props>) {
  return (
    <>
      {termes.length > 0 && (
        <ul className={styles.termes}>
          {termes.map((terme) => (
            <li key={terme.libelle}>
              <LigneTerme terme={terme} ouverts={ouverts} />
            </li>
          ))}
        </ul>
      )}
      {ecartes.length > 0 && (
        <div className={styles.ecartes}>
          <p className={styles.etiquette}>Mis de côté</p>
          <ul>
            {ecartes.map(({ libelle, raison }) => (
              <li key={`${libelle} ${raison}`}>
                <strong>{libelle}</strong> : {insecables(raison)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Operation({ explication, points }: { readonly explication: Explication; readonly points?: boolean }) {
  const { operation, exact } = explication;
  if (operation === null) return null;
  return (
    <p className={styles.operation}>
      <span className={styles.etiquette}>Calcul</span> {operation}
      {exact !== null && <> = {exact}</>}
      {points && explication.points.length > 0 && (
        <span className={styles.source}> règlement {explication.points.join(", ")}</span>
      )}
    </p>
  );
}

function Remarques({ remarques }: Pick<Explication, "remarques">) {
  if (remarques.length === 0) return null;
  return (
    <ul className={styles.remarques}>
      {remarques.map((remarque) => (
        <li key={remarque}>{insecables(remarque)}</li>
      ))}
    </ul>
  );
}

function LigneTerme({ terme, ouverts }: { readonly terme: Terme; readonly ouverts: number }) {
  const ligne = <Ligne terme={terme} />;
  if (!terme.detail) return <div className={`${styles.ligne} ${styles.feuille}`}>{ligne}</div>;
  return (
    <details className={styles.etage} open={ouverts > 0}>
      <summary className={styles.ligne}>
        <ChevronRight className={styles.fleche} size={16} aria-hidden="true" />
        {ligne}
      </summary>
      <div className={styles.dessous}>
        <Etage explication={terme.detail} ouverts={ouverts - 1} />
      </div>
    </details>
  );
}

function Ligne({ terme: { libelle, valeur, poids, detail } }: { readonly terme: Terme }) {
  const arrondi = detail?.resultat;
  return (
    <>
      <span className={styles.libelle}>{libelle}</span>
      <span className={styles.produit}>
        <span className={styles.valeur}>
          {arrondi === null || arrondi === undefined ? valeur : formatCentiemes(arrondi)}
        </span>
        {poids !== "" && (
          <span className={styles.poids}>
            <span aria-hidden="true">× </span>
            <span className="lecteur-seul">coefficient </span>
            {poids}
          </span>
        )}
      </span>
    </>
  );
}
