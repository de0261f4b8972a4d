import { defineRoute } from "@/lib/auth/guard";
import { Refus } from "@/lib/errors";
import { findSujetEvaluation } from "@/lib/evaluations/queries";
import { findAveugle } from "@/lib/notes/double/queries";
import { findGrille } from "@/lib/notes/queries";

/** La grille, telle que la relit le navigateur pour voir arriver les notes des autres. */
export const GET = defineRoute({
  action: "element:lire",
  sujet: (lecture, { params }) => findSujetEvaluation(lecture, params.evaluationId ?? ""),
  run: async ({ sujet: { evaluation }, user }) => {
    if (await findAveugle(evaluation, user.id))
      throw new Refus("interdit", "Terminez d'abord la seconde saisie : les notes de la première vous sont cachées.");
    return findGrille(evaluation.id);
  },
});
