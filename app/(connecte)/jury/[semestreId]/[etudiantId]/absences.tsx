import type { Cursus } from "@/lib/but/modele/cursus";
import styles from "./etudiant.module.css";

/** Les absences notées jusqu'à ce jury : non justifiées (ABS, comptées 0) et excusées (EXC, hors du calcul). */
export function Absences({ cursus }: { readonly cursus: Cursus }) {
  const absences = cursus.semestres.flatMap((s) =>
    s.elements.flatMap((element) =>
      element.evaluations.flatMap(({ id, note, titre }) =>
        note === "ABS" || note === "EXC"
          ? [{ cle: `${s.id} ${id}`, note, texte: `S${s.numero}, ${element.titre}, ${titre}` }]
          : [],
      ),
    ),
  );
  if (absences.length === 0) return null;
  const nonJustifiees = absences.filter((a) => a.note === "ABS").length;
  return (
    <details>
      <summary>
        Absences notées{" "}
        <span className={styles.discret}>
          {nonJustifiees} ABS, {absences.length - nonJustifiees} EXC
        </span>
      </summary>
      <ul className={styles.manques}>
        {absences.map((a) => (
          <li key={a.cle}>
            <strong>{a.note}</strong> {a.texte}
          </li>
        ))}
      </ul>
    </details>
  );
}
