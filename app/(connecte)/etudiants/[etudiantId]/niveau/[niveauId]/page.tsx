import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CalculNiveau } from "@/components/cursus/calcul";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { adresseEtudiant, nomComplet, parametre } from "@/lib/cursus/adresse";
import { findCalculNiveau, findSujetEtudiant } from "@/lib/cursus/queries";

export const metadata: Metadata = { title: "Le calcul d'un RCUE" };

export default definePage({
  action: "cursus:lire",
  chemin: "/etudiants/[etudiantId]/niveau/[niveauId]",
  sujet: (lecture, { params }) => findSujetEtudiant(lecture, params.etudiantId),
  consulte: ({ sujet }) => ({ etudiantId: sujet.etudiantId, objet: "parcours" }),
  render: async ({ sujet, params: { niveauId = "" }, searchParams }) => {
    const calcul = await findCalculNiveau(sujet.etudiantId, niveauId, parametre(searchParams.annee));
    if (!calcul) notFound();
    const base = adresseEtudiant(sujet.etudiantId);
    return (
      <>
        <PageHeader
          titre={`Le calcul du RCUE ${calcul.competence}, niveau ${calcul.ordre}`}
          sousTitre={calcul.titre}
          fil={[{ titre: nomComplet(calcul.etudiant), href: base }]}
        />
        <CalculNiveau calcul={calcul} />
      </>
    );
  },
});
