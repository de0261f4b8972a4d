"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { deleteEvaluation } from "@/lib/evaluations/actions";
import type { EvaluationDetaillee } from "@/lib/evaluations/fiche/queries";
import styles from "../../formulaires.module.css";

interface Props {
  readonly evaluation: EvaluationDetaillee | null;
  readonly onClose: () => void;
  readonly onFait: () => void;
}

export function SuppressionDialog({ evaluation, onClose, onFait }: Props) {
  const [refus, setRefus] = useState<string | null>(null);
  const ferme = () => {
    setRefus(null);
    onClose();
  };
  const supprime = async () => {
    if (!evaluation) return;
    const resultat = await deleteEvaluation({ evaluationId: evaluation.id }).catch(() => null);
    if (!resultat) return setRefus("Le serveur ne répond pas : rien n'a été supprimé.");
    if (!resultat.ok) return setRefus(resultat.message);
    ferme();
    onFait();
  };
  return (
    <Dialog open={evaluation !== null} onClose={ferme} titre="Supprimer l'évaluation">
      <div className={styles.formulaire}>
        <p>« {evaluation?.titre} » n'a aucune note : elle disparaîtra, et le journal en gardera la trace.</p>
        {refus && (
          <Notice ton="danger" role="alert">
            {refus}
          </Notice>
        )}
        <div className={styles.boutons}>
          <Button aspect="danger" onClick={supprime}>
            Supprimer l'évaluation
          </Button>
          <Button onClick={ferme} data-premier>
            Annuler
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
