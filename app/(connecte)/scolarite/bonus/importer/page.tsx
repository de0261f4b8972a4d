import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { findEcranImport } from "@/lib/bonus/import/queries";
import { parametre } from "@/lib/cursus/adresse";
import { ImportBonus } from "./import-bonus";

export const metadata: Metadata = { title: "Importer des bonus" };

export default definePage({
  action: "scolarite:lister",
  chemin: "/scolarite/bonus/importer",
  async render({ user, searchParams }) {
    const ecran = await findEcranImport(user, parametre(searchParams.semestre) ?? "");
    if (!ecran) notFound();
    return (
      <>
        <PageHeader
          titre="Importer des bonus"
          sousTitre={`La liste du Bureau de la Vie Étudiante, ${ecran.moitie}`}
          fil={[{ titre: "Bonus", href: `/scolarite/bonus?semestre=${encodeURIComponent(ecran.semestreId)}` }]}
        />
        {ecran.classes.length === 0 ? (
          <Notice>Aucune classe de ces semestres n'accepte de bonus dans son état actuel.</Notice>
        ) : (
          <ImportBonus ecran={ecran} />
        )}
      </>
    );
  },
});
