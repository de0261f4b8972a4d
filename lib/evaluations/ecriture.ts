import "server-only";
import { and, eq } from "drizzle-orm";
import { type Ecriture, evaluation } from "@/db";
import { Refus } from "@/lib/errors";

type Evaluation = typeof evaluation.$inferSelect;

export const CHANGEE =
  "Cette évaluation a changé pendant que vous la regardiez : rechargez la page, puis recommencez si c'est toujours utile.";

/** Change l'évaluation si elle est encore celle qui a été lue ; sinon rien n'est écrit. */
export async function updateLue(
  tx: Ecriture,
  lue: Evaluation,
  champs: Partial<typeof evaluation.$inferInsert>,
): Promise<void> {
  const touchees = await tx
    .update(evaluation)
    .set({ ...champs, version: lue.version + 1 })
    .where(and(eq(evaluation.id, lue.id), eq(evaluation.version, lue.version)))
    .returning({ id: evaluation.id });
  if (touchees.length === 0) throw new Refus("conflit", CHANGEE);
}

/** Archivée, une évaluation se lit encore mais plus rien ne s'y écrit. */
export function verifyActive(lue: Evaluation): void {
  if (lue.archiveeLe !== null)
    throw new Refus("verrouille", "Cette évaluation est archivée : rien n'a été enregistré. Restaurez-la d'abord.");
}
