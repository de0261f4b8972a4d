import { defineRoute } from "@/lib/auth/guard";
import { findSujetEvaluation } from "@/lib/evaluations/queries";
import { findGrille } from "@/lib/notes/queries";

/** La grille, telle que la relit le navigateur pour voir arriver les notes des autres. */
export const GET = defineRoute({
  action: "element:lire",
  sujet: (lecture, { params }) => findSujetEvaluation(lecture, params.evaluationId ?? ""),
  run: ({ sujet }) => findGrille(sujet.evaluation.id),
});
