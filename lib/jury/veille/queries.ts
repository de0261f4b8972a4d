import "server-only";
import { count, eq, max, sql } from "drizzle-orm";
import { commentaireJury, decision, type Lecture, semestre } from "@/db";
import { COLONNES_ETAT, semestreEffectif } from "@/db/visibilite";

/**
 * Où en est le jury d'un semestre, en une requête : change à chaque décision, à chaque commentaire et à chaque passage
 * d'un état à l'autre, une publication fixée d'avance comprise. C'est aussi le sujet de la route que chaque membre relit sans cesse.
 */
export async function readVersion(lecture: Lecture, semestreId: string) {
  const [lu] = await lecture
    .select({
      id: semestre.id,
      ...COLONNES_ETAT,
      version: semestre.version,
      decisions: count(decision.id),
      derniere: max(decision.creeLe),
      commentaires:
        sql`(select count(*) from ${commentaireJury} where ${commentaireJury.semestreId} = ${semestre.id})`.mapWith(
          Number,
        ),
    })
    .from(semestre)
    .leftJoin(decision, eq(decision.semestreId, semestre.id))
    .where(eq(semestre.id, semestreId))
    .groupBy(semestre.id, ...Object.values(COLONNES_ETAT), semestre.version);
  if (!lu) return null;
  const { id, etat, version, decisions, derniere, commentaires } = semestreEffectif(lu);
  return { semestre: { id, etat }, version: `${etat} ${version} ${decisions} ${derniere ?? ""} ${commentaires}` };
}
