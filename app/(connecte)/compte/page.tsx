import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { ROLES } from "@/lib/scolarite/libelles";
import { MotDePasse } from "./mot-de-passe";

export const metadata: Metadata = { title: "Mon compte" };

export default definePage({
  action: "compte:soi",
  chemin: "/compte",
  render: async ({ user }) => (
    <>
      <PageHeader
        titre={`${user.prenom} ${user.nom}`}
        sousTitre={`${user.email} · ${[...new Set(user.roles.map((r) => ROLES[r.role]))].join(", ")}`}
      />
      <MotDePasse email={user.email} />
    </>
  ),
});
