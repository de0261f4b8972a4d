import { CodeDecision } from "@/components/code-decision";
import { formatCentiemes } from "@/lib/but/note";
import type { VueNiveau } from "@/lib/cursus/vue-niveaux";
import type { VueUe } from "@/lib/cursus/vue-ue";
import { EtatDuNiveau } from "./etat-niveau";
import { idFiche } from "./fiche-niveau";
import styles from "./marche.module.css";
import { MOTS_STABILITE } from "./stabilite";

/** Dans une case étroite, « complète » suffit. */
const MENTIONS = { ...MOTS_STABILITE, complete: "complète" };

interface Props {
  readonly niveau: VueNiveau;
  readonly ue: VueUe | null;
  readonly base: string;
}

/** Le haut d'une marche : la moyenne d'une UE, avec son code ou ce qu'elle vaut encore. */
export function MarcheUe({ niveau, ue, base }: Props) {
  return (
    <div className={classes(niveau)}>
      <Ue ue={ue} base={base} />
    </div>
  );
}

/** Le bas d'une marche : son niveau et son état ; un geste ouvre sa fiche. */
export function MarcheNiveau({ niveau, competence }: { readonly niveau: VueNiveau; readonly competence: string }) {
  return (
    <button type="button" className={classes(niveau)} popoverTarget={idFiche(niveau.id)}>
      <span className={styles.ordre}>
        Niveau {niveau.ordre}
        <span className="lecteur-seul"> de {competence}</span>
      </span>
      <span className={styles.etat}>
        <EtatDuNiveau etat={niveau.etat} decide={niveau.decide} sortie={niveau.sortie} />
      </span>
    </button>
  );
}

function classes({ etat, decide, ordre, sortie }: VueNiveau): string {
  return [styles.marche, styles[`ordre${ordre}`], styles[sortie ? "a-venir" : etat], !decide && styles.calcule]
    .filter(Boolean)
    .join(" ");
}

function Ue({ ue, base }: { readonly ue: VueUe | null; readonly base: string }) {
  if (!ue) return <span className="lecteur-seul">à venir</span>;
  return (
    <>
      <a className={styles.moyenne} href={`${base}/ue/${ue.semestreId}/${ue.ueId}`}>
        {ue.moyenne === null ? "—" : formatCentiemes(ue.moyenne)}
        <span className="lecteur-seul">
          {ue.moyenne === null ? "Pas de moyenne" : ""}, {ue.competence} S{ue.numero}, le calcul
        </span>
      </a>
      {ue.decision ? (
        <CodeDecision code={ue.decision.code} />
      ) : (
        <span className={styles.mention}>{ue.sansMoyenne ?? MENTIONS[ue.stabilite]}</span>
      )}
    </>
  );
}
