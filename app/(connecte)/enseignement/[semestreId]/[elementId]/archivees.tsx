"use client";
import { useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { EvaluationArchivee } from "@/lib/evaluations/fiche/queries";
import { formatJour } from "@/lib/evaluations/libelles";
import { restoreEvaluation } from "@/lib/evaluations/rangement/actions";
import { formatInstant } from "../../instants";
import styles from "./element.module.css";

interface Props {
  readonly archivees: readonly EvaluationArchivee[];
  readonly modifiable: boolean;
  readonly onRestauree: () => void;
}

/** Ce qui a été écarté, replié : lisible, restaurable, et nulle part compté. */
export function Archivees({ archivees, modifiable, onRestauree }: Props) {
  const [refus, setRefus] = useState<string | null>(null);
  const restaure = async (evaluationId: string) => {
    setRefus(null);
    const resultat = await restoreEvaluation({ evaluationId }).catch(() => null);
    if (!resultat) return setRefus("Le serveur ne répond pas : rien n'a été restauré.");
    if (!resultat.ok) return setRefus(resultat.message);
    onRestauree();
  };
  return (
    <details className={styles.archivees}>
      <summary>Évaluations archivées ({archivees.length})</summary>
      {refus && (
        <Notice ton="danger" role="alert">
          {refus}
        </Notice>
      )}
      <ul className={styles.liste}>
        {archivees.map((e) => (
          <li key={e.id} className={styles.evaluation}>
            <div className={styles.corps}>
              <h3>{e.titre}</h3>
              <p className={styles.details}>
                {formatJour(e.date)} · {e.saisies > 1 ? `${e.saisies} notes saisies` : `${e.saisies} note saisie`}
              </p>
              <p className={styles.details}>
                Archivée par {e.par} {formatInstant(e.archiveeLe)}. Motif : {e.motif}
              </p>
            </div>
            <div className={styles.gestes}>
              <LinkButton
                href={`/enseignement/evaluations/${e.id}`}
                petit
                aspect="secondaire"
                aria-label={`Voir les notes : ${e.titre}`}
              >
                Voir les notes
              </LinkButton>
              {modifiable && (
                <Button
                  petit
                  aspect="discret"
                  aria-label={`Restaurer : ${e.titre}`}
                  onClick={() => void restaure(e.id)}
                >
                  Restaurer
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
