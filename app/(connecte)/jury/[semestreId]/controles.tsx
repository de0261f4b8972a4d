import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { Controle } from "@/lib/jury/controles";
import styles from "./semestre.module.css";

const ASPECTS = {
  bloquant: { icone: CircleAlert, mot: "Bloque la délibération", classe: styles.bloquant },
  attention: { icone: TriangleAlert, mot: "À savoir", classe: styles.attention },
  information: { icone: Info, mot: "Pour information", classe: styles.information },
} as const;

interface Props {
  readonly controles: readonly Controle[];
  readonly ouverts: boolean;
}

/** La liste d'avant jury : ce qui bloque d'abord, avec l'enseignant à qui le demander. */
export function Controles({ controles, ouverts }: Props) {
  const bloquants = controles.filter((c) => c.ton === "bloquant").length;
  return (
    <details className={styles.controles} open={ouverts && bloquants > 0}>
      <summary>
        <h2>Avant le jury</h2>
        <span>
          {bloquants > 0
            ? `${bloquants} ${bloquants > 1 ? "points bloquent" : "point bloque"} la délibération`
            : "rien ne bloque la délibération"}
        </span>
      </summary>
      {controles.length === 0 ? (
        <p className={styles.vide}>Toutes les notes sont là, les coefficients sont confirmés.</p>
      ) : (
        <ul className={styles.liste}>
          {controles.map((c) => (
            <Ligne key={c.cle} controle={c} />
          ))}
        </ul>
      )}
    </details>
  );
}

function Ligne({ controle }: { readonly controle: Controle }) {
  const { icone: Icone, mot, classe } = ASPECTS[controle.ton];
  return (
    <li className={classe}>
      <Icone size={18} aria-hidden="true" />
      <div>
        <p>
          <strong>{controle.titre}</strong> <span className={styles.mot}>{mot}</span>
        </p>
        {controle.details.length > 0 && (
          <ul className={styles.details}>
            {controle.details.map(({ texte, qui }) => (
              <li key={texte}>
                {texte}
                {qui && <span className={styles.qui}> ({qui})</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
