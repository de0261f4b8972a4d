import { Card } from "@/components/ui/card";
import type { VueFicheNiveau } from "@/lib/cursus/calculs";
import { CalculRcue } from "../ue/calcul";
import { EtatDuNiveau } from "./etat-niveau";
import styles from "./fiche-niveau.module.css";

/** Un niveau : son titre officiel, où il en est, ce qu'il demande d'apprendre, puis le calcul de son RCUE. */
export function FicheNiveau({ fiche }: { readonly fiche: VueFicheNiveau }) {
  const { titre, etat, decide, apprentissages, rcue } = fiche;
  return (
    <div className={styles.fiche}>
      <Card aria-labelledby="officiel">
        <h2 id="officiel">{titre}</h2>
        <p className={styles.etat}>
          <EtatDuNiveau etat={etat} decide={decide} />
        </p>
        <h3>Apprentissages critiques</h3>
        <ul className={styles.apprentissages}>
          {apprentissages.map(({ code, libelle }) => (
            <li key={code}>
              <span className={styles.code}>{code}</span> {libelle}
            </li>
          ))}
        </ul>
      </Card>
      {rcue && (
        <section aria-labelledby="calcul-titre" className={styles.rcue}>
          <h2 id="calcul-titre">Le calcul du RCUE</h2>
          <CalculRcue calcul={rcue} />
        </section>
      )}
    </div>
  );
}
