"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { EvaluationDetaillee, FicheElement } from "@/lib/evaluations/fiche/queries";
import { moveEvaluation } from "@/lib/evaluations/rangement/actions";
import { ArchivageDialog } from "./archivage-dialog";
import { Archivees } from "./archivees";
import { CarteEvaluation, type GesteCarte, idDeplacement } from "./carte-evaluation";
import styles from "./element.module.css";
import { type Edition, EvaluationDialog } from "./evaluation-dialog";
import { SuppressionDialog } from "./suppression-dialog";

interface Props {
  readonly fiche: FicheElement;
  readonly aujourdhui: string;
  readonly modifiable: boolean;
  readonly publiable: boolean;
}

/** Les évaluations d'un élément, dans l'ordre choisi, et ce qu'on en fait. */
export function Evaluations({ fiche, aujourdhui, modifiable, publiable }: Props) {
  const router = useRouter();
  const [edition, setEdition] = useState<Edition | null>(null);
  const [suppression, setSuppression] = useState<EvaluationDetaillee | null>(null);
  const [archivage, setArchivage] = useState<EvaluationDetaillee | null>(null);
  const [annonce, setAnnonce] = useState("");
  const [refus, setRefus] = useState<string | null>(null);
  const deplacee = useRef<{ readonly id: string; readonly sens: "monter" | "descendre" } | null>(null);
  const refresh = () => router.refresh();

  // La carte déplacée garde le clavier ; au bout de la liste, son autre bouton le prend.
  // biome-ignore lint/correctness/useExhaustiveDependencies: le focus se rend quand la liste relue arrive, pas avant.
  useEffect(() => {
    if (!deplacee.current) return;
    const { id, sens } = deplacee.current;
    const bouton = (s: typeof sens) => document.getElementById(idDeplacement(s, id));
    const voulu = bouton(sens);
    (voulu?.matches(":disabled") ? bouton(sens === "monter" ? "descendre" : "monter") : voulu)?.focus();
    deplacee.current = null;
  }, [fiche.evaluations]);

  const deplace = async (e: EvaluationDetaillee, sens: "monter" | "descendre") => {
    setRefus(null);
    const resultat = await moveEvaluation({ evaluationId: e.id, sens }).catch(() => null);
    if (!resultat) return setRefus("Le serveur ne répond pas : l'ordre n'a pas changé.");
    if (!resultat.ok) return setRefus(resultat.message);
    deplacee.current = { id: e.id, sens };
    setAnnonce(`« ${e.titre} » est maintenant en position ${resultat.valeur.rang} sur ${resultat.valeur.sur}.`);
    refresh();
  };

  const joue = (geste: GesteCarte, e: EvaluationDetaillee) => {
    switch (geste) {
      case "modifier":
        return setEdition({ geste, modele: e });
      case "dupliquer":
        return setEdition({ geste: "creer", modele: e });
      case "supprimer":
        return setSuppression(e);
      case "archiver":
        return setArchivage(e);
      case "monter":
      case "descendre":
        return void deplace(e, geste);
    }
  };

  return (
    <section aria-labelledby="evaluations">
      <div className={styles.enteteEvaluations}>
        <h2 id="evaluations">Évaluations</h2>
        <div className={styles.gestes}>
          {fiche.evaluations.length > 1 && (
            <LinkButton href={`/enseignement/${fiche.semestre.id}/${fiche.element.id}/grille`}>
              Toutes les notes en un tableau
            </LinkButton>
          )}
          {modifiable && (
            <Button aspect="principal" onClick={() => setEdition({ geste: "creer", modele: null })}>
              <Plus size={18} aria-hidden="true" />
              Créer une évaluation
            </Button>
          )}
        </div>
      </div>
      {refus && (
        <Notice ton="danger" role="alert">
          {refus}
        </Notice>
      )}
      <p className="lecteur-seul" role="status">
        {annonce}
      </p>
      {fiche.evaluations.length === 0 ? (
        <p className={styles.vide}>
          Aucune évaluation pour l'instant.
          {modifiable && " Créez la première : un titre, une date, un coefficient, et la grille s'ouvre."}
        </p>
      ) : (
        <ul className={styles.liste}>
          {fiche.evaluations.map((e, rang) => (
            <CarteEvaluation
              key={e.id}
              evaluation={e}
              rang={rang}
              fiche={fiche}
              aujourdhui={aujourdhui}
              modifiable={modifiable}
              publiable={publiable}
              onGeste={joue}
              onPublie={refresh}
            />
          ))}
        </ul>
      )}
      {fiche.archivees.length > 0 && (
        <Archivees archivees={fiche.archivees} modifiable={modifiable} onRestauree={refresh} />
      )}
      <EvaluationDialog
        edition={edition}
        fiche={fiche}
        aujourdhui={aujourdhui}
        onClose={() => setEdition(null)}
        onFait={refresh}
      />
      <SuppressionDialog evaluation={suppression} onClose={() => setSuppression(null)} onFait={refresh} />
      <ArchivageDialog evaluation={archivage} onClose={() => setArchivage(null)} onFait={refresh} />
    </section>
  );
}
