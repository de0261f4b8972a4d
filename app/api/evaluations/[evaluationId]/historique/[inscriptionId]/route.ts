import { defineRoute } from "@/lib/auth/guard";
import { findSujetEvaluation } from "@/lib/evaluations/queries";
import { listHistorique } from "@/lib/notes/queries";

/** L'histoire d'une note : qui, quand, avant, après, d'où, pourquoi. */
export const GET = defineRoute({
  action: "element:lire",
  sujet: (lecture, { params }) => findSujetEvaluation(lecture, params.evaluationId ?? ""),
  run: ({ sujet, params }) => listHistorique(sujet.evaluation, params.inscriptionId ?? ""),
});
