import styles from "./ects.module.css";

const PALIER = 60;

interface Props {
  readonly acquis: number;
  readonly total: number;
}

/** Les ECTS acquis, montés palier par palier : 60, 120, 180. */
export function Ects({ acquis, total }: Props) {
  const paliers = Array.from({ length: Math.ceil(total / PALIER) }, (_, i) => (i + 1) * PALIER);
  const suivant = paliers.find((p) => p > acquis);
  return (
    <div className={styles.ects}>
      <p className={styles.compte}>
        <strong>{acquis}</strong> ECTS sur {total}
        <span className={styles.reste}>
          {suivant ? `encore ${suivant - acquis} jusqu'au palier ${suivant}` : "tous les paliers sont franchis"}
        </span>
      </p>
      <div className={styles.paliers} aria-hidden="true">
        {paliers.map((palier, i) => (
          <div key={palier} className={styles.palier} style={{ height: `${((i + 1) / paliers.length) * 100}%` }}>
            <div
              className={styles.rempli}
              style={{ width: `${(Math.min(PALIER, Math.max(0, acquis - i * PALIER)) / PALIER) * 100}%` }}
            />
            <span>{palier}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
