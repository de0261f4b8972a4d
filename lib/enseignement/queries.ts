import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { element, evaluation, promotion, read, semestre } from "@/db";
import { semestreEffectif } from "@/db/visibilite";
import type { Utilisateur } from "@/lib/auth/permissions";
import { cleSuivi, countSaisies, countSuivis, type ElementSuivi } from "@/lib/evaluations/effectifs";

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
