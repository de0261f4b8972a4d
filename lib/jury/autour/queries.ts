import "server-only";
import { and, asc, count, eq, isNotNull, ne, or } from "drizzle-orm";
import { affectation, element, evaluation, groupe, inscriptionGroupe, type Lecture, note, utilisateur } from "@/db";
import { groupBy } from "@/lib/group-by";
import type { EvaluationCachee } from "../controles";

/** Les groupes de chaque inscription du semestre. */
export async function readGroupes(
  lecture: Lecture,
  semestreId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const lignes = await lecture
    .select({ inscriptionId: inscriptionGroupe.inscriptionId, nom: groupe.nom })
    .from(inscriptionGroupe)
    .innerJoin(groupe, eq(groupe.id, inscriptionGroupe.groupeId))
    .where(eq(groupe.semestreId, semestreId))
    .orderBy(asc(groupe.nom));
  return new Map([...groupBy(lignes, (l) => l.inscriptionId)].map(([id, memes]) => [id, memes.map((l) => l.nom)]));
}

/** Les évaluations qui ne comptent pas encore, et les notes qui y attendent. */
export async function listEvaluationsCachees(lecture: Lecture, semestreId: string): Promise<EvaluationCachee[]> {
  return lecture
    .select({
      id: evaluation.id,
      titre: evaluation.titre,
      elementId: element.id,
      element: element.titre,
      notes: count(note.id),
    })
    .from(evaluation)
    .innerJoin(element, eq(element.id, evaluation.elementId))
    .leftJoin(note, and(eq(note.evaluationId, evaluation.id), or(isNotNull(note.valeur), isNotNull(note.code))))
    .where(and(eq(evaluation.semestreId, semestreId), ne(evaluation.etat, "publiee")))
    .groupBy(evaluation.id, evaluation.titre, element.id, element.titre)
    .orderBy(asc(element.titre), asc(evaluation.titre));
}

/** Les enseignants de chaque élément du semestre : à qui demander ce qui manque. */
export async function readEnseignants(
  lecture: Lecture,
  semestreId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const lignes = await lecture
    .select({ elementId: affectation.elementId, nom: utilisateur.nom, prenom: utilisateur.prenom })
    .from(affectation)
    .innerJoin(utilisateur, eq(utilisateur.id, affectation.utilisateurId))
    .where(eq(affectation.semestreId, semestreId))
    .orderBy(asc(utilisateur.nom));
  return new Map(
    [...groupBy(lignes, (l) => l.elementId)].map(([id, memes]) => [id, memes.map((l) => `${l.nom} ${l.prenom}`)]),
  );
}
