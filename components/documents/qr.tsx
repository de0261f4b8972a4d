import { codeQr } from "@/lib/documents/qr";
import styles from "./feuille.module.css";

/** La même adresse, pour un téléphone ; rien si elle est trop longue pour un petit code : elle reste écrite à côté. */
export function Qr({ adresse }: { readonly adresse: string }) {
  const lignes = codeQr(adresse);
  if (!lignes) return null;
  const cote = lignes.length + 8;
  const trace = lignes
    .flatMap((ligne, y) => ligne.flatMap((noir, x) => (noir ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])))
    .join("");
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${cote} ${cote}`}
      role="img"
      aria-label="L'adresse de vérification en code QR"
    >
      <path d={trace} shapeRendering="crispEdges" />
    </svg>
  );
}
