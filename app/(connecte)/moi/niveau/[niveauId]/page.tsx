import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CalculNiveau } from "@/components/cursus/calcul";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { parametre } from "@/lib/cursus/adresse";
import { findCalculNiveau } from "@/lib/cursus/queries";

import { sujetSoi } from "@/lib/cursus/sujet";

export const metadata: Metadata = { title: "Le calcul d'un RCUE" };

export default definePage({
  action: "cursus:soi",
  chemin: "/moi/niveau/[niveauId]",
  sujet: sujetSoi,
  render: async ({ sujet, params: { niveauId = "" }, searchParams }) => {
    const calcul = await findCalculNiveau(sujet.etudiantId, niveauId, parametre(searchParams.annee));
    if (!calcul) notFound();
    return (
      <>
        <PageHeader
          titre={`Le calcul du RCUE ${calcul.competence}, niveau ${calcul.ordre}`}
          sousTitre={calcul.titre}
          fil={[{ titre: "Mon parcours", href: "/moi" }]}
        />
        <CalculNiveau calcul={calcul} />
      </>
    );
  },
});
