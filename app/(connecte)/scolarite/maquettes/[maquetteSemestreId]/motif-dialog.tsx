"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/field";
import styles from "../../scolarite.module.css";

export interface DemandeMotif {
  readonly titre: string;
  readonly raison: string;
  readonly envoyer: (motif: string) => void;
  readonly annuler: () => void;
}

interface Props {
  readonly demande: DemandeMotif | null;
  readonly onFin: () => void;
}

/** Demande pourquoi un coefficient confirmé change, avant de l'envoyer. */
export function MotifDialog({ demande, onFin }: Props) {
  const [vide, setVide] = useState(false);
  const abandonner = () => {
    demande?.annuler();
    setVide(false);
    onFin();
  };
  return (
    <Dialog open={demande !== null} onClose={abandonner} titre={demande?.titre ?? "Correction"}>
      {demande && (
        <form
          className={styles.formulaire}
          noValidate
          onSubmit={(e) => {
            e.preventDefault();
            const motif = String(new FormData(e.currentTarget).get("motif")).trim();
            setVide(motif === "");
            if (motif === "") return;
            demande.envoyer(motif);
            onFin();
          }}
        >
          <p>{demande.raison} Dites pourquoi il change : le journal le gardera.</p>
          <Textarea label="Motif" name="motif" erreur={vide ? "Écrivez un motif, ou annulez." : undefined} />
          <div className={styles.ligne}>
            <Button type="submit" aspect="principal">
              Corriger le coefficient
            </Button>
            <Button onClick={abandonner}>Annuler</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
