import { defineRoute } from "@/lib/auth/guard";
import { findSujetEvaluation } from "@/lib/evaluations/queries";
import { findComparaison } from "@/lib/notes/double/queries";

/** Les deux saisies, copie par copie. */
export const GET = defineRoute({
  action: "element:lire",
  sujet: (lecture, { params }) => findSujetEvaluation(lecture, params.evaluationId ?? ""),
  run: ({ sujet }) => findComparaison(sujet.evaluation.id),
});
