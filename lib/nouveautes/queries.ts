import "server-only";
import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import {
  element,
  evaluation,
  inscription,
  type Lecture,
  note,
  noteHistorique,
  prepareOnce,
  read,
  semestre,
  visite,
} from "@/db";
import type { Note } from "@/lib/but/modele/note";
import { genreNouveaute, type Nouveautes } from "./nouveaute";
import { depuisQuand, type Visite, visiteApres } from "./visite";

const visiteDe = prepareOnce((lecture) =>
  lecture
    .select({ depuis: visite.depuis, derniereLe: visite.derniereLe })
    .from(visite)
    .where(eq(visite.utilisateurId, sql.placeholder("utilisateurId")))
    .prepare("visite"),
);

export async function findVisite(lecture: Lecture, utilisateurId: string): Promise<Visite | null> {
  const [connue] = await visiteDe(lecture).execute({ utilisateurId });
  return connue ?? null;
}

/**
 * Ce qui a été publié, ou modifié une fois publié, depuis la visite précédente, tous semestres confondus. Deux requêtes,
 * une à la première visite ; l'histoire n'est lue que si une note déjà publiée a changé.
 */
export async function findNouveautes(utilisateurId: string, etudiantId: string): Promise<Nouveautes> {
  const instant = new Date().toISOString();
  return read(async (lecture) => {
    const connue = await findVisite(lecture, utilisateurId);
    const depuis = depuisQuand(connue, instant);
    const aCompter = visiteApres(connue, instant) !== null;
    if (depuis === null) return { depuis, notes: [], aCompter };
    const lignes = await lecture
      .select({
        noteId: note.id,
        valeur: note.valeur,
        code: note.code,
        evaluationId: evaluation.id,
        titre: evaluation.titre,
        publieeLe: evaluation.publieeLe,
        element: element.titre,
        semestreId: semestre.id,
        numero: semestre.numero,
      })
      .from(inscription)
      .innerJoin(note, eq(note.inscriptionId, inscription.id))
      .innerJoin(evaluation, eq(evaluation.id, note.evaluationId))
      .innerJoin(element, eq(element.id, evaluation.elementId))
      .innerJoin(semestre, eq(semestre.id, evaluation.semestreId))
      .where(
        and(
          eq(inscription.etudiantId, etudiantId),
          eq(evaluation.etat, "publiee"),
          isNull(evaluation.archiveeLe),
          or(gt(evaluation.publieeLe, depuis), gt(note.modifieeLe, depuis)),
        ),
      )
      .orderBy(desc(evaluation.publieeLe), asc(evaluation.titre), asc(evaluation.id));
    const lues = await findNotesLues(
      lecture,
      lignes.filter((l) => l.publieeLe !== null && l.publieeLe <= depuis).map((l) => l.noteId),
      depuis,
    );
    return {
      depuis,
      aCompter,
      notes: lignes.flatMap(({ noteId, valeur, code, publieeLe, ...ligne }) => {
        const genre = genreNouveaute(
          { publieeLe: publieeLe ?? "", note: valeur ?? code, lue: lues.get(noteId) },
          depuis,
        );
        return genre ? [{ ...ligne, genre }] : [];
      }),
    };
  });
}

/** Ce que valait chaque note à cet instant : l'avant de son premier changement d'après. */
async function findNotesLues(
  lecture: Lecture,
  noteIds: readonly string[],
  instant: string,
): Promise<ReadonlyMap<string, Note>> {
  if (noteIds.length === 0) return new Map();
  const changements = await lecture
    .select({ noteId: noteHistorique.noteId, valeur: noteHistorique.avantValeur, code: noteHistorique.avantCode })
    .from(noteHistorique)
    .where(and(inArray(noteHistorique.noteId, [...noteIds]), gt(noteHistorique.creeLe, instant)))
    .orderBy(desc(noteHistorique.version));
  return new Map(changements.map((c) => [c.noteId, c.valeur ?? c.code]));
}
