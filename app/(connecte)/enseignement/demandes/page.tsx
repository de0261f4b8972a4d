import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { can, hasRight, type Utilisateur } from "@/lib/auth/permissions";
import { type Demande, listDemandes } from "@/lib/corrections/queries";
import { Liste } from "./liste";

export const metadata: Metadata = { title: "Demandes de correction" };

const peutRepondre = (user: Utilisateur, { semestre, elementId }: Demande): boolean =>
  can(user, "correction:repondre", { semestre, elementId });

export default definePage({
  action: "correction:lire",
  chemin: "/enseignement/demandes",
  render: async ({ user }) => {
    const { ouvertes, repondues } = await listDemandes(user);
    const aRepondre = ouvertes.filter((d) => peutRepondre(user, d));
    return (
      <>
        <PageHeader
          titre="Demandes de correction"
          sousTitre={
            aRepondre.length === 0
              ? "Aucune demande n'attend votre réponse."
              : aRepondre.length === 1
                ? "Une demande attend votre réponse."
                : `${aRepondre.length} demandes attendent votre réponse.`
          }
          fil={hasRight(user, "enseignement:lire", {}) ? [{ titre: "Enseignement", href: "/enseignement" }] : []}
        />
        <Liste
          aRepondre={aRepondre}
          ailleurs={ouvertes.filter((d) => !peutRepondre(user, d))}
          repondues={repondues.map((demande) => ({
            demande,
            aCorriger: demande.etat === "acceptee" && demande.corrigeeLe === null && peutRepondre(user, demande),
          }))}
        />
      </>
    );
  },
});
