import { defineRoute } from "@/lib/auth/guard";
import { parametre } from "@/lib/cursus/adresse";
import { findSujetEtudiant } from "@/lib/cursus/queries";
import { cheminDocument, isTypeDocument } from "@/lib/documents/chemins";
import { respondPdf } from "@/lib/documents/reponse";
import { Refus } from "@/lib/errors";

/** Le document d'un étudiant en PDF, pour qui a le droit de lire son cursus. */
export const GET = defineRoute({
  action: "cursus:lire",
  sujet: (lecture, { params }) => findSujetEtudiant(lecture, params.etudiantId),
  consulte: ({ sujet }) => ({ etudiantId: sujet.etudiantId, objet: "document" }),
  run: ({ user, sujet, params, url }) => {
    if (!isTypeDocument(params.document)) throw new Refus("introuvable", "Introuvable.");
    const semestre = parametre(url.searchParams.get("semestre") ?? undefined);
    return respondPdf(cheminDocument(params.document, semestre, sujet.etudiantId), user.id);
  },
});
