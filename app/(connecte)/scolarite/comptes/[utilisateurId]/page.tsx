import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { findCompteGere } from "@/lib/comptes/queries";
import styles from "../../scolarite.module.css";
import { Acces } from "./acces";
import { Affectations } from "./affectations";
import { Roles } from "./roles";

export const metadata: Metadata = { title: "Compte" };

export default definePage({
  action: "compte:gerer",
  chemin: "/scolarite/comptes/[utilisateurId]",
  async render({ user, params }) {
    const compte = await findCompteGere(params.utilisateurId ?? "");
    if (!compte) notFound();
    const enseignant = compte.roles.some((r) => r.role === "enseignant");
    return (
      <>
        <PageHeader
          titre={`${compte.nom} ${compte.prenom}`}
          sousTitre={[compte.email, compte.numeroEtudiant && `étudiant ${compte.numeroEtudiant}`]
            .filter(Boolean)
            .join(" · ")}
          fil={[{ titre: "Comptes", href: "/scolarite/comptes" }]}
        >
          <Badge ton={compte.actif ? "succes" : "danger"}>{compte.actif ? "compte ouvert" : "compte fermé"}</Badge>
        </PageHeader>
        <div className={styles.pile}>
          <div className={styles.colonnes}>
            <Roles compte={compte} />
            <Acces compte={compte} moi={compte.id === user.id} />
          </div>
          {enseignant || compte.affectations.length > 0 ? (
            <Affectations compte={compte} />
          ) : (
            <Notice>Donnez le rôle Enseignant pour confier des éléments à cette personne.</Notice>
          )}
        </div>
      </>
    );
  },
});
