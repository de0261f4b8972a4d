import type { Metadata } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { definePage } from "@/lib/auth/guard";
import { groupBy } from "@/lib/group-by";
import { A_CONFIRMER } from "@/lib/libelles";
import { listMaquettes } from "@/lib/maquette/queries";
import styles from "../scolarite.module.css";

export const metadata: Metadata = { title: "Maquettes" };

export default definePage({
  action: "scolarite:lire",
  chemin: "/scolarite/maquettes",
  async render() {
    const semestres = await listMaquettes();
    return (
      <>
        <PageHeader
          titre="Maquettes"
          sousTitre="Le programme imprimé, semestre par semestre. Le programme public n'imprime aucun coefficient : ceux proposés ici suivent les heures, jusqu'à ce que vous les confirmiez."
        />
        <div className={styles.pile}>
          {[...groupBy(semestres, (s) => s.maquetteId).values()].map((siens) => (
            <section key={siens[0]?.maquetteId} className={styles.pile} aria-label={`Maquette ${siens[0]?.version}`}>
              <div className={styles.ligne}>
                <h2>Maquette {siens[0]?.version}</h2>
                <span className={styles.petit}>{siens.length} semestres</span>
              </div>
              <Table titre={`Semestres de la maquette ${siens[0]?.version}`}>
                <thead>
                  <tr>
                    <th scope="col">Semestre</th>
                    <th scope="col">Parcours</th>
                    <th scope="col" className="nombre">
                      UE
                    </th>
                    <th scope="col" className="nombre">
                      ECTS
                    </th>
                    <th scope="col" className="nombre">
                      Inscriptions
                    </th>
                    <th scope="col">Coefficients et pôles</th>
                  </tr>
                </thead>
                <tbody>
                  {siens.map((s) => (
                    <tr key={s.id}>
                      <th scope="row">
                        <Link href={`/scolarite/maquettes/${s.id}`}>{s.titre}</Link>
                      </th>
                      <td>{s.parcoursTitre ?? "Tronc commun"}</td>
                      <td className="nombre">{s.ues}</td>
                      <td className="nombre">{s.ects}</td>
                      <td className="nombre">{s.inscrits}</td>
                      <td>
                        {s.aConfirmer > 0 ? (
                          <Badge ton="attention" provisoire>
                            {s.aConfirmer} UE {A_CONFIRMER}
                          </Badge>
                        ) : (
                          <Badge ton="succes">confirmés</Badge>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            </section>
          ))}
        </div>
      </>
    );
  },
});
