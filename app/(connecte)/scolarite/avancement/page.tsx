import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { can } from "@/lib/auth/permissions";
import { findCompletude } from "@/lib/completude/queries";
import { jourDe, situationDe } from "@/lib/completude/situation";
import { raisonVerrou } from "@/lib/evaluations/libelles";
import { listSemestres } from "@/lib/scolarite/queries";
import { ChoixSemestre, semestreDemande } from "../choix-semestre";
import { EtatSemestre } from "../etat-semestre";
import styles from "../scolarite.module.css";
import { Avancement } from "./avancement";

export const metadata: Metadata = { title: "Avancement des notes" };

export default definePage({
  action: "scolarite:lister",
  chemin: "/scolarite/avancement",
  async render({ user, searchParams }) {
    const semestres = (await listSemestres()).filter((semestre) => can(user, "scolarite:lire", { semestre }));
    const choisi = semestreDemande(semestres, searchParams.semestre);
    const vue = choisi && (await findCompletude(choisi.id));
    if (!vue) {
      if (semestres.length > 0) notFound();
      return (
        <>
          <PageHeader titre="Avancement des notes" />
          <Notice>Aucune classe n'existe encore : créez-en une dans Promotions.</Notice>
        </>
      );
    }
    const aujourdhui = jourDe(new Date());
    const reste = searchParams.voir === "reste";
    const verrou = raisonVerrou(vue.etat);
    return (
      <>
        <PageHeader titre="Avancement des notes" sousTitre="Ce qui manque avant le jury, et à qui le demander." />
        <div className={styles.pile}>
          <ChoixSemestre semestres={semestres} choisi={vue.id} />
          <section className={styles.pile} aria-labelledby="classe">
            <div className={styles.ligne}>
              <h2 id="classe">{vue.titre}</h2>
              <EtatSemestre etat={vue.etat} />
              <Link href={`/scolarite/avancement?semestre=${vue.id}${reste ? "" : "&voir=reste"}`}>
                {reste ? "Voir tous les éléments" : "Ne voir que ce qui reste à faire"}
              </Link>
            </div>
            {verrou && <Notice>{verrou}</Notice>}
            <Avancement
              classe={vue.titre}
              aujourdhui={aujourdhui}
              reste={reste}
              ferme={verrou !== null}
              elements={vue.elements.map((el) => ({
                ...el,
                lisible: can(user, "element:lire", { semestre: vue, elementId: el.id }),
                evaluations: el.evaluations.map((e) => ({ ...e, situation: situationDe(e, el.inscrits, aujourdhui) })),
              }))}
            />
          </section>
        </div>
      </>
    );
  },
});
