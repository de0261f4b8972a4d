import { defineRoute } from "@/lib/auth/guard";
import { findSujetEvaluation } from "@/lib/evaluations/queries";
import { findGrille } from "@/lib/notes/queries";

/** La seconde saisie seule : rien de la première n'y est. */
export const GET = defineRoute({
  action: "element:lire",
  sujet: (lecture, { params }) => findSujetEvaluation(lecture, params.evaluationId ?? ""),
  run: ({ sujet }) => findGrille(sujet.evaluation.id, "seconde"),
});
