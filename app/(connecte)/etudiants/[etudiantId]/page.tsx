import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EnteteSemestre } from "@/components/cursus/entete-semestre";
import { SansInscription } from "@/components/cursus/sans-inscription";
import { CursusEtudiant } from "@/components/cursus/vue-cursus";
import { LinkButton } from "@/components/ui/button";
import { definePage } from "@/lib/auth/guard";
import { adresseEtudiant, parametre } from "@/lib/cursus/adresse";
import { findSujetEtudiant, findVueCursus } from "@/lib/cursus/queries";
import { dernieresNotes, NOTES_MONTREES } from "@/lib/cursus/vue-notes";
import { cheminDocument } from "@/lib/documents/chemins";
import { nomComplet } from "@/lib/libelles";

export const metadata: Metadata = { title: "Étudiant" };

export default definePage({
  action: "cursus:lire",
  chemin: "/etudiants/[etudiantId]",
  sujet: (lecture, { params }) => findSujetEtudiant(lecture, params.etudiantId),
  consulte: ({ sujet }) => ({ etudiantId: sujet.etudiantId, objet: "parcours" }),
  render: async ({ sujet, searchParams }) => {
    const semestreId = parametre(searchParams.semestre);
    const vue = await findVueCursus(sujet.etudiantId, semestreId);
    if (!vue && semestreId !== undefined) notFound();
    if (!vue) return <SansInscription />;
    const base = adresseEtudiant(sujet.etudiantId);
    return (
      <>
        <EnteteSemestre titre={nomComplet(vue.etudiant)} vue={vue} href={base}>
          <LinkButton petit href={cheminDocument("releve", vue.semestre.id, sujet.etudiantId)} prefetch={false}>
            Relevé et attestation
          </LinkButton>
        </EnteteSemestre>
        <CursusEtudiant vue={vue} notes={dernieresNotes(vue.elements, NOTES_MONTREES)} base={base} />
      </>
    );
  },
});
