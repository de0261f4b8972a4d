import { Badge } from "@/components/ui/badge";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import type { UeElement } from "@/lib/evaluations/queries";
import styles from "./element.module.css";

/** Une compétence qui a le même coefficient dans plusieurs parcours se dit une fois. */
function groupe(ues: readonly UeElement[]) {
  const groupes = new Map<string, { readonly premiere: UeElement; readonly parcours: string[] }>();
  for (const u of ues) {
    const cle = `${u.competenceId} ${u.coefficient}`;
    const g = groupes.get(cle) ?? { premiere: u, parcours: [] };
    if (u.parcours) g.parcours.push(u.parcours);
    groupes.set(cle, g);
  }
  return [...groupes.values()];
}

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
        {groupe(ues).map(({ premiere, parcours }) => (
          <li key={premiere.ueId}>
            {premiere.court}
            {parcours.length > 0 && <small> ({parcours.join(", ")})</small>} :{" "}
            <strong>{formatCourt(premiere.coefficient)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
