"use client";
import { type FormEvent, useState } from "react";
import styles from "@/app/(connecte)/enseignement/formulaires.module.css";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/field";

interface Props {
  readonly combien: number;
  readonly onMotif: (motif: string) => void;
  readonly onAbandon: () => void;
}

/** Une seule fois par série : pourquoi des notes déjà publiées changent. */
export function MotifDialog({ combien, onMotif, onAbandon }: Props) {
  const [motif, setMotif] = useState("");
  const [erreur, setErreur] = useState<string>();
  const submit = (evenement: FormEvent) => {
    evenement.preventDefault();
    if (motif.trim().length < 3) return setErreur("Dites pourquoi en quelques mots.");
    onMotif(motif.trim());
    setMotif("");
  };
  return (
    <Dialog open={combien > 0} onClose={() => combien > 0 && onAbandon()} titre="Pourquoi modifier une note publiée ?">
      <form onSubmit={submit} className={styles.formulaire}>
        <p>
          {combien > 1 ? `${combien} changements attendent` : "Un changement attend"} ce motif ; il vaudra aussi pour
          les suivants, jusqu'à ce que vous quittiez la page. L'étudiant verra que sa note a été modifiée.
        </p>
        <Textarea
          label="Motif de la modification"
          aide="Par exemple : erreur de report, copie recorrigée."
          value={motif}
          maxLength={500}
          data-premier
          onChange={(e) => setMotif(e.target.value)}
          erreur={erreur}
        />
        <div className={styles.boutons}>
          <Button type="submit" aspect="principal">
            Enregistrer avec ce motif
          </Button>
          <Button onClick={onAbandon}>Annuler {combien > 1 ? "ces changements" : "ce changement"}</Button>
        </div>
      </form>
    </Dialog>
  );
}
