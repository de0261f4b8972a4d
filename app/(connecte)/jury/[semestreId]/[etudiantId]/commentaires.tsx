"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { addCommentaire } from "@/lib/jury/commentaires/actions";
import { TEXTE_MAX } from "@/lib/jury/commentaires/input";
import type { Commentaire } from "@/lib/jury/commentaires/queries";
import { formatInstant } from "@/lib/jury/libelles";
import styles from "./etudiant.module.css";

interface Props {
  readonly semestreId: string;
  readonly etudiantId: string;
  readonly commentaires: readonly Commentaire[];
  readonly ecrire: boolean;
}

/** Ce que le jury note pour s'en souvenir : cela s'ajoute, et ne sort pas du dossier. */
export function Commentaires({ semestreId, etudiantId, commentaires, ecrire }: Props) {
  const [texte, setTexte] = useState("");
  const [fait, setFait] = useState(false);
  const envoi = useEnvoi(addCommentaire, () => {
    setTexte("");
    setFait(true);
  });
  return (
    <section className={styles.commentaires} aria-labelledby="commentaires">
      <h2 id="commentaires">
        Commentaires <span className={styles.discret}>{commentaires.length}</span>
      </h2>
      {commentaires.length > 0 && (
        <ol className={styles.fil}>
          {commentaires.map((c) => (
            <li key={c.id}>
              <p>{c.texte}</p>
              <span className={styles.discret}>
                {c.auteur}, {formatInstant(c.creeLe)}, jury de {c.jury}
              </span>
            </li>
          ))}
        </ol>
      )}
      {ecrire ? (
        <form
          className={styles.commenter}
          noValidate
          onSubmit={(evenement) => {
            evenement.preventDefault();
            setFait(false);
            envoi.envoyer({ semestreId, etudiantId, texte });
          }}
        >
          <Textarea
            label="Ajouter un commentaire"
            value={texte}
            rows={2}
            maxLength={TEXTE_MAX}
            onChange={(evenement) => setTexte(evenement.target.value)}
            erreur={envoi.erreurs.texte}
            aide="Lu par le jury et la direction des études seulement. Il ne s'efface pas : écrivez ce que vous pourriez dire à l'étudiant."
          />
          {envoi.resultat && !envoi.resultat.ok && !envoi.erreurs.texte && (
            <Notice ton="danger" role="alert">
              {envoi.resultat.message}
            </Notice>
          )}
          <div className={styles.gestes}>
            <p role="status" className={styles.fait}>
              {fait && "Commentaire ajouté."}
            </p>
            <Button type="submit" disabled={envoi.enCours}>
              {envoi.enCours ? "Un instant…" : "Ajouter le commentaire"}
            </Button>
          </div>
        </form>
      ) : (
        <p className={styles.discret}>
          {commentaires.length === 0 && "Aucun commentaire. "}Le jury a délibéré : le dossier est signé, rien ne s'y
          ajoute.
        </p>
      )}
    </section>
  );
}
