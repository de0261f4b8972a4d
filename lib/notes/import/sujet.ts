import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { commentaireNote, type Ecriture, element, type Lecture, lotImportLigne, maquette, note } from "@/db";
import { lockSujetEvaluation, type SujetElement, type SujetEvaluation } from "@/lib/evaluations/queries";
import { type LotImport, listLignes, lockLot } from "@/lib/import/lots/ecriture";

export interface SujetImport extends SujetElement {
  /** Les évaluations que le lot touche, toutes du même élément, verrouillées. */
  readonly evaluations: ReadonlyMap<string, SujetEvaluation>;
}

/** Verrouille ensemble les évaluations d'un lot, par id croissant ; null si elles ne sont pas toutes du même élément. */
export async function lockSujetImport(tx: Ecriture, ids: readonly string[]): Promise<SujetImport | null> {
  const evaluations = new Map<string, SujetEvaluation>();
  for (const id of [...new Set(ids)].sort()) {
    const sujet = await lockSujetEvaluation(tx, id);
    if (!sujet) return null;
    evaluations.set(id, sujet);
  }
  const [premier, ...autres] = evaluations.values();
  if (!premier) return null;
  const isMeme = (s: SujetEvaluation) => s.elementId === premier.elementId && s.semestre.id === premier.semestre.id;
  return autres.every(isMeme) ? { semestre: premier.semestre, elementId: premier.elementId, evaluations } : null;
}

export interface SujetLot extends SujetImport {
  readonly lot: LotImport;
}

/** Le lot et les évaluations dont il a écrit les notes. Les évaluations d'abord : c'est l'ordre de toutes les écritures de notes. */
export async function lockSujetLot(tx: Ecriture, lotId: string): Promise<SujetLot | null> {
  const lignes = await listLignes(tx, lotId);
  const vues = await readNotes(
    tx,
    lignes.map((l) => l.sujetId),
  );
  const commentaires = await readCommentairesDeLot(tx, lotId);
  const sujet = await lockSujetImport(
    tx,
    [...vues, ...commentaires].map((n) => n.evaluationId),
  );
  const lot = sujet && (await lockLot(tx, lotId));
  return sujet && lot?.usage === "notes" ? { ...sujet, lot } : null;
}

/** Ce qu'un lot dit d'un commentaire, à côté de ses notes. */
export const COMMENTAIRE = "commentaire_note";

/** Les commentaires qu'un lot a écrits, tels qu'ils sont. */
export const readCommentairesDeLot = (lecture: Lecture, lotId: string) =>
  lecture
    .select({
      id: commentaireNote.id,
      evaluationId: commentaireNote.evaluationId,
      inscriptionId: commentaireNote.inscriptionId,
      version: commentaireNote.version,
    })
    .from(lotImportLigne)
    .innerJoin(commentaireNote, eq(commentaireNote.id, lotImportLigne.sujetId))
    .where(and(eq(lotImportLigne.lotId, lotId), eq(lotImportLigne.sujetType, COMMENTAIRE)));

const PAR_LECTURE = 500;

export async function readNotes(lecture: Lecture, ids: readonly string[]) {
  const lues: (typeof note.$inferSelect)[] = [];
  for (let i = 0; i < ids.length; i += PAR_LECTURE)
    lues.push(
      ...(await lecture
        .select()
        .from(note)
        .where(inArray(note.id, ids.slice(i, i + PAR_LECTURE)))),
    );
  return lues;
}

/** La formation d'un élément : celle dont les colonnes choisies se retiennent. */
export async function findFormation(lecture: Lecture, elementId: string): Promise<string | null> {
  const [lue] = await lecture
    .select({ id: maquette.formationId })
    .from(element)
    .innerJoin(maquette, eq(maquette.id, element.maquetteId))
    .where(eq(element.id, elementId));
  return lue?.id ?? null;
}

/** Ce qui reçoit un lot de notes : son évaluation, ou l'élément s'il en touche plusieurs. */
export const cibleLot = (sujet: SujetImport): string =>
  sujet.evaluations.size === 1
    ? ([...sujet.evaluations.keys()][0] ?? "")
    : cibleElement(sujet.semestre.id, sujet.elementId);

export const cibleElement = (semestreId: string, elementId: string): string => `${semestreId} ${elementId}`;
