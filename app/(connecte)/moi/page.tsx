import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EnteteSemestre } from "@/components/cursus/entete-semestre";
import { LigneNouveautes } from "@/components/cursus/nouveautes";
import { SansInscription } from "@/components/cursus/sans-inscription";
import { CursusEtudiant } from "@/components/cursus/vue-cursus";
import { definePage } from "@/lib/auth/guard";
import { parametre } from "@/lib/cursus/adresse";
import { findVueCursus } from "@/lib/cursus/queries";
import { sujetSoi } from "@/lib/cursus/sujet";
import { nouvelles } from "@/lib/nouveautes/nouveaute";
import { findNouveautes } from "@/lib/nouveautes/queries";
import { Outils } from "./outils";
import { comptePassage } from "./passage";

export const metadata: Metadata = { title: "Mon parcours" };

export default definePage({
  action: "cursus:soi",
  chemin: "/moi",
  sujet: sujetSoi,
  render: async ({ user, sujet, searchParams }) => {
    const semestreId = parametre(searchParams.semestre);
    const vue = await findVueCursus(sujet.etudiantId, semestreId);
    if (!vue && semestreId !== undefined) notFound();
    if (!vue) return <SansInscription />;
    const nouveautes = await findNouveautes(user.id, sujet.etudiantId);
    comptePassage(nouveautes);
    return (
      <>
        <EnteteSemestre titre="Mon parcours" vue={vue} href="/moi" />
        <LigneNouveautes nouveautes={nouveautes} semestreId={vue.semestre.id} />
        <CursusEtudiant
          vue={vue}
          base="/moi"
          actions={<Outils semestreId={vue.semestre.id} />}
          nouvelles={nouvelles(nouveautes)}
        />
      </>
    );
  },
});
