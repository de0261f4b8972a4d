import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { definePage } from "@/lib/auth/guard";
import { can } from "@/lib/auth/permissions";
import { findBonusSemestre } from "@/lib/bonus/queries";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { ETATS_INSCRIPTION } from "@/lib/libelles";
import { listSemestres } from "@/lib/scolarite/queries";
import { ChoixSemestre, semestreDemande } from "../choix-semestre";
import { EtatSemestre } from "../etat-semestre";
import styles from "../scolarite.module.css";
import { phraseRegle } from "./regle";

export const metadata: Metadata = { title: "Bonus" };

export default definePage({
  action: "scolarite:lister",
  chemin: "/scolarite/bonus",
  async render({ user, searchParams }) {
    const semestres = (await listSemestres()).filter((semestre) => can(user, "scolarite:lire", { semestre }));
    const choisi = semestreDemande(semestres, searchParams.semestre);
    const vue = choisi && (await findBonusSemestre(choisi.id));
    if (!vue) {
      if (semestres.length > 0) notFound();
      return (
        <>
          <PageHeader titre="Bonus" />
          <Notice>Aucune classe n'existe encore : créez-en une dans Promotions.</Notice>
        </>
      );
    }
    const ouvert = can(user, "bonus:ecrire", { semestre: { id: vue.id, etat: vue.etat } });
    return (
      <>
        <PageHeader titre="Bonus" sousTitre={phraseRegle(vue.regle)} />
        <div className={styles.pile}>
          <ChoixSemestre semestres={semestres} choisi={vue.id} />
          {!ouvert && (
            <Notice>Ce semestre n'accepte plus de bonus dans son état actuel : vous pouvez le consulter.</Notice>
          )}
          <section className={styles.pile} aria-labelledby="liste">
            <div className={styles.ligne}>
              <h2 id="liste">{vue.titre}</h2>
              <EtatSemestre etat={vue.etat} />
              {ouvert && (
                <LinkButton petit href={`/scolarite/bonus/importer?semestre=${encodeURIComponent(vue.id)}`}>
                  Importer une liste
                </LinkButton>
              )}
            </div>
            <Table titre={`Bonus des étudiants, ${vue.titre}`}>
              <thead>
                <tr>
                  <th scope="col">Étudiant</th>
                  <th scope="col">Groupe</th>
                  <th scope="col">Activités</th>
                  <th scope="col" className="nombre">
                    Bonus appliqué
                  </th>
                </tr>
              </thead>
              <tbody>
                {vue.inscrits.map((i) => (
                  <tr key={i.id}>
                    <th scope="row">
                      <Link href={`/scolarite/bonus/${i.id}`} aria-label={`Bonus de ${i.nom} ${i.prenom}`}>
                        {i.nom} {i.prenom}
                      </Link>{" "}
                      {i.etat !== "I" && <Badge>{ETATS_INSCRIPTION[i.etat]}</Badge>}
                    </th>
                    <td>{i.groupes.join(", ")}</td>
                    <td>{i.activites.map((a) => `${a.activite} (${formatCourt(a.pourcent)} %)`).join(", ")}</td>
                    <td className="nombre">
                      {i.total > 0 ? (
                        <strong>{formatCourt(i.total)} %</strong>
                      ) : (
                        <span className={styles.doux}>0 %</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
            {vue.inscrits.length === 0 && <Notice>Personne n'est encore inscrit dans cette classe.</Notice>}
          </section>
        </div>
      </>
    );
  },
});
