import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { listAlertes } from "@/lib/comptes/alertes";
import { isAbonne } from "@/lib/courriel/queries";
import { reglageCourriel } from "@/lib/courriel/reglage";
import { ROLES } from "@/lib/libelles";
import { Alertes } from "./alertes";
import styles from "./compte.module.css";
import { MotDePasse } from "./mot-de-passe";
import { ResumeCourriel } from "./resume-courriel";

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
      <Alertes instants={await listAlertes(user.id)} />
      <div className={styles.cartes}>
        {user.etudiantId !== null && (
          <ResumeCourriel email={user.email} abonne={await isAbonne(user.id)} disponible={reglageCourriel() !== null} />
        )}
        <MotDePasse email={user.email} />
      </div>
    </>
  ),
});
