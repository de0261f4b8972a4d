import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import type { VueCompetence } from "@/lib/cursus/vue-niveaux";
import styles from "./tendance.module.css";

const LARGEUR = 120;
const HAUTEUR = 26;
const MARGE = 4;
const SEUIL = 1000;
/** Un point seul n'est pas une tendance. */
const POINTS = 2;

/** La suite des moyennes d'une compétence : un trait, la ligne de 10, et les mêmes nombres pour le lecteur d'écran. */
export function Tendance({ competence }: { readonly competence: VueCompetence }) {
  const points = competence.niveaux
    .flatMap((n) => [n.impair, n.pair])
    .flatMap((ue) => (ue && ue.moyenne !== null ? [{ numero: ue.numero, moyenne: ue.moyenne }] : []));
  if (points.length < POINTS) return null;
  const moyennes = [SEUIL, ...points.map((p) => p.moyenne)];
  const bas = Math.min(...moyennes) - 100;
  const haut = Math.max(...moyennes) + 100;
  const x = (i: number): number => MARGE + (i / (points.length - 1)) * (LARGEUR - 2 * MARGE);
  const y = (moyenne: number): number => MARGE + ((haut - moyenne) / (haut - bas)) * (HAUTEUR - 2 * MARGE);
  const dernier = points.at(-1);
  return (
    <svg
      className={styles.tendance}
      width={LARGEUR}
      height={HAUTEUR}
      viewBox={`0 0 ${LARGEUR} ${HAUTEUR}`}
      role="img"
      aria-label={`Tendance : ${points.map((p) => `${formatCentiemes(p.moyenne)} en S${p.numero}`).join(", ")}`}
    >
      <line className={styles.seuil} x1={0} x2={LARGEUR} y1={y(SEUIL)} y2={y(SEUIL)} />
      <polyline className={styles.trait} points={points.map((p, i) => `${x(i)},${y(p.moyenne)}`).join(" ")} />
      {dernier && <circle className={styles.point} cx={x(points.length - 1)} cy={y(dernier.moyenne)} r={2.5} />}
    </svg>
  );
}
