import "server-only";
import { and, asc, countDistinct, eq, isNotNull, isNull, max, or, sql } from "drizzle-orm";
import {
  affectation,
  coefficient,
  element,
  evaluation,
  inscription,
  note,
  promotion,
  read,
  semestre,
  ue,
  utilisateur,
} from "@/db";
import { semestreEffectif } from "@/db/visibilite";
import type { NatureElement } from "@/lib/but/modele/element";
import { isAnonyme } from "@/lib/evaluations/libelles";
import { groupBy } from "@/lib/group-by";
import { nomComplet, titreSemestre } from "@/lib/libelles";
import type { EvaluationAvancee } from "./situation";

export interface ElementAvance {
  readonly id: string;
  readonly titre: string;
  readonly nature: NatureElement;
  readonly inscrits: number;
  readonly enseignants: readonly { readonly nom: string; readonly email: string }[];
  readonly evaluations: readonly EvaluationAvancee[];
}

/**
 * Où en sont les notes d'une classe, élément par élément ; null si elle n'existe pas. Six requêtes. Les évaluations
 * archivées ne demandent plus rien à personne.
 */
export async function findCompletude(semestreId: string) {
  return read(async (l) => {
    const [classe] = await l
      .select({ semestre, promotion: promotion.titre, maquetteId: promotion.maquetteId })
      .from(semestre)
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .where(eq(semestre.id, semestreId));
    if (!classe) return null;
    const { semestre: s } = classe;

    const elements = await l
      .select({
        id: element.id,
        titre: element.titre,
        nature: element.nature,
        inscrits: countDistinct(inscription.id),
      })
      .from(element)
      .leftJoin(coefficient, eq(coefficient.elementId, element.id))
      .leftJoin(ue, eq(ue.id, coefficient.ueId))
      .leftJoin(
        inscription,
        and(
          eq(inscription.maquetteSemestreId, ue.maquetteSemestreId),
          eq(inscription.semestreId, s.id),
          eq(inscription.etat, "I"),
        ),
      )
      .where(and(eq(element.maquetteId, classe.maquetteId), eq(element.numero, s.numero), eq(element.regime, s.regime)))
      .groupBy(element.id, element.titre, element.nature, element.ordre)
      .orderBy(asc(element.ordre), asc(element.titre));
    const evaluations = await l
      .select()
      .from(evaluation)
      .where(and(eq(evaluation.semestreId, s.id), isNull(evaluation.archiveeLe)))
      .orderBy(asc(evaluation.date), asc(evaluation.ordre));
    // Seules comptent les notes de qui est inscrit et suit l'élément : la même assemblée que dans la grille.
    const saisies = await l
      .select({
        evaluationId: evaluation.id,
        nombre: countDistinct(note.id),
        attendues: sql`count(distinct case when ${note.code} = 'ATT' then ${note.id} end)`.mapWith(Number),
        derniereLe: max(note.modifieeLe),
      })
      .from(evaluation)
      .innerJoin(note, eq(note.evaluationId, evaluation.id))
      .innerJoin(inscription, and(eq(inscription.id, note.inscriptionId), eq(inscription.etat, "I")))
      .innerJoin(ue, eq(ue.maquetteSemestreId, inscription.maquetteSemestreId))
      .innerJoin(coefficient, and(eq(coefficient.ueId, ue.id), eq(coefficient.elementId, evaluation.elementId)))
      .where(and(eq(evaluation.semestreId, s.id), or(isNotNull(note.valeur), isNotNull(note.code))))
      .groupBy(evaluation.id);
    const enseignants = await l
      .select({
        elementId: affectation.elementId,
        nom: utilisateur.nom,
        prenom: utilisateur.prenom,
        email: utilisateur.email,
      })
      .from(affectation)
      .innerJoin(utilisateur, eq(utilisateur.id, affectation.utilisateurId))
      .where(and(eq(affectation.semestreId, s.id), eq(utilisateur.actif, true)))
      .orderBy(asc(utilisateur.nom), asc(utilisateur.prenom));

    const saisiesDe = new Map(saisies.map((x) => [x.evaluationId, x]));
    const evaluationsDe = groupBy(evaluations, (e) => e.elementId);
    const enseignantsDe = groupBy(enseignants, (e) => e.elementId);
    return {
      id: s.id,
      etat: semestreEffectif(s).etat,
      titre: titreSemestre({ ...s, promotion: classe.promotion }),
      elements: elements
        .map(
          (el): ElementAvance => ({
            ...el,
            enseignants: (enseignantsDe.get(el.id) ?? []).map((e) => ({ nom: nomComplet(e), email: e.email })),
            evaluations: (evaluationsDe.get(el.id) ?? []).map(
              ({ id, titre, date, type, etat, publieeLe, anonyme }): EvaluationAvancee => ({
                id,
                titre,
                date,
                type,
                etat,
                publieeLe,
                anonyme: isAnonyme({ anonyme, etat }),
                saisies: saisiesDe.get(id)?.nombre ?? 0,
                attendues: saisiesDe.get(id)?.attendues ?? 0,
                derniereLe: saisiesDe.get(id)?.derniereLe ?? null,
              }),
            ),
          }),
        )
        // Un élément que personne de la classe ne suit n'attend rien.
        .filter((el) => el.inscrits > 0 || el.evaluations.length > 0),
    };
  });
}
