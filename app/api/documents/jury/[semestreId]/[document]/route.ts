import { defineRoute } from "@/lib/auth/guard";
import { cheminJury, isDocumentJury } from "@/lib/documents/chemins";
import { respondPdf } from "@/lib/documents/reponse";
import { Refus } from "@/lib/errors";
import { readSujet } from "@/lib/jury/queries";

/** Un document du jury en PDF : la page que le jury lit, imprimée avec ses droits. */
export const GET = defineRoute({
  action: "jury:lire",
  sujet: readSujet,
  exporte: ({ sujet: { semestre }, params }) => ({
    action: "document du jury demandé en PDF",
    sujetType: "semestre",
    sujetId: semestre.id,
    avant: null,
    apres: { document: params.document },
  }),
  run: ({ user, sujet: { semestre }, params, url }) => {
    if (!isDocumentJury(params.document)) throw new Refus("introuvable", "Introuvable.");
    const numero = Number(url.searchParams.get("numero"));
    const version = Number.isInteger(numero) && numero > 0 ? numero : undefined;
    return respondPdf(cheminJury(params.document, semestre.id, version), user.id);
  },
});
