import "server-only";
import { and, asc, countDistinct, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { coefficient, element, evaluation, inscription, type Lecture, note, promotion, read, semestre, ue } from "@/db";
import { semestreEffectif } from "@/db/visibilite";
import type { Utilisateur } from "@/lib/auth/permissions";

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

/** Les éléments affectés à cette personne, avec l'avancement de leurs évaluations. Quatre requêtes. */
export async function listElementsSuivis(user: Utilisateur): Promise<readonly ElementSuivi[]> {
  const miens = new Set(user.affectations.map((a) => cleSuivi(a.semestreId, a.elementId)));
  const semestreIds = [...new Set(user.affectations.map((a) => a.semestreId))];
  const elementIds = [...new Set(user.affectations.map((a) => a.elementId))];
  if (miens.size === 0) return [];
  return read(async (lecture) => {
    const lignes = await lecture
      .select({ semestre, promotion: promotion.titre, element })
      .from(semestre)
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .innerJoin(
        element,
        and(
          eq(element.maquetteId, promotion.maquetteId),
          eq(element.numero, semestre.numero),
          eq(element.regime, semestre.regime),
        ),
      )
      .where(and(inArray(semestre.id, semestreIds), inArray(element.id, elementIds)))
      .orderBy(asc(element.ordre));
    const evaluations = await lecture
      .select()
      .from(evaluation)
      .where(
        and(
          inArray(evaluation.semestreId, semestreIds),
          inArray(evaluation.elementId, elementIds),
          isNull(evaluation.archiveeLe),
        ),
      )
      .orderBy(asc(evaluation.ordre), asc(evaluation.date));
    const suivis = await countSuivis(lecture, semestreIds, elementIds);
    const saisies = await countSaisies(lecture, semestreIds, elementIds);
    return lignes
      .filter((l) => miens.has(cleSuivi(l.semestre.id, l.element.id)))
      .map(({ semestre: s, promotion: titrePromotion, element: e }) => ({
        semestre: {
          id: s.id,
          numero: s.numero,
          anneeUniversitaire: s.anneeUniversitaire,
          regime: s.regime,
          etat: semestreEffectif(s).etat,
          promotion: titrePromotion,
        },
        element: { id: e.id, titre: e.titre, nature: e.nature },
        inscrits: suivis.get(cleSuivi(s.id, e.id)) ?? 0,
        evaluations: evaluations
          .filter((v) => v.semestreId === s.id && v.elementId === e.id)
          .map(({ id, titre, date, type, etat }) => ({ id, titre, date, type, etat, saisies: saisies.get(id) ?? 0 })),
      }));
  });
}
