import type { Metadata } from "next";
import { PageDocument } from "@/components/documents/page-document";
import { definePage } from "@/lib/auth/guard";
import { parametre } from "@/lib/cursus/adresse";
import { sujetSoi } from "@/lib/cursus/sujet";

export const metadata: Metadata = { title: "Relevé" };

export default definePage({
  action: "cursus:soi",
  chemin: "/moi/releve",
  sujet: sujetSoi,
  render: async ({ sujet, searchParams }) =>
    PageDocument({
      demande: { type: "releve", etudiantId: sujet.etudiantId, semestreId: parametre(searchParams.semestre) },
      personnel: false,
    }),
});
