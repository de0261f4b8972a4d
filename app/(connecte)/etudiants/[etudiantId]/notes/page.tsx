import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EnteteSemestre } from "@/components/cursus/entete-semestre";
import { NotesElements } from "@/components/cursus/notes/notes-elements";
import { definePage } from "@/lib/auth/guard";
import { findContextes } from "@/lib/classe/queries";
import { adresseEtudiant, parametre } from "@/lib/cursus/adresse";
import { findSujetEtudiant, findVueCursus } from "@/lib/cursus/queries";
import { nomComplet } from "@/lib/libelles";

export const metadata: Metadata = { title: "Notes" };

export default definePage({
  action: "cursus:lire",
  chemin: "/etudiants/[etudiantId]/notes",
  sujet: (lecture, { params }) => findSujetEtudiant(lecture, params.etudiantId),
  consulte: ({ sujet }) => ({ etudiantId: sujet.etudiantId, objet: "parcours" }),
  render: async ({ sujet, searchParams }) => {
    const vue = await findVueCursus(sujet.etudiantId, parametre(searchParams.semestre));
    if (!vue) notFound();
    const base = adresseEtudiant(sujet.etudiantId);
    return (
      <>
        <EnteteSemestre
          titre="Notes"
          vue={vue}
          href={`${base}/notes`}
          fil={[{ titre: nomComplet(vue.etudiant), href: `${base}?semestre=${vue.semestre.id}` }]}
        />
        <NotesElements
          elements={vue.elements}
          semestreId={vue.semestre.id}
          base={base}
          contextes={await findContextes(vue.semestre.id)}
        />
      </>
    );
  },
});
