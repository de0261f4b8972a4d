import "server-only";
import { count, eq, max } from "drizzle-orm";
import { decision, inscription, type Lecture, note, semestre } from "@/db";
import { COLONNES_ETAT, semestreEffectif } from "@/db/visibilite";

/**
 * Où en est le jury d'un semestre, en une requête : change à chaque décision et à chaque passage d'un état à l'autre,
 * une publication fixée d'avance comprise.
 * C'est aussi le sujet de la route que chaque membre relit sans cesse.
 */
export async function readVersion(lecture: Lecture, semestreId: string) {
  const [lu] = await lecture
    .select({
      id: semestre.id,
      ...COLONNES_ETAT,
      version: semestre.version,
      decisions: count(decision.id),
      derniere: max(decision.creeLe),
    })
    .from(semestre)
    .leftJoin(decision, eq(decision.semestreId, semestre.id))
    .where(eq(semestre.id, semestreId))
    .groupBy(semestre.id, ...Object.values(COLONNES_ETAT), semestre.version);
  if (!lu) return null;
  const { id, etat, version, decisions, derniere } = semestreEffectif(lu);
  return { semestre: { id, etat }, version: `${etat} ${version} ${decisions} ${derniere ?? ""}` };
}

/** La dernière note changée de chaque inscription du semestre. */
export async function readNotesModifiees(lecture: Lecture, semestreId: string): Promise<ReadonlyMap<string, string>> {
  const lignes = await lecture
    .select({ inscriptionId: note.inscriptionId, le: max(note.modifieeLe) })
    .from(note)
    .innerJoin(inscription, eq(inscription.id, note.inscriptionId))
    .where(eq(inscription.semestreId, semestreId))
    .groupBy(note.inscriptionId);
  return new Map(lignes.flatMap(({ inscriptionId, le }) => (le === null ? [] : [[inscriptionId, le]])));
}
