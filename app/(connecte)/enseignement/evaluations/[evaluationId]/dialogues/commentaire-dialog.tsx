"use client";
import { useEffect, useRef, useState } from "react";
import { formatInstant } from "@/app/(connecte)/enseignement/instants";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input, Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { saveCommentaire } from "@/lib/notes/commentaire/actions";
import { COMMENTAIRE_MAX, type CommentaireLu } from "@/lib/notes/commentaire/entree";
import type { Grille, LigneGrille } from "@/lib/notes/queries";
import styles from "./dialogues.module.css";

interface Props {
  readonly evaluation: Grille["evaluation"];
  readonly ligne: LigneGrille | null;
  readonly modifiable: boolean;
  readonly onEnregistre: () => void;
  readonly onClose: () => void;
}

/** Le commentaire d'une note : ce que l'étudiant lira à côté d'elle, une fois publiée. */
export function CommentaireDialog({ ligne, onClose, ...reste }: Props) {
  return (
    <Dialog
      open={ligne !== null}
      onClose={onClose}
      titre={ligne ? `Commentaire pour ${ligne.nom} ${ligne.prenom}` : "Commentaire"}
    >
      {ligne && <Formulaire key={ligne.inscriptionId} ligne={ligne} onClose={onClose} {...reste} />}
    </Dialog>
  );
}

function Formulaire({ evaluation, ligne, modifiable, onEnregistre, onClose }: Props & { readonly ligne: LigneGrille }) {
  const enPlace = ligne.commentaire;
  const [texte, setTexte] = useState(enPlace?.texte ?? "");
  const [motif, setMotif] = useState("");
  const [lue, setLue] = useState(enPlace?.version ?? 0);
  const { envoyer, enCours, resultat, erreurs } = useEnvoi(saveCommentaire, () => {
    onEnregistre();
    onClose();
  });
  // La fenêtre, en s'ouvrant, prend le clavier ; il vient ici juste après.
  const champ = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const image = requestAnimationFrame(() => champ.current?.focus());
    return () => cancelAnimationFrame(image);
  }, []);
  const publiee = evaluation.etat === "publiee";
  const autre =
    resultat?.ok === false && resultat.code === "conflit"
      ? (resultat.detail as { readonly autre?: CommentaireLu } | null)?.autre
      : undefined;

  if (!modifiable) return <p className={styles.citation}>{enPlace?.texte}</p>;
  return (
    <form
      className={styles.formulaire}
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        envoyer({
          evaluationId: evaluation.id,
          cle: ligne.inscriptionId,
          texte,
          versionLue: autre?.version ?? lue,
          motif: motif.trim() || null,
        });
        if (autre) setLue(autre.version);
      }}
    >
      <Textarea
        label="Commentaire"
        aide={`${publiee ? "L'étudiant le lit à côté de sa note" : "L'étudiant le lira à côté de sa note, quand elle sera publiée"}. ${COMMENTAIRE_MAX} signes au plus ; vide, il est retiré.`}
        erreur={erreurs.texte}
        rows={4}
        ref={champ}
        maxLength={COMMENTAIRE_MAX}
        value={texte}
        onChange={(e) => setTexte(e.target.value)}
      />
      {publiee && (
        <Input
          label="Motif"
          aide="Cette évaluation est publiée : dites pourquoi son commentaire change."
          erreur={erreurs.motif}
          value={motif}
          maxLength={500}
          onChange={(e) => setMotif(e.target.value)}
        />
      )}
      {resultat && !resultat.ok && Object.keys(erreurs).length === 0 && (
        <Notice ton="danger" role="alert">
          {resultat.message}
          {autre && (
            <span className={styles.citation}>
              {autre.texte || "(retiré)"} — {autre.par}, {formatInstant(autre.le)}
            </span>
          )}
        </Notice>
      )}
      <div className={styles.boutons}>
        <Button type="submit" aspect="principal" disabled={enCours}>
          {autre ? "Enregistrer le mien" : "Enregistrer"}
        </Button>
        <Button onClick={onClose} disabled={enCours}>
          Annuler
        </Button>
      </div>
    </form>
  );
}
