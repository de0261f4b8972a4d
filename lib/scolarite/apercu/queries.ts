import "server-only";
import { and, count, eq, gt, isNull, notInArray, or, sql } from "drizzle-orm";
import { coefficient, evaluation, inscription, note, read, semestre, ue } from "@/db";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { listSemestres } from "../queries";

/** Ce qui attend la scolarité : coefficients à confirmer, et où en est chaque classe. */
export async function readApercu() {
  const semestres = await listSemestres();
  return read(async (l) => {
    const [ues] = await l.select({ total: count(), confirmees: count(ue.confirmeeLe) }).from(ue);
    const inscrits = await l
      .select({ semestreId: inscription.semestreId, nombre: count() })
      .from(inscription)
      .where(eq(inscription.etat, "I"))
      .groupBy(inscription.semestreId);
    const evaluations = await l
      .select({ semestreId: evaluation.semestreId, etat: evaluation.etat, nombre: count() })
      .from(evaluation)
      .groupBy(evaluation.semestreId, evaluation.etat);
    // Une note est attendue de chaque inscrit dont une UE est nourrie par l'élément évalué.
    const couple = sql`${inscription.id} || ' ' || ${evaluation.id}`;
    const manquantes = await l
      .select({
        semestreId: evaluation.semestreId,
        vides: sql`count(distinct case when ${note.code} is null then ${couple} end)`.mapWith(Number),
        attendues: sql`count(distinct case when ${note.code} = 'ATT' then ${couple} end)`.mapWith(Number),
      })
      .from(evaluation)
      .innerJoin(semestre, eq(semestre.id, evaluation.semestreId))
      .innerJoin(inscription, and(eq(inscription.semestreId, evaluation.semestreId), eq(inscription.etat, "I")))
      .innerJoin(ue, eq(ue.maquetteSemestreId, inscription.maquetteSemestreId))
      .innerJoin(coefficient, and(eq(coefficient.ueId, ue.id), eq(coefficient.elementId, evaluation.elementId)))
      .leftJoin(note, and(eq(note.evaluationId, evaluation.id), eq(note.inscriptionId, inscription.id)))
      .where(
        and(
          notInArray(semestre.etat, ["delibere", "publie"]),
          eq(evaluation.etat, "publiee"),
          eq(evaluation.type, "normale"),
          gt(coefficient.valeur, centiemes(0)),
          isNull(note.valeur),
          or(isNull(note.code), eq(note.code, "ATT")),
        ),
      )
      .groupBy(evaluation.semestreId);
    const inscritsDe = new Map(inscrits.map((i) => [i.semestreId, i.nombre]));
    const manquantesDe = new Map(manquantes.map((m) => [m.semestreId, m]));
    const nombreDe = (id: string, etats: readonly string[]) =>
      evaluations.reduce((n, e) => n + (e.semestreId === id && etats.includes(e.etat) ? e.nombre : 0), 0);
    return {
      ues: ues?.total ?? 0,
      aConfirmer: (ues?.total ?? 0) - (ues?.confirmees ?? 0),
      semestres: semestres.map((s) => ({
        ...s,
        inscrits: inscritsDe.get(s.id) ?? 0,
        publiees: nombreDe(s.id, ["publiee"]),
        aPublier: nombreDe(s.id, ["brouillon", "saisie"]),
        vides: manquantesDe.get(s.id)?.vides ?? 0,
        attendues: manquantesDe.get(s.id)?.attendues ?? 0,
      })),
    };
  });
}

export type SemestreApercu = Awaited<ReturnType<typeof readApercu>>["semestres"][number];
