import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { can } from "@/lib/auth/permissions";
import { findMaquetteSemestre, type MaquetteSemestreLu } from "@/lib/maquette/queries";
import { EtatSemestre } from "../../etat-semestre";
import styles from "../../scolarite.module.css";
import { Matrice } from "./matrice";
import page from "./page.module.css";
import { Ues } from "./ues";

export const metadata: Metadata = { title: "Coefficients" };

export default definePage({
  action: "scolarite:lire",
  chemin: "/scolarite/maquettes/[maquetteSemestreId]",
  async render({ user, params }) {
    const vue = await findMaquetteSemestre(params.maquetteSemestreId ?? "");
    if (!vue) notFound();
    const ouvert = can(user, "maquette:ecrire");
    const decidee = vue.classes.some((c) => c.decidee);
    return (
      <>
        <PageHeader
          titre={`Coefficients de ${vue.titre}`}
          sousTitre={[vue.parcoursTitre, `imprimé « ${vue.titreImprime} »`, `maquette ${vue.version}`]
            .filter(Boolean)
            .join(" · ")}
          fil={[{ titre: "Maquettes", href: "/scolarite/maquettes" }]}
        />
        <div className={styles.pile}>
          <Classes classes={vue.classes} />
          <Ues vue={vue} ouvert={ouvert} decidee={decidee} />
          <Matrice vue={vue} ouvert={ouvert} decidee={decidee} />
        </div>
      </>
    );
  },
});

function Classes({ classes }: { readonly classes: MaquetteSemestreLu["classes"] }) {
  const decidees = classes.filter((c) => c.decidee);
  return (
    <>
      <section className={page.classes} aria-labelledby="classes">
        <h2 id="classes">Classes qui suivent ce programme</h2>
        {classes.length === 0 && <p className={styles.doux}>Aucune pour l'instant.</p>}
        <ul className={styles.liste}>
          {classes.map((c) => (
            <li key={c.id} className={styles.ligne}>
              {c.titre} <EtatSemestre etat={c.etat} />
              <span className={styles.petit}>
                {c.inscrits} {c.inscrits > 1 ? "inscrits" : "inscrit"}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {decidees.length > 0 && (
        <Notice ton="attention">
          Un jury a déjà décidé pour {decidees.length > 1 ? `${decidees.length} de ces classes` : "une de ces classes"}.
          Corriger un coefficient demande un motif : les décisions prises gardent leurs moyennes, et l'écart avec le
          calcul d'aujourd'hui sera montré au jury.
        </Notice>
      )}
    </>
  );
}
