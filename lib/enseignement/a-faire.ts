import type { ElementSuivi, EvaluationSuivie } from "@/lib/evaluations/effectifs";
import { isNoteAttendue, raisonVerrou } from "@/lib/evaluations/libelles";

export interface AFaire {
  /** Notes qui manquent dans des évaluations déjà passées. */
  readonly notes: number;
  /** Évaluations saisies que les étudiants ne voient pas encore. */
  readonly publications: number;
  readonly sansEvaluation: boolean;
}

/** Combien de notes manquent à une évaluation ; une évaluation à venir n'en attend pas encore. */
export function notesManquantes(e: EvaluationSuivie, inscrits: number, aujourdhui: string): number {
  return isNoteAttendue(e.type) && e.date <= aujourdhui ? Math.max(0, inscrits - e.saisies) : 0;
}

/** Ce que l'enseignant a encore à faire dans un élément ; rien dans un semestre où il ne peut plus écrire. */
export function aFaire({ semestre, evaluations, inscrits }: ElementSuivi, aujourdhui: string): AFaire {
  if (raisonVerrou(semestre.etat) !== null) return { notes: 0, publications: 0, sansEvaluation: false };
  return {
    notes: evaluations.reduce((n, e) => n + notesManquantes(e, inscrits, aujourdhui), 0),
    publications: evaluations.filter((e) => e.etat !== "publiee" && e.saisies > 0).length,
    sansEvaluation: evaluations.length === 0,
  };
}

/** Plus c'est grand, plus c'est pressé. */
export const urgence = ({ notes, publications, sansEvaluation }: AFaire): number =>
  notes > 0 ? 3 : publications > 0 ? 2 : sansEvaluation ? 1 : 0;
