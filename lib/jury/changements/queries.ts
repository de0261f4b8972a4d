import "server-only";
import { and, eq, inArray, max, or } from "drizzle-orm";
import { coefficient, evaluation, inscription, journal, type Lecture, note, ue } from "@/db";

/** Ce qui, d'une UE, change une moyenne. La confirmer n'en change aucune. */
const D_UNE_UE = ["coefficient corrigé", "pôles modifiés"];
/** Ce qui change les moyennes d'une évaluation qui compte, ou qui cesse de compter. */
const D_UNE_EVALUATION = ["évaluation publiée", "évaluation modifiée", "évaluation archivée", "évaluation restaurée"];
const RETIREE = "publication retirée";

/**
 * Quand quelque chose d'un résultat a changé pour la dernière fois, par inscription des étudiants de ce semestre : une
 * note, un bonus, une dispense, l'état ou le parcours, un coefficient ou un pôle, une évaluation qui compte ou ne compte
 * plus. Les décisions, elles, disent leur date.
 */
export async function readChangements(lecture: Lecture, semestreId: string): Promise<ReadonlyMap<string, string>> {
  const concernes = inArray(
    inscription.etudiantId,
    lecture.select({ id: inscription.etudiantId }).from(inscription).where(eq(inscription.semestreId, semestreId)),
  );
  const notes = await lecture
    .select({ id: inscription.id, le: max(note.modifieeLe) })
    .from(note)
    .innerJoin(inscription, eq(inscription.id, note.inscriptionId))
    .where(concernes)
    .groupBy(inscription.id);
  const personnels = await lecture
    .select({ id: inscription.id, le: max(journal.creeLe) })
    .from(journal)
    .innerJoin(inscription, eq(inscription.id, journal.sujetId))
    .where(and(eq(journal.sujetType, "inscription"), concernes))
    .groupBy(inscription.id);
  const desUes = await lecture
    .select({ id: inscription.id, le: max(journal.creeLe) })
    .from(journal)
    .innerJoin(ue, eq(ue.id, journal.sujetId))
    .innerJoin(inscription, eq(inscription.maquetteSemestreId, ue.maquetteSemestreId))
    .where(and(eq(journal.sujetType, "ue"), inArray(journal.action, D_UNE_UE), concernes))
    .groupBy(inscription.id);
  const desEvaluations = await lecture
    .select({ id: inscription.id, le: max(journal.creeLe) })
    .from(journal)
    .innerJoin(evaluation, eq(evaluation.id, journal.sujetId))
    .innerJoin(coefficient, eq(coefficient.elementId, evaluation.elementId))
    .innerJoin(ue, eq(ue.id, coefficient.ueId))
    .innerJoin(
      inscription,
      and(eq(inscription.semestreId, evaluation.semestreId), eq(inscription.maquetteSemestreId, ue.maquetteSemestreId)),
    )
    .where(
      and(
        eq(journal.sujetType, "evaluation"),
        or(and(eq(evaluation.etat, "publiee"), inArray(journal.action, D_UNE_EVALUATION)), eq(journal.action, RETIREE)),
        concernes,
      ),
    )
    .groupBy(inscription.id);
  const derniers = new Map<string, string>();
  for (const { id, le } of [...notes, ...personnels, ...desUes, ...desEvaluations])
    if (le !== null && le > (derniers.get(id) ?? "")) derniers.set(id, le);
  return derniers;
}
