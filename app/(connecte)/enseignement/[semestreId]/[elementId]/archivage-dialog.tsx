"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { EvaluationDetaillee } from "@/lib/evaluations/fiche/queries";
import { archiveEvaluation } from "@/lib/evaluations/rangement/actions";
import styles from "../../formulaires.module.css";

interface Props {
  readonly evaluation: EvaluationDetaillee | null;
  readonly onClose: () => void;
  readonly onFait: () => void;
}

/** Écarter une évaluation qui a des notes : elles restent lisibles, ne comptent plus, et le motif se garde. */
export function ArchivageDialog({ evaluation, onClose, onFait }: Props) {
  const [motif, setMotif] = useState("");
  const [refus, setRefus] = useState<{ message: string; champ: string | undefined } | null>(null);
  const ferme = () => {
    setRefus(null);
    setMotif("");
    onClose();
  };
  const submit = async (evenement: FormEvent) => {
    evenement.preventDefault();
    if (!evaluation) return;
    const resultat = await archiveEvaluation({ evaluationId: evaluation.id, motif }).catch(() => null);
    if (resultat?.ok) {
      ferme();
      return onFait();
    }
    setRefus({
      message: resultat?.message ?? "Le serveur ne répond pas : rien n'a été archivé.",
      champ: resultat?.code === "invalide" && resultat.detail !== null ? resultat.message : undefined,
    });
  };
  return (
    <Dialog open={evaluation !== null} onClose={ferme} titre="Archiver l'évaluation">
      <form onSubmit={submit} className={styles.formulaire} noValidate>
        <p>
          « {evaluation?.titre} » ne comptera plus dans aucune moyenne et quittera la liste. Ses notes et leur histoire
          restent lisibles, et elle peut être restaurée.
        </p>
        <Textarea
          label="Motif"
          aide="Par exemple : sujet annulé, évaluation refaite le 12/12."
          value={motif}
          maxLength={500}
          data-premier
          erreur={refus?.champ}
          onChange={(e) => setMotif(e.target.value)}
        />
        {refus && !refus.champ && (
          <Notice ton="danger" role="alert">
            {refus.message}
          </Notice>
        )}
        <div className={styles.boutons}>
          <Button type="submit" aspect="danger">
            Archiver l'évaluation
          </Button>
          <Button onClick={ferme}>Annuler</Button>
        </div>
      </form>
    </Dialog>
  );
}
