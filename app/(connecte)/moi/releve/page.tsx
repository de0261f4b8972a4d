import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChoixSemestre } from "@/components/cursus/choix-semestre";
import { Imprimer } from "@/components/imprimer";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { parametre } from "@/lib/cursus/adresse";
import { findFormation, findVueCursus } from "@/lib/cursus/queries";
import { sujetSoi } from "@/lib/cursus/sujet";
import { Releve } from "./releve";

export const metadata: Metadata = { title: "Relevé" };

export default definePage({
  action: "cursus:soi",
  chemin: "/moi/releve",
  sujet: sujetSoi,
  render: async ({ sujet, searchParams }) => {
    const vue = await findVueCursus(sujet.etudiantId, parametre(searchParams.semestre));
    const formation = vue && (await findFormation(vue.semestre.id));
    if (!vue || !formation) notFound();
    return (
      <>
        <PageHeader
          titre={`Relevé du semestre ${vue.semestre.numero}`}
          sousTitre={vue.semestre.anneeUniversitaire}
          fil={[{ titre: "Mon parcours", href: `/moi?semestre=${vue.semestre.id}` }]}
        >
          <ChoixSemestre semestres={vue.semestres} choisi={vue.semestre.id} href="/moi/releve" />
          <Imprimer />
        </PageHeader>
        <Releve vue={vue} formation={formation} />
      </>
    );
  },
});
