import { CodeDecision } from "@/components/code-decision";
import { anneeDuJury } from "@/lib/jury/objets";
import type { Plan } from "@/lib/jury/plan";
import styles from "./etudiant.module.css";

/** Ce que l'enregistrement écrira et ce qu'il changera ailleurs, avant de confirmer. */
export function Effets({ plan }: { readonly plan: Plan }) {
  const { lignes, avant, apres } = plan;
  if (lignes.length === 0) return <p className={styles.rien}>Rien de nouveau à enregistrer.</p>;
  const entrainees = lignes.filter((l) => l.raison !== null);
  const suites = [
    proposition(plan),
    apres.ectsAcquis !== avant.ectsAcquis && `ECTS acquis : ${avant.ectsAcquis} → ${apres.ectsAcquis}`,
    apres.passageS3.ouvert !== avant.passageS3.ouvert && `S3 : ${apres.passageS3.raison}`,
    apres.passageS5.ouvert !== avant.passageS5.ouvert && `S5 : ${apres.passageS5.raison}`,
    apres.dut !== avant.dut &&
      (apres.dut ? "Les conditions du DUT sont réunies." : "Les conditions du DUT ne le sont plus."),
    apres.but !== avant.but &&
      (apres.but ? "Les conditions du BUT sont réunies." : "Les conditions du BUT ne le sont plus."),
  ].filter((s) => s !== false && s !== null);
  return (
    <section className={styles.effets} aria-label="Ce qui sera enregistré" aria-live="polite">
      <h3>Ce qui sera enregistré</h3>
      <ul className={styles.lignes}>
        {lignes
          .filter((l) => l.raison === null)
          .map((l) => (
            <li key={l.libelle}>
              {l.libelle} {l.avant && `${l.avant} → `}
              <CodeDecision code={l.code} />
            </li>
          ))}
      </ul>
      {entrainees.length > 0 && (
        <>
          <h3>Ce que cela entraîne</h3>
          <ul className={styles.entrainees}>
            {entrainees.map((l) => (
              <li key={l.libelle}>
                {l.libelle} {l.avant && `${l.avant} → `}
                <CodeDecision code={l.code} /> <span>{l.raison}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {suites.length > 0 && (
        <ul className={styles.suites}>
          {suites.map((s) => (
            <li key={s}>{s}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Ce que ces décisions font de la proposition d'année, que le jury décide à part. */
function proposition({ objets, avant, apres }: Plan): string | null {
  const annee = objets.find((o) => o.portee === "annee");
  if (!annee) return null;
  const [de, vers] = [avant, apres].map((r) => anneeDuJury(r, annee.semestreId)?.proposition ?? null);
  return de === vers ? null : `${annee.libelle} : proposition ${de ?? "aucune"} → ${vers ?? "aucune"}`;
}
