import { CodeDecision, SENS_CODE } from "@/components/code-decision";
import { Badge } from "@/components/ui/badge";
import { formatCentiemes, formatCourt } from "@/lib/but/nombres/centiemes";
import type { VueNiveau } from "@/lib/cursus/vue-niveaux";
import type { VueUe } from "@/lib/cursus/vue-ue";
import { Stabilite } from "../stabilite";
import styles from "./carte-ue.module.css";
import { Marches } from "./marches";

interface Props {
  readonly ue: VueUe;
  /** Les niveaux de sa compétence, pour situer la marche qu'elle construit. */
  readonly niveaux: readonly VueNiveau[];
  readonly base: string;
}

/** Une UE du semestre : la moyenne d'abord, tout le reste en plus petit. */
export function CarteUe({ ue, niveaux, base }: Props) {
  const niveau = niveaux.find((n) => n.annee === Math.ceil(ue.numero / 2));
  const titre = `ue-${ue.ueId}`;
  return (
    <section className={styles.carte} aria-labelledby={titre}>
      <header className={styles.tete}>
        <Marches niveaux={niveaux} courant={niveau?.ordre} />
        <div className={styles.noms}>
          <h3 id={titre}>{ue.competence}</h3>
          <p className={styles.sous}>
            {niveau && <>Niveau {niveau.ordre} · </>}
            {ue.ects} ECTS
          </p>
        </div>
      </header>
      <Moyenne ue={ue} />
      <Precisions ue={ue} />
      <div className={styles.etat}>
        {ue.sansMoyenne ? !ue.decision && <Badge>{ue.sansMoyenne}</Badge> : <Stabilite etat={ue.stabilite} />}
        {ue.decision && (
          <>
            <CodeDecision code={ue.decision.code} />
            {ue.decision.code !== "ADM" && (
              <span className={styles.sens} aria-hidden="true">
                {SENS_CODE[ue.decision.code]}
              </span>
            )}
          </>
        )}
      </div>
      <Attente ue={ue} />
      <a className={styles.lien} href={`${base}/ue/${ue.semestreId}/${ue.ueId}`}>
        Montrez-moi le calcul <span className="lecteur-seul">de l'UE {ue.competence}</span>
      </a>
    </section>
  );
}

function Moyenne({ ue }: { readonly ue: VueUe }) {
  if (ue.moyenne === null)
    return <p className={styles.aucune}>{ue.sansMoyenne ? "Pas de moyenne" : "Pas encore de moyenne"}</p>;
  return (
    <p className={styles.moyenne}>
      <span className="lecteur-seul">Moyenne </span>
      {formatCentiemes(ue.moyenne)}
      <span className={styles.sur}> / 20</span>
    </p>
  );
}

function Precisions({ ue: { avantBonus, bonus, recalculee, capitalisee } }: { readonly ue: VueUe }) {
  if (avantBonus === null && recalculee === null && !capitalisee) return null;
  return (
    <div className={styles.precisions}>
      {avantBonus !== null && (
        <p className={styles.detail}>
          {formatCentiemes(avantBonus)} avant le bonus de {formatCourt(bonus)} %
        </p>
      )}
      {recalculee !== null && (
        <p className={styles.detail}>Vue par le jury. Les notes donnent aujourd'hui {formatCentiemes(recalculee)}.</p>
      )}
      {capitalisee && <p className={styles.detail}>Déjà acquise : la meilleure des deux moyennes compte.</p>}
    </div>
  );
}

function Attente({ ue: { attente } }: { readonly ue: VueUe }) {
  if (!attente || attente.liste.length === 0) return null;
  return (
    <details className={styles.attente}>
      <summary>{attente.resume}</summary>
      <ul>
        {attente.liste.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
    </details>
  );
}
