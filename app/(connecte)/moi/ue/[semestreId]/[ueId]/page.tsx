import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { VersMesNotes } from "@/components/corrections/vers-mes-notes";
import { CalculUe } from "@/components/cursus/ue/calcul";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { findRang } from "@/lib/classe/queries";
import { findCalculUe } from "@/lib/cursus/queries";
import { sujetSoi } from "@/lib/cursus/sujet";

export const metadata: Metadata = { title: "Le calcul d'une UE" };

export default definePage({
  action: "cursus:soi",
  chemin: "/moi/ue/[semestreId]/[ueId]",
  sujet: sujetSoi,
  render: async ({ sujet, params: { semestreId = "", ueId = "" } }) => {
    const calcul = await findCalculUe(sujet.etudiantId, semestreId, ueId);
    if (!calcul) notFound();
    const { ue, semestre } = calcul;
    return (
      <>
        <PageHeader
          titre={`Le calcul de l'UE ${ue.competence}`}
          sousTitre={`Semestre ${semestre.numero}, ${semestre.anneeUniversitaire} · ${ue.ects} ECTS`}
          fil={[{ titre: "Mon parcours", href: `/moi?semestre=${semestre.id}` }]}
        />
        <CalculUe calcul={calcul} base="/moi" rang={await findRang(semestreId, ue.competenceId, sujet.etudiantId)} />
        <VersMesNotes semestre={semestre} />
      </>
    );
  },
});
