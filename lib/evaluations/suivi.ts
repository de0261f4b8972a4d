import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { coefficient, inscription, type Lecture, ue } from "@/db";

/** Les inscrits d'un semestre qui suivent un élément : leur semestre du programme lui donne un coefficient. */
export function isSuivi(lecture: Lecture, semestreId: string, elementId: string) {
  return and(
    eq(inscription.semestreId, semestreId),
    inArray(
      inscription.maquetteSemestreId,
      lecture
        .select({ id: ue.maquetteSemestreId })
        .from(coefficient)
        .innerJoin(ue, eq(ue.id, coefficient.ueId))
        .where(eq(coefficient.elementId, elementId)),
    ),
  );
}
