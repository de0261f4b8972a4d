import "server-only";
import { eq, lte, sql } from "drizzle-orm";
import { inscription, isSqlite, journal, note, prepareOnce, read, semestre } from "@/db";

const preparees = prepareOnce((lecture) =>
  lecture
    .select({
      journal: sql<number>`(select max(rowid) from ${journal})`,
      publications: sql<number>`(select count(*) from ${semestre} where ${lte(semestre.publicationPrevueLe, sql.placeholder("instant"))})`,
      nombre: sql<number>`count(*)`,
      versions: sql<number>`sum(${note.version})`,
    })
    .from(inscription)
    .innerJoin(note, eq(note.inscriptionId, inscription.id))
    .where(eq(inscription.etudiantId, sql.placeholder("etudiantId")))
    .prepare("empreinte"),
);

/**
 * Un mot qui change dès que ce qu'on montre d'un étudiant peut changer : toute écriture laisse une ligne de journal ou une
 * version de note (lib/auth/guard.ts), et l'heure d'une publication prévue finit par passer. null quand la base ne sait pas
 * le dire d'une lecture courte et sûre : PostgreSQL valide ses transactions dans un autre ordre que leurs instants.
 */
export async function findEmpreinte(etudiantId: string): Promise<string | null> {
  if (!isSqlite) return null;
  const instant = new Date().toISOString();
  return read(async (lecture) => JSON.stringify(await preparees(lecture).execute({ etudiantId, instant })));
}
