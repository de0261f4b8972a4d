import "server-only";
import { and, asc, eq } from "drizzle-orm";
import {
  coefficient,
  competence,
  type Ecriture,
  element,
  evaluation,
  type Lecture,
  lockRows,
  maquetteSemestre,
  parcours,
  promotion,
  semestre,
  ue,
} from "@/db";
import type { Sujet } from "@/lib/auth/permissions";
import type { Centiemes } from "@/lib/but/nombres/centiemes";

export interface SujetElement extends Sujet {
  readonly semestre: NonNullable<Sujet["semestre"]>;
  readonly elementId: string;
}

export interface SujetEvaluation extends SujetElement {
  readonly evaluation: typeof evaluation.$inferSelect;
}

const etatDe = (lecture: Lecture, semestreId: string) =>
  lecture.select({ id: semestre.id, etat: semestre.etat }).from(semestre).where(eq(semestre.id, semestreId));

/** L'élément est-il bien au programme de ce semestre ? */
async function isAuProgramme(lecture: Lecture, semestreId: string, elementId: string): Promise<boolean> {
  const lignes = await lecture
    .select({ id: element.id })
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
    .where(and(eq(semestre.id, semestreId), eq(element.id, elementId)));
  return lignes.length > 0;
}

export async function findSujetElement(
  lecture: Lecture,
  semestreId: string,
  elementId: string,
): Promise<SujetElement | null> {
  const [lu] = await etatDe(lecture, semestreId);
  return lu && (await isAuProgramme(lecture, semestreId, elementId)) ? { semestre: lu, elementId } : null;
}

/** Le même, le semestre verrouillé en partage : son état ne changera pas avant la fin de la transaction. */
export async function lockSujetElement(
  tx: Ecriture,
  semestreId: string,
  elementId: string,
): Promise<SujetElement | null> {
  const [lu] = await lockRows(etatDe(tx, semestreId), "share");
  return lu && (await isAuProgramme(tx, semestreId, elementId)) ? { semestre: lu, elementId } : null;
}

const evaluationDe = (lecture: Lecture, id: string) => lecture.select().from(evaluation).where(eq(evaluation.id, id));

export async function findSujetEvaluation(lecture: Lecture, id: string): Promise<SujetEvaluation | null> {
  const [lue] = await evaluationDe(lecture, id);
  const [sem] = lue ? await etatDe(lecture, lue.semestreId) : [];
  return lue && sem ? { semestre: sem, elementId: lue.elementId, evaluation: lue } : null;
}

/**
 * Verrouille l'évaluation (une écriture à la fois sur ses notes : ni doublon, ni note d'après la publication) puis le
 * semestre en partage. Toujours dans cet ordre.
 */
export async function lockSujetEvaluation(tx: Ecriture, id: string): Promise<SujetEvaluation | null> {
  const [lue] = await lockRows(evaluationDe(tx, id), "update");
  const [sem] = lue ? await lockRows(etatDe(tx, lue.semestreId), "share") : [];
  return lue && sem ? { semestre: sem, elementId: lue.elementId, evaluation: lue } : null;
}

export interface SujetFreres extends SujetEvaluation {
  /** Les évaluations du même élément qui ne sont pas archivées, dans leur ordre. */
  readonly actives: readonly (typeof evaluation.$inferSelect)[];
}

/** Verrouille ensemble toutes les évaluations d'un élément, par id croissant pour que deux réordonnements s'attendent. */
export async function lockFreres(tx: Ecriture, id: string): Promise<SujetFreres | null> {
  const [vue] = await evaluationDe(tx, id);
  if (!vue) return null;
  const freres = await lockRows(
    tx
      .select()
      .from(evaluation)
      .where(and(eq(evaluation.semestreId, vue.semestreId), eq(evaluation.elementId, vue.elementId)))
      .orderBy(asc(evaluation.id)),
    "update",
  );
  const lue = freres.find((f) => f.id === id);
  const [sem] = lue ? await lockRows(etatDe(tx, lue.semestreId), "share") : [];
  if (!lue || !sem) return null;
  const actives = freres.filter((f) => f.archiveeLe === null).sort(parRang);
  return { semestre: sem, elementId: lue.elementId, evaluation: lue, actives };
}

type Rangee = Pick<typeof evaluation.$inferSelect, "ordre" | "date" | "id">;

/** L'ordre choisi par les enseignants ; à rang égal, la date. */
export const parRang = (a: Rangee, b: Rangee): number =>
  a.ordre - b.ordre || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || (a.id < b.id ? -1 : 1);

export interface UeElement {
  readonly ueId: string;
  readonly competenceId: string;
  readonly numero: number;
  readonly court: string;
  readonly titre: string;
  /** null en tronc commun. */
  readonly parcours: string | null;
  readonly coefficient: Centiemes;
  readonly confirmee: boolean;
}

/** Les UE que nourrit un élément, tous parcours confondus. */
export async function listUesElement(lecture: Lecture, elementId: string): Promise<readonly UeElement[]> {
  const lignes = await lecture
    .select({
      ueId: ue.id,
      competenceId: competence.id,
      numero: competence.numero,
      court: competence.court,
      titre: competence.titre,
      parcours: parcours.code,
      coefficient: coefficient.valeur,
      confirmeeLe: ue.confirmeeLe,
    })
    .from(coefficient)
    .innerJoin(ue, eq(ue.id, coefficient.ueId))
    .innerJoin(competence, eq(competence.id, ue.competenceId))
    .innerJoin(maquetteSemestre, eq(maquetteSemestre.id, ue.maquetteSemestreId))
    .leftJoin(parcours, eq(parcours.id, maquetteSemestre.parcoursId))
    .where(eq(coefficient.elementId, elementId))
    .orderBy(asc(competence.numero), asc(parcours.code));
  return lignes.map(({ confirmeeLe, ...l }) => ({ ...l, confirmee: confirmeeLe !== null }));
}
