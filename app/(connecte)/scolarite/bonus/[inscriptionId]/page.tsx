import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { can } from "@/lib/auth/permissions";
import { findBonusInscription } from "@/lib/bonus/queries";
import { ETATS_INSCRIPTION } from "@/lib/libelles";
import { findSujetInscription } from "@/lib/scolarite/queries";
import styles from "../../scolarite.module.css";
import { phraseRegle } from "../regle";
import { BonusEtudiant } from "./bonus-etudiant";

export const metadata: Metadata = { title: "Bonus d'un étudiant" };

export default definePage({
  action: "scolarite:lire",
  chemin: "/scolarite/bonus/[inscriptionId]",
  sujet: (lecture, { params }) => findSujetInscription(lecture, params.inscriptionId ?? ""),
  consulte: ({ sujet }) => ({ etudiantId: sujet.etudiantId, objet: "bonus" }),
  async render({ user, sujet, params }) {
    const vue = await findBonusInscription(params.inscriptionId ?? "");
    if (!vue) notFound();
    const { nom, prenom } = vue.etudiant;
    return (
      <>
        <PageHeader
          titre={`Bonus de ${nom} ${prenom}`}
          sousTitre={vue.semestre.titre}
          fil={[{ titre: "Bonus", href: `/scolarite/bonus?semestre=${vue.semestre.id}` }]}
        />
        <div className={styles.pile}>
          {vue.etat !== "I" && (
            <Notice>
              {nom} {prenom} est {ETATS_INSCRIPTION[vue.etat]} ce semestre : aucune moyenne n'est calculée, un bonus n'y
              change rien.
            </Notice>
          )}
          <p className={styles.doux}>{phraseRegle(vue.regle)}</p>
          <BonusEtudiant vue={vue} ouvert={can(user, "bonus:ecrire", sujet)} />
        </div>
      </>
    );
  },
});
