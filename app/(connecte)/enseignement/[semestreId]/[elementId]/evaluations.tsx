"use client";
import { Pencil, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { formatCourt } from "@/lib/but/note";
import { notesManquantes } from "@/lib/enseignement/a-faire";
import { formatJour, isNoteAttendue, TITRES_TYPE } from "@/lib/evaluations/libelles";
import type { EvaluationDetaillee, FicheElement } from "@/lib/evaluations/queries";
import { EtatEvaluation } from "../../etat-evaluation";
import { Publication } from "../../publication";
import styles from "./element.module.css";
import { type Edition, EvaluationDialog } from "./evaluation-dialog";
import { SuppressionDialog } from "./suppression-dialog";

interface Props {
  readonly fiche: FicheElement;
  readonly aujourdhui: string;
  readonly modifiable: boolean;
  readonly publiable: boolean;
}

function Poids({ evaluation, fiche }: { readonly evaluation: EvaluationDetaillee; readonly fiche: FicheElement }) {
  const courts = new Map(fiche.ues.map((u) => [u.competenceId, u.court]));
  const differents = [...courts].filter(([id]) => (evaluation.poids[id] ?? 100) !== 100);
  if (differents.length === 0) return null;
  return (
    <> · poids {differents.map(([id, court]) => `${court} ${formatCourt(evaluation.poids[id] ?? 100)}`).join(", ")}</>
  );
}

function Avance({
  evaluation: e,
  fiche,
  aujourdhui,
}: Omit<Props, "modifiable" | "publiable"> & { evaluation: EvaluationDetaillee }) {
  const manquantes = notesManquantes(e, fiche.inscrits, aujourdhui);
  const part = fiche.inscrits === 0 ? 0 : Math.min(100, Math.round((100 * e.saisies) / fiche.inscrits));
  return (
    <p className={styles.avance}>
      <span className={styles.jauge} aria-hidden="true">
        <span style={{ width: `${part}%` }} />
      </span>
      <span>
        {e.saisies} sur {fiche.inscrits} saisies
        {manquantes > 0 && ` · ${manquantes} manquante${manquantes > 1 ? "s" : ""}`}
        {isNoteAttendue(e.type) && e.date > aujourdhui && " · à venir"}
      </span>
    </p>
  );
}

/** Les évaluations d'un élément, et ce qu'on en fait. */
export function Evaluations({ fiche, aujourdhui, modifiable, publiable }: Props) {
  const router = useRouter();
  const [edition, setEdition] = useState<Edition | null>(null);
  const [suppression, setSuppression] = useState<EvaluationDetaillee | null>(null);
  const refresh = () => router.refresh();
  return (
    <section aria-labelledby="evaluations">
      <div className={styles.enteteEvaluations}>
        <h2 id="evaluations">Évaluations</h2>
        {modifiable && (
          <Button aspect="principal" onClick={() => setEdition({ geste: "creer", modele: null })}>
            <Plus size={18} aria-hidden="true" />
            Créer une évaluation
          </Button>
        )}
      </div>
      {fiche.evaluations.length === 0 ? (
        <p className={styles.vide}>
          Aucune évaluation pour l'instant.
          {modifiable && " Créez la première : un titre, une date, un coefficient, et la grille s'ouvre."}
        </p>
      ) : (
        <ul className={styles.liste}>
          {fiche.evaluations.map((e) => (
            <li key={e.id} className={styles.evaluation}>
              <div>
                <div className={styles.titre}>
                  <h3>{e.titre}</h3>
                  <EtatEvaluation etat={e.etat} />
                  {e.type !== "normale" && <Badge ton="info">{TITRES_TYPE[e.type]}</Badge>}
                </div>
                <p className={styles.details}>
                  {formatJour(e.date)} · coefficient {formatCourt(e.coefficient)} · sur {formatCourt(e.bareme)}
                  <Poids evaluation={e} fiche={fiche} />
                </p>
                <Avance evaluation={e} fiche={fiche} aujourdhui={aujourdhui} />
              </div>
              <div className={styles.gestes}>
                <LinkButton
                  href={`/enseignement/evaluations/${e.id}`}
                  petit
                  aspect="secondaire"
                  aria-label={`${publiable ? "Saisir les notes" : "Voir les notes"} : ${e.titre}`}
                >
                  {publiable ? "Saisir les notes" : "Voir les notes"}
                </LinkButton>
                {publiable && (e.etat === "publiee" || e.saisies > 0) && (
                  <Publication
                    evaluationId={e.id}
                    titre={e.titre}
                    publiee={e.etat === "publiee"}
                    petit
                    onFait={refresh}
                  />
                )}
                {modifiable && (
                  <Button
                    petit
                    aspect="discret"
                    aria-label={`Modifier : ${e.titre}`}
                    onClick={() => setEdition({ geste: "modifier", modele: e })}
                  >
                    <Pencil size={16} aria-hidden="true" />
                    Modifier
                  </Button>
                )}
                {modifiable && (
                  <Button
                    petit
                    aspect="discret"
                    aria-label={`Dupliquer : ${e.titre}`}
                    onClick={() => setEdition({ geste: "creer", modele: e })}
                  >
                    Dupliquer
                  </Button>
                )}
                {modifiable && e.vide && (
                  <Button
                    petit
                    aspect="discret"
                    aria-label={`Supprimer : ${e.titre}`}
                    onClick={() => setSuppression(e)}
                  >
                    Supprimer
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <EvaluationDialog
        edition={edition}
        fiche={fiche}
        aujourdhui={aujourdhui}
        onClose={() => setEdition(null)}
        onFait={refresh}
      />
      <SuppressionDialog evaluation={suppression} onClose={() => setSuppression(null)} onFait={refresh} />
    </section>
  );
}
