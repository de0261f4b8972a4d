import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EnteteSemestre } from "@/components/cursus/entete-semestre";
import { NotesElements } from "@/components/cursus/notes-elements";
import { definePage } from "@/lib/auth/guard";
import { parametre } from "@/lib/cursus/adresse";
import { findVueCursus } from "@/lib/cursus/queries";

import { sujetSoi } from "@/lib/cursus/sujet";

export const metadata: Metadata = { title: "Notes" };

export default definePage({
  action: "cursus:soi",
  chemin: "/moi/notes",
  sujet: sujetSoi,
  render: async ({ sujet, searchParams }) => {
    const vue = await findVueCursus(sujet.etudiantId, parametre(searchParams.semestre));
    if (!vue) notFound();
    return (
      <>
        <EnteteSemestre
          titre="Mes notes"
          vue={vue}
          href="/moi/notes"
          fil={[{ titre: "Mon parcours", href: `/moi?semestre=${vue.semestre.id}` }]}
        />
        <NotesElements elements={vue.elements} semestreId={vue.semestre.id} base="/moi" />
      </>
    );
  },
});
