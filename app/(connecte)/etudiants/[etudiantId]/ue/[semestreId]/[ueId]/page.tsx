import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CalculUe } from "@/components/cursus/ue/calcul";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { findRang } from "@/lib/classe/queries";
import { adresseEtudiant } from "@/lib/cursus/adresse";
import { findCalculUe, findSujetEtudiant } from "@/lib/cursus/queries";
import { nomComplet } from "@/lib/libelles";

export const metadata: Metadata = { title: "Le calcul d'une UE" };

export default definePage({
  action: "cursus:lire",
  chemin: "/etudiants/[etudiantId]/ue/[semestreId]/[ueId]",
  sujet: (lecture, { params }) => findSujetEtudiant(lecture, params.etudiantId),
  consulte: ({ sujet }) => ({ etudiantId: sujet.etudiantId, objet: "parcours" }),
  render: async ({ sujet, params: { semestreId = "", ueId = "" } }) => {
    const calcul = await findCalculUe(sujet.etudiantId, semestreId, ueId);
    if (!calcul) notFound();
    const { ue, semestre } = calcul;
    const base = adresseEtudiant(sujet.etudiantId);
    return (
      <>
        <PageHeader
          titre={`Le calcul de l'UE ${ue.competence}`}
          sousTitre={`Semestre ${semestre.numero}, ${semestre.anneeUniversitaire} · ${ue.ects} ECTS`}
          fil={[{ titre: nomComplet(calcul.etudiant), href: `${base}?semestre=${semestre.id}` }]}
        />
        <CalculUe calcul={calcul} base={base} rang={await findRang(semestreId, ue.competenceId, sujet.etudiantId)} />
      </>
    );
  },
});
