import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SENS_CODE } from "@/components/code-decision";
import { Impression } from "@/components/documents/impression";
import { Marges } from "@/components/documents/marges";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { definePage } from "@/lib/auth/guard";
import { findFormation } from "@/lib/cursus/queries";
import { cheminPdfJury } from "@/lib/documents/chemins";
import { findChromium } from "@/lib/documents/pdf/navigateur";
import { titreSemestre } from "@/lib/jury/libelles";
import { loadJury, readSujet } from "@/lib/jury/queries";
import { type Statistique, statistiques } from "@/lib/jury/statistiques/bilan";
import styles from "./statistiques.module.css";

export const metadata: Metadata = { title: "Statistiques du jury" };

export default definePage({
  action: "jury:lire",
  chemin: "/jury/[semestreId]/statistiques",
  sujet: readSujet,
  render: async ({ sujet: { semestre } }) => {
    const [{ lignes, colonnes }, formation] = await Promise.all([loadJury(semestre), findFormation(semestre.id)]);
    if (!formation) notFound();
    const titre = titreSemestre(semestre);
    return (
      <>
        <PageHeader
          titre="Statistiques"
          sousTitre={`Décisions du jury ${titre}, sans aucun nom`}
          fil={[
            { titre: "Jurys", href: "/jury" },
            { titre, href: `/jury/${semestre.id}` },
          ]}
        >
          <Impression pdf={findChromium() ? cheminPdfJury("statistiques", semestre.id) : null} />
        </PageHeader>
        <Marges
          haut={[`${formation.etablissement}, département ${formation.titre}`, `Jury ${titre}`]}
          bas="Statistiques sans nom"
        />
        <div className={styles.blocs} data-document={`Statistiques, jury ${titre}`}>
          {statistiques(lignes, colonnes, semestre.numero).map((s) => (
            <Bloc key={s.titre} statistique={s} />
          ))}
          <p className={styles.note}>
            Un effectif de un ou deux désignerait quelqu'un : les codes rares sont comptés ensemble, et un groupe de
            moins de trois étudiants rejoint les autres.
          </p>
        </div>
      </>
    );
  },
});

function Bloc({ statistique: { titre, premiere, repartition } }: { readonly statistique: Statistique }) {
  return (
    <div className={styles.bloc}>
      <h2>{titre}</h2>
      {repartition === null ? (
        <p>Moins de trois décisions : rien à compter sans désigner quelqu'un.</p>
      ) : (
        <Table titre={titre}>
          <thead>
            <tr>
              <th scope="col">{premiere}</th>
              {repartition.codes.map((code) => (
                <th key={code} scope="col" className="nombre">
                  {code} <span>{SENS_CODE[code]}</span>
                </th>
              ))}
              {repartition.lignes.some((l) => l.autres > 0) && (
                <th scope="col" className="nombre">
                  Codes regroupés
                </th>
              )}
              <th scope="col" className="nombre">
                Total
              </th>
            </tr>
          </thead>
          <tbody>
            {repartition.lignes.map((ligne) => (
              <tr key={ligne.nom}>
                <th scope="row">{ligne.nom}</th>
                {repartition.codes.map((code, i) => (
                  <td key={code} className="nombre">
                    {part(ligne.effectifs[i] ?? null, ligne.total)}
                  </td>
                ))}
                {repartition.lignes.some((l) => l.autres > 0) && (
                  <td className="nombre">{part(ligne.autres, ligne.total)}</td>
                )}
                <td className="nombre">{ligne.total}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}

const POURCENT = new Intl.NumberFormat("fr-FR", { style: "percent", maximumFractionDigits: 0 });

function part(n: number | null, total: number): string {
  if (n === null) return "regroupé";
  return n === 0 ? "0" : `${n} (${POURCENT.format(n / total)})`;
}
