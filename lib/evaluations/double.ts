import "server-only";
import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import { inscription, type Lecture, note, secondeSaisie } from "@/db";
import { noteDe } from "@/db/colonnes-note";
import { compare } from "./comparaison";

export interface EtatDouble {
  /** Secondes saisies faites. */
  readonly saisies: number;
  readonly ecarts: number;
}

/** Où en est la seconde saisie de chaque évaluation, chez les inscrits. */
export async function listEtatsDouble(
  lecture: Lecture,
  evaluationIds: string[],
): Promise<ReadonlyMap<string, EtatDouble>> {
  const lignes = await lecture
    .select({
      evaluationId: secondeSaisie.evaluationId,
      seconde: { valeur: secondeSaisie.valeur, code: secondeSaisie.code },
      premiere: { valeur: note.valeur, code: note.code },
    })
    .from(secondeSaisie)
    .innerJoin(inscription, and(eq(inscription.id, secondeSaisie.inscriptionId), eq(inscription.etat, "I")))
    .leftJoin(
      note,
      and(eq(note.evaluationId, secondeSaisie.evaluationId), eq(note.inscriptionId, secondeSaisie.inscriptionId)),
    )
    .where(
      and(
        inArray(secondeSaisie.evaluationId, evaluationIds),
        or(isNotNull(secondeSaisie.valeur), isNotNull(secondeSaisie.code)),
      ),
    );
  const etats = new Map<string, EtatDouble>();
  for (const { evaluationId, premiere, seconde } of lignes) {
    const { saisies, ecarts } = etats.get(evaluationId) ?? { saisies: 0, ecarts: 0 };
    const ecart = compare(premiere && noteDe(premiere), noteDe(seconde)) === "ecart";
    etats.set(evaluationId, { saisies: saisies + 1, ecarts: ecarts + (ecart ? 1 : 0) });
  }
  return etats;
}
