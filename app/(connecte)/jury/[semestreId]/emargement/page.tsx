import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Impression } from "@/components/documents/impression";
import { Marges } from "@/components/documents/marges";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { definePage } from "@/lib/auth/guard";
import { findFormation } from "@/lib/cursus/queries";
import { cheminPdfJury } from "@/lib/documents/chemins";
import { findChromium } from "@/lib/documents/pdf/navigateur";
import { listConvoques } from "@/lib/jury/emargement/queries";
import { titreSemestre } from "@/lib/jury/libelles";
import { readSujet } from "@/lib/jury/queries";
import styles from "./emargement.module.css";

export const metadata: Metadata = { title: "Feuille d'émargement" };

/** Des lignes vides pour qui n'était pas prévu. */
const LIBRES = ["a", "b", "c", "d"] as const;

export default definePage({
  action: "jury:lire",
  chemin: "/jury/[semestreId]/emargement",
  sujet: readSujet,
  render: async ({ sujet: { semestre } }) => {
    const [convoques, formation] = await Promise.all([listConvoques(semestre.id), findFormation(semestre.id)]);
    if (!formation) notFound();
    const titre = titreSemestre(semestre);
    return (
      <>
        <PageHeader
          titre="Feuille d'émargement"
          sousTitre={`Jury ${titre}`}
          fil={[
            { titre: "Jurys", href: "/jury" },
            { titre, href: `/jury/${semestre.id}` },
          ]}
        >
          <Impression pdf={findChromium() ? cheminPdfJury("emargement", semestre.id) : null} />
        </PageHeader>
        <Marges
          haut={[`${formation.etablissement}, département ${formation.titre}`, `Jury ${titre}`]}
          bas="Feuille d'émargement"
        />
        <div className={styles.feuille} data-document={`Émargement, jury ${titre}`}>
          <p>
            Séance du <span className={styles.blanc} /> à <span className={styles.blanc} />, salle{" "}
            <span className={styles.blanc} />
          </p>
          <Table titre={`Émargement, jury ${titre}`}>
            <thead>
              <tr>
                <th scope="col">NOM Prénom</th>
                <th scope="col">Qualité</th>
                <th scope="col">Signature</th>
              </tr>
            </thead>
            <tbody>
              {convoques.map((c) => (
                <tr key={`${c.qualite} ${c.nom}`}>
                  <th scope="row">{c.nom}</th>
                  <td>{c.qualite}</td>
                  <td />
                </tr>
              ))}
              {LIBRES.map((cle) => (
                <tr key={cle}>
                  <td />
                  <td />
                  <td />
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      </>
    );
  },
});
