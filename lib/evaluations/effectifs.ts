import "server-only";
import { and, countDistinct, eq, inArray, isNotNull, or } from "drizzle-orm";
import { coefficient, type element, evaluation, inscription, type Lecture, note, type semestre, ue } from "@/db";

/** Un élément dans un semestre. */
export const cleSuivi = (semestreId: string, elementId: string): string => `${semestreId} ${elementId}`;

/** Combien d'étudiants suivent chaque élément dans chaque semestre ; démissions et défaillances à part. */
export async function countSuivis(lecture: Lecture, semestreIds: string[], elementIds: string[]) {
  const lignes = await lecture
    .select({
      semestreId: inscription.semestreId,
      elementId: coefficient.elementId,
      combien: countDistinct(inscription.id),
    })
    .from(inscription)
    .innerJoin(ue, eq(ue.maquetteSemestreId, inscription.maquetteSemestreId))
    .innerJoin(coefficient, eq(coefficient.ueId, ue.id))
    .where(
      and(
        eq(inscription.etat, "I"),
        inArray(inscription.semestreId, semestreIds),
        inArray(coefficient.elementId, elementIds),
      ),
    )
    .groupBy(inscription.semestreId, coefficient.elementId);
  return new Map(lignes.map((l) => [cleSuivi(l.semestreId, l.elementId), l.combien]));
}

/** Combien de notes ou de codes saisis par évaluation, chez les inscrits. */
export async function countSaisies(lecture: Lecture, semestreIds: string[], elementIds: string[]) {
  const lignes = await lecture
    .select({ evaluationId: evaluation.id, combien: countDistinct(note.id) })
    .from(evaluation)
    .innerJoin(note, eq(note.evaluationId, evaluation.id))
    .innerJoin(inscription, eq(inscription.id, note.inscriptionId))
    .where(
      and(
        inArray(evaluation.semestreId, semestreIds),
        inArray(evaluation.elementId, elementIds),
        eq(inscription.etat, "I"),
        or(isNotNull(note.valeur), isNotNull(note.code)),
      ),
    )
    .groupBy(evaluation.id);
  return new Map(lignes.map((l) => [l.evaluationId, l.combien]));
}

export interface EvaluationSuivie {
  readonly id: string;
  readonly titre: string;
  readonly date: string;
  readonly type: (typeof evaluation.$inferSelect)["type"];
  readonly etat: (typeof evaluation.$inferSelect)["etat"];
  readonly saisies: number;
}

export interface ElementSuivi {
  readonly semestre: {
    readonly id: string;
    readonly numero: number;
    readonly anneeUniversitaire: string;
    readonly regime: (typeof semestre.$inferSelect)["regime"];
    readonly etat: (typeof semestre.$inferSelect)["etat"];
    readonly promotion: string;
  };
  readonly element: {
    readonly id: string;
    readonly titre: string;
    readonly nature: typeof element.$inferSelect.nature;
  };
  readonly inscrits: number;
  readonly evaluations: readonly EvaluationSuivie[];
}
