import { CodeDecision } from "@/components/code-decision";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import type { VueNiveau } from "@/lib/cursus/vue-niveaux";
import type { VueUe } from "@/lib/cursus/vue-ue";
import { MOTS_STABILITE } from "../stabilite";
import { EtatDuNiveau } from "./etat-niveau";
import styles from "./marche.module.css";

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

interface PropsNiveau {
  readonly niveau: VueNiveau;
  readonly competence: string;
  readonly base: string;
}

/** Le bas d'une marche : son niveau et son état ; un geste ouvre sa fiche, et le RCUE de l'année montrée ici. */
export function MarcheNiveau({ niveau, competence, base }: PropsNiveau) {
  const annee = niveau.anneeUniversitaire ? `?annee=${niveau.anneeUniversitaire}` : "";
  return (
    <a className={classes(niveau)} href={`${base}/niveau/${niveau.id}${annee}`}>
      <span className={styles.ordre}>
        Niveau {niveau.ordre}
        <span className="lecteur-seul"> de {competence}</span>
      </span>
      <span className={styles.etat}>
        <EtatDuNiveau etat={niveau.etat} decide={niveau.decide} />
      </span>
    </a>
  );
}

/** Interrompu, un niveau n'a pas de teinte à lui : comme celui qu'on n'a pas commencé. */
function classes({ etat, decide, ordre }: VueNiveau): string {
  return [styles.marche, styles[`ordre${ordre}`], styles[etat] ?? styles["a-venir"], !decide && styles.calcule]
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
