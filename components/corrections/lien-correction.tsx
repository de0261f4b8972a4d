import Link from "next/link";
import { raisonFermeture } from "@/lib/corrections/libelles";
import type { Demande } from "@/lib/corrections/queries";
import { EtatDemande } from "./etat-demande";
import styles from "./lien-correction.module.css";

interface Props {
  readonly evaluation: { readonly id: string; readonly titre: string };
  readonly etatSemestre: Demande["semestre"]["etat"];
  /** L'état de la dernière demande sur cette note, s'il y en a une. */
  readonly etat: Demande["etat"] | undefined;
}

/** Sous une note : demander sa correction, ou relire la demande déjà faite ; rien quand plus rien ne peut changer. */
export function LienCorrection({ evaluation, etatSemestre, etat }: Props) {
  if (!etat && raisonFermeture(etatSemestre)) return null;
  return (
    <Link className={styles.lien} href={`/moi/demandes/${encodeURIComponent(evaluation.id)}`} prefetch={false}>
      {etat ? "Ma demande de correction" : "Demander une correction"}
      <span className="lecteur-seul"> : {evaluation.titre}</span>
      {etat && <EtatDemande etat={etat} />}
    </Link>
  );
}
