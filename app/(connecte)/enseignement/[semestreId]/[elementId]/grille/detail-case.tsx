import type { CaseAffichee } from "@/app/(connecte)/enseignement/evaluations/[evaluationId]/envoi/use-saisie";
import { Conflit } from "@/app/(connecte)/enseignement/evaluations/[evaluationId]/grille/conflit";
import { EtatCase } from "@/app/(connecte)/enseignement/evaluations/[evaluationId]/grille/etat-case";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { LigneGrille } from "@/lib/notes/queries";
import styles from "./tableau.module.css";

interface Props {
  readonly ligne: LigneGrille | undefined;
  readonly titre: string;
  readonly affichee: CaseAffichee | undefined;
  readonly onChoix: (choix: "mienne" | "autre") => void;
  readonly onHistoire: () => void;
}

/** Où l'on tape, ce que dit cette case, et le choix à faire si quelqu'un d'autre l'a changée. */
export function DetailCase({ ligne, titre, affichee, onChoix, onHistoire }: Props) {
  if (!ligne || !affichee) return <p className={styles.detail}>Choisissez une case pour saisir une note.</p>;
  const { etat, refus, conflit, texte } = affichee;
  return (
    <div className={styles.detail}>
      <strong>
        {ligne.nom} {ligne.prenom} · {titre}
      </strong>
      {etat ? <EtatCase etat={etat} /> : <span>Pas encore de note</span>}
      {ligne.note?.modifiee && <Badge ton="info">Modifiée après publication</Badge>}
      {refus && <span className={styles.raison}>{refus}</span>}
      {ligne.note && (
        <Button petit aspect="discret" onClick={onHistoire}>
          Histoire
        </Button>
      )}
      {conflit && <Conflit mienne={texte} autre={conflit.autre} onChoix={onChoix} />}
    </div>
  );
}
