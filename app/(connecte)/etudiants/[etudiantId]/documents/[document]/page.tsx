import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageDocument } from "@/components/documents/page-document";
import { definePage } from "@/lib/auth/guard";
import { parametre } from "@/lib/cursus/adresse";
import { findSujetEtudiant } from "@/lib/cursus/queries";
import { isTypeDocument } from "@/lib/documents/chemins";

export const metadata: Metadata = { title: "Document" };

/** Les mêmes documents que ceux de l'étudiant, pour qui a le droit de lire son cursus. */
export default definePage({
  action: "cursus:lire",
  chemin: "/etudiants/[etudiantId]/documents/[document]",
  sujet: (lecture, { params }) => findSujetEtudiant(lecture, params.etudiantId),
  consulte: ({ sujet }) => ({ etudiantId: sujet.etudiantId, objet: "document" }),
  render: async ({ sujet, params, searchParams }) => {
    if (!isTypeDocument(params.document)) notFound();
    return PageDocument({
      demande: {
        type: params.document,
        etudiantId: sujet.etudiantId,
        semestreId: parametre(searchParams.semestre),
      },
      personnel: true,
    });
  },
});
