import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import {
  coefficient,
  competence,
  type Ecriture,
  element,
  evaluation,
  type Lecture,
  lockRows,
  maquetteSemestre,
  note,
  parcours,
  poids,
  promotion,
  read,
  semestre,
  ue,
} from "@/db";
import type { Sujet } from "@/lib/auth/permissions";
import type { Centiemes } from "@/lib/but/note";
import {
  cleSuivi,
  countSaisies,
  countSuivis,
  type ElementSuivi,
  type EvaluationSuivie,
} from "@/lib/enseignement/queries";

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

export interface EvaluationDetaillee extends EvaluationSuivie {
  readonly coefficient: Centiemes;
  readonly bareme: Centiemes;
  readonly version: number;
  readonly publieeLe: string | null;
  /** Par compétence ; absente : 1. */
  readonly poids: Readonly<Record<string, Centiemes>>;
  /** Aucune note n'y est jamais entrée : elle peut être supprimée. */
  readonly vide: boolean;
}

export interface FicheElement {
  readonly semestre: ElementSuivi["semestre"];
  readonly element: ElementSuivi["element"];
  readonly inscrits: number;
  readonly ues: readonly UeElement[];
  readonly evaluations: readonly EvaluationDetaillee[];
}

/** Un élément d'un semestre : ses UE et ses évaluations. Le sujet a déjà dit qu'ils vont ensemble. */
export async function findFicheElement({ semestre: { id }, elementId }: SujetElement): Promise<FicheElement | null> {
  return read(async (lecture) => {
    const [s] = await lecture
      .select({ semestre, promotion: promotion.titre })
      .from(semestre)
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .where(eq(semestre.id, id));
    const [e] = await lecture.select().from(element).where(eq(element.id, elementId));
    if (!s || !e) return null;
    const ues = await listUesElement(lecture, elementId);
    const evaluations = await lecture
      .select()
      .from(evaluation)
      .where(and(eq(evaluation.semestreId, id), eq(evaluation.elementId, elementId)))
      .orderBy(asc(evaluation.date), asc(evaluation.ordre));
    const ids = evaluations.map((v) => v.id);
    const lesPoids = await lecture.select().from(poids).where(inArray(poids.evaluationId, ids));
    const avecNotes = await lecture
      .selectDistinct({ id: note.evaluationId })
      .from(note)
      .where(inArray(note.evaluationId, ids));
    const suivis = await countSuivis(lecture, [id], [elementId]);
    const saisies = await countSaisies(lecture, [id], [elementId]);
    const notees = new Set(avecNotes.map((n) => n.id));
    const competenceDe = new Map(ues.map((u) => [u.ueId, u.competenceId]));
    return {
      semestre: {
        id: s.semestre.id,
        numero: s.semestre.numero,
        anneeUniversitaire: s.semestre.anneeUniversitaire,
        regime: s.semestre.regime,
        etat: s.semestre.etat,
        promotion: s.promotion,
      },
      element: { id: e.id, titre: e.titre, nature: e.nature },
      inscrits: suivis.get(cleSuivi(id, elementId)) ?? 0,
      ues,
      evaluations: evaluations.map((v) => ({
        id: v.id,
        titre: v.titre,
        date: v.date,
        type: v.type,
        etat: v.etat,
        coefficient: v.coefficient,
        bareme: v.bareme,
        version: v.version,
        publieeLe: v.publieeLe,
        saisies: saisies.get(v.id) ?? 0,
        vide: !notees.has(v.id),
        poids: Object.fromEntries(
          lesPoids
            .filter((p) => p.evaluationId === v.id)
            .flatMap((p) => {
              const competenceId = competenceDe.get(p.ueId);
              return competenceId ? [[competenceId, p.valeur]] : [];
            }),
        ),
      })),
    };
  });
}
