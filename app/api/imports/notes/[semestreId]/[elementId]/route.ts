import { defineRoute } from "@/lib/auth/guard";
import { findSujetElement } from "@/lib/evaluations/queries";
import { findContexteImport } from "@/lib/notes/import/queries";

/** Ce que l'aperçu d'un import de notes lit en plus de la grille : pour qui saisit ici seulement. */
export const GET = defineRoute({
  action: "note:ecrire",
  sujet: (lecture, { params }) => findSujetElement(lecture, params.semestreId ?? "", params.elementId ?? ""),
  run: ({ sujet }) => findContexteImport(sujet),
});
