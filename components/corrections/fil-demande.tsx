import type { ReactNode } from "react";
import { Jour } from "@/components/ui/jour";
import { formatCourt, formatNote } from "@/lib/but/note";
import type { Demande } from "@/lib/corrections/queries";
import { EtatDemande } from "./etat-demande";
import styles from "./fil-demande.module.css";

interface Props {
  readonly demande: Demande;
  /** Nommer l'étudiant, pour qui lit les demandes de plusieurs. */
  readonly nommee?: boolean;
  /** Ce qu'on peut faire de cette demande. */
  readonly children?: ReactNode;
}

/** Une demande et sa réponse, dans l'ordre où elles ont été dites. */
export function FilDemande({ demande, nommee, children }: Props) {
  const { evaluation, semestre, etudiant, note } = demande;
  const titre = `demande-${demande.id}`;
  return (
    <article className={styles.fil} aria-labelledby={titre}>
      <header className={styles.tete}>
        <div className={styles.quoi}>
          <h3 id={titre}>
            {nommee ? `${etudiant.nom} ${etudiant.prenom}, ` : ""}
            {evaluation.titre}
          </h3>
          <span className={styles.sous}>
            {evaluation.element} · S{semestre.numero} {semestre.anneeUniversitaire} · <Jour le={evaluation.date} />
          </span>
          <span className={styles.sous}>
            {evaluation.publiee ? (
              <>
                Note publiée : <span className={styles.note}>{note === null ? "aucune" : formatNote(note)}</span>
                {typeof note === "number" && ` sur ${formatCourt(evaluation.bareme)}`}
                {demande.corrigeeLe && (
                  <>
                    , changée depuis la demande, le <Jour le={demande.corrigeeLe} />
                  </>
                )}
              </>
            ) : (
              "La publication de cette évaluation a été retirée."
            )}
          </span>
        </div>
        <EtatDemande etat={demande.etat} />
      </header>
      <blockquote className={styles.parole}>
        <p>{demande.texte}</p>
        <footer>
          Demandé le <Jour le={demande.creeLe} />
        </footer>
      </blockquote>
      {demande.reponse && demande.traiteeLe && (
        <blockquote className={`${styles.parole} ${styles.reponse}`}>
          <p>{demande.reponse}</p>
          <footer>
            {demande.traiteePar}, le <Jour le={demande.traiteeLe} />
          </footer>
        </blockquote>
      )}
      {children}
    </article>
  );
}
