import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChoixSemestre } from "@/components/cursus/choix-semestre";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { parametre } from "@/lib/cursus/adresse";
import { findCursusSimulable } from "@/lib/cursus/queries";
import { sujetSoi } from "@/lib/cursus/sujet";
import { Simulateur } from "./simulateur";

export const metadata: Metadata = { title: "Et si…" };

export default definePage({
  action: "cursus:soi",
  chemin: "/moi/simulation",
  sujet: sujetSoi,
  render: async ({ sujet, searchParams }) => {
    const simulable = await findCursusSimulable(sujet.etudiantId, parametre(searchParams.semestre));
    if (!simulable) notFound();
    const { cursus, semestre, semestres, aConfirmer } = simulable;
    return (
      <>
        <PageHeader
          titre="Et si…"
          sousTitre={`Semestre ${semestre.numero}, ${semestre.anneeUniversitaire}`}
          fil={[{ titre: "Mon parcours", href: `/moi?semestre=${semestre.id}` }]}
        >
          <ChoixSemestre semestres={semestres} choisi={semestre.id} href="/moi/simulation" />
        </PageHeader>
        <noscript>
          <Notice ton="attention">
            La simulation se calcule dans votre navigateur : activez JavaScript pour vous en servir.
          </Notice>
        </noscript>
        <Simulateur key={semestre.id} cursus={cursus} semestreId={semestre.id} aConfirmer={aConfirmer} />
      </>
    );
  },
});
