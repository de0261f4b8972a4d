import type { ReactNode } from "react";
import { Jour } from "@/components/ui/jour";
import { formatNote } from "@/lib/but/modele/note";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import type { Demande } from "@/lib/corrections/queries";
import { EtatDemande } from "./etat-demande";
import styles from "./fil-demande.module.css";

interface Props {
  readonly demande: Demande;
  /** Nommer l'étudiant, pour qui lit les demandes de plusieurs. */
  readonly nommee?: boolean;
  /** Le titre dont la demande dépend : 3 dans une section, 2 sous celui de la page. */
  readonly niveau?: 2 | 3;
  /** Ce qu'on peut faire de cette demande. */
  readonly children?: ReactNode;
}

/** Une demande et sa réponse, dans l'ordre où elles ont été dites. */
export function FilDemande({ demande, nommee, niveau = 3, children }: Props) {
  const { evaluation, semestre, etudiant, note } = demande;
  const titre = `demande-${demande.id}`;
  const Titre = `h${niveau}` as const;
  const aCorriger = demande.etat === "acceptee" && evaluation.publiee && demande.corrigeeLe === null;
  return (
    <article className={styles.fil} aria-labelledby={titre}>
      <header className={styles.tete}>
        <div className={styles.quoi}>
          <Titre id={titre} className={styles.titre}>
            {nommee ? `${etudiant.nom} ${etudiant.prenom}, ` : ""}
            {evaluation.titre}
          </Titre>
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
      {(aCorriger || children) && (
        <div className={styles.suite}>
          {aCorriger && <span>La note n'a pas encore changé.</span>}
          {children}
        </div>
      )}
    </article>
  );
}
