import { defineRoute } from "@/lib/auth/guard";
import { parametre } from "@/lib/cursus/adresse";
import { sujetSoi } from "@/lib/cursus/sujet";
import { cheminDocument, isTypeDocument } from "@/lib/documents/chemins";
import { respondPdf } from "@/lib/documents/reponse";
import { Refus } from "@/lib/errors";

/** Mon document en PDF : ma page, imprimée pour moi. */
export const GET = defineRoute({
  action: "cursus:soi",
  sujet: sujetSoi,
  run: ({ user, params, url }) => {
    if (!isTypeDocument(params.document)) throw new Refus("introuvable", "Introuvable.");
    const semestre = parametre(url.searchParams.get("semestre") ?? undefined);
    return respondPdf(cheminDocument(params.document, semestre), user.id);
  },
});
