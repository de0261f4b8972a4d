import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SansInscription } from "@/components/cursus/sans-inscription";
import { definePage } from "@/lib/auth/guard";
import { parametre } from "@/lib/cursus/adresse";
import { findVueCursus } from "@/lib/cursus/queries";
import { sujetSoi } from "@/lib/cursus/sujet";
import { dernieresNotes, NOTES_MONTREES } from "@/lib/cursus/vue-notes";
import { findNouveautes } from "@/lib/nouveautes/queries";
import { Accueil } from "./accueil";
import { comptePassage } from "./passage";

export const metadata: Metadata = { title: "Mon parcours" };

export default definePage({
  action: "cursus:soi",
  chemin: "/moi",
  sujet: sujetSoi,
  render: async ({ user, sujet: { etudiantId }, searchParams }) => {
    const semestreId = parametre(searchParams.semestre);
    const nouveautes = await findNouveautes(user.id, etudiantId);
    comptePassage(nouveautes);
    const vue = await findVueCursus(etudiantId, semestreId);
    if (!vue) return semestreId === undefined ? <SansInscription /> : notFound();
    const { elements, ...montree } = vue;
    return <Accueil vue={montree} notes={dernieresNotes(elements, NOTES_MONTREES)} nouveautes={nouveautes} />;
  },
});
