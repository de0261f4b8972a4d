import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FicheNiveau } from "@/components/cursus/matrice/fiche-niveau";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { adresseEtudiant, parametre } from "@/lib/cursus/adresse";
import { findFicheNiveau, findSujetEtudiant } from "@/lib/cursus/queries";
import { nomComplet } from "@/lib/libelles";

export const metadata: Metadata = { title: "Un niveau de compétence" };

export default definePage({
  action: "cursus:lire",
  chemin: "/etudiants/[etudiantId]/niveau/[niveauId]",
  sujet: (lecture, { params }) => findSujetEtudiant(lecture, params.etudiantId),
  consulte: ({ sujet }) => ({ etudiantId: sujet.etudiantId, objet: "parcours" }),
  render: async ({ sujet, params: { niveauId = "" }, searchParams }) => {
    const fiche = await findFicheNiveau(sujet.etudiantId, niveauId, parametre(searchParams.annee));
    if (!fiche) notFound();
    const base = adresseEtudiant(sujet.etudiantId);
    return (
      <>
        <PageHeader
          titre={`${fiche.competence}, niveau ${fiche.ordre}`}
          fil={[{ titre: nomComplet(fiche.etudiant), href: base }]}
        />
        <FicheNiveau fiche={fiche} />
      </>
    );
  },
});
