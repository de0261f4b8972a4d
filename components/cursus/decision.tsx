import { CodeDecision, SENS_CODE } from "@/components/code-decision";
import { Jour } from "@/components/ui/jour";
import type { DecisionPubliee } from "@/lib/cursus/vue";
import { VOIES_DE_RECOURS } from "@/lib/jury/recours";
import styles from "./decision.module.css";

/** Ce que le jury a décidé et publié, et comment le contester. */
export function Decision({ decision: { date, annee } }: { readonly decision: DecisionPubliee }) {
  return (
    <section className={styles.decision} aria-labelledby="decision-titre">
      <h3 id="decision-titre">
        Décision du jury du <Jour le={date} />
      </h3>
      {annee && (
        <p className={styles.annee}>
          BUT{annee.numero} : <CodeDecision code={annee.code} />
          <span className={styles.sens} aria-hidden="true">
            {SENS_CODE[annee.code]}
          </span>
        </p>
      )}
      <details>
        <summary>Voies et délais de recours</summary>
        <ul>
          {VOIES_DE_RECOURS.map((voie) => (
            <li key={voie}>{voie}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
