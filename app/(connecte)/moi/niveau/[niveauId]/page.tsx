import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FicheNiveau } from "@/components/cursus/matrice/fiche-niveau";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { parametre } from "@/lib/cursus/adresse";
import { findFicheNiveau } from "@/lib/cursus/queries";
import { sujetSoi } from "@/lib/cursus/sujet";

export const metadata: Metadata = { title: "Un niveau de compétence" };

export default definePage({
  action: "cursus:soi",
  chemin: "/moi/niveau/[niveauId]",
  sujet: sujetSoi,
  render: async ({ sujet, params: { niveauId = "" }, searchParams }) => {
    const fiche = await findFicheNiveau(sujet.etudiantId, niveauId, parametre(searchParams.annee));
    if (!fiche) notFound();
    return (
      <>
        <PageHeader
          titre={`${fiche.competence}, niveau ${fiche.ordre}`}
          fil={[{ titre: "Mon parcours", href: "/moi" }]}
        />
        <FicheNiveau fiche={fiche} />
      </>
    );
  },
});
