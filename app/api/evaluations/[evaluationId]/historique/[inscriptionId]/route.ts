import { defineRoute } from "@/lib/auth/guard";
import { findSujetEvaluation } from "@/lib/evaluations/queries";
import { findAveugle } from "@/lib/notes/double/queries";
import { listHistorique } from "@/lib/notes/histoire/queries";

/** L'histoire d'une note : qui, quand, avant, après, d'où, pourquoi. */
export const GET = defineRoute({
  action: "element:lire",
  sujet: (lecture, { params }) => findSujetEvaluation(lecture, params.evaluationId ?? ""),
  run: async ({ sujet: { evaluation }, params, user }) =>
    (await findAveugle(evaluation, user.id)) ? [] : listHistorique(evaluation, params.inscriptionId ?? ""),
});
