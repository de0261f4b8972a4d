import { Badge } from "@/components/ui/badge";
import { formatCourt } from "@/lib/but/note";
import type { UeElement } from "@/lib/evaluations/queries";
import styles from "./element.module.css";

/** Les UE que nourrit l'élément, avec son coefficient dans chacune. */
export function Ues({ ues }: { readonly ues: readonly UeElement[] }) {
  const confirmees = ues.every((u) => u.confirmee);
  return (
    <section className={styles.ues} aria-labelledby="ues">
      <h2 id="ues">
        UE nourries et coefficients
        {!confirmees && (
          <Badge ton="attention" provisoire>
            à confirmer par le département
          </Badge>
        )}
      </h2>
      <ul>
        {ues.map((u) => (
          <li key={u.ueId}>
            {u.court}
            {u.parcours && <small> ({u.parcours})</small>} : <strong>{formatCourt(u.coefficient)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
