import type { Metadata } from "next";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { definePage } from "@/lib/auth/guard";
import { can } from "@/lib/auth/permissions";
import { titreMaquetteSemestre } from "@/lib/libelles";
import { listPromotions, type PromotionLue } from "@/lib/scolarite/promotions/queries";
import { EtatSemestre } from "../etat-semestre";
import styles from "../scolarite.module.css";
import { NouveauGroupe } from "./nouveau-groupe";
import { NouvelleClasse } from "./nouvelle-classe";
import { NouvellePromotion } from "./nouvelle-promotion";
import { Ouverture } from "./ouverture";

export const metadata: Metadata = { title: "Promotions" };

export default definePage({
  action: "scolarite:lire",
  chemin: "/scolarite/promotions",
  async render({ user }) {
    const { promotions, maquettes, reglements } = await listPromotions();
    const cree = can(user, "promotion:ecrire");
    return (
      <>
        <PageHeader
          titre="Promotions"
          sousTitre="Une promotion garde la maquette avec laquelle elle commence ; chacun de ses semestres est une classe."
        >
          {cree && <NouvellePromotion maquettes={maquettes} />}
        </PageHeader>
        <div className={styles.pile}>
          {promotions.length === 0 && <Notice>Aucune promotion pour l'instant : créez la première.</Notice>}
          {promotions.map((p) => (
            <section key={p.id} className={styles.formulaire} aria-labelledby={p.id}>
              <div className={styles.ligne}>
                <h2 id={p.id}>{p.titre}</h2>
                <span className={styles.petit}>
                  entrée en {p.anneeEntree} · maquette {p.maquette}
                </span>
                {cree && <NouvelleClasse promotion={p} reglements={reglements} />}
              </div>
              <Classes
                promotion={p}
                gestes={(s) => {
                  const sujet = { semestre: { id: s.id, etat: s.etat } };
                  return (
                    <span className={styles.ligne}>
                      {can(user, "semestre:ouvrir", sujet) && <Ouverture classe={s} />}
                      {can(user, "inscription:ecrire", sujet) && <NouveauGroupe classe={s} />}
                    </span>
                  );
                }}
              />
            </section>
          ))}
        </div>
      </>
    );
  },
});

function Classes({
  promotion: p,
  gestes,
}: {
  readonly promotion: PromotionLue;
  readonly gestes: (classe: PromotionLue["semestres"][number]) => React.ReactNode;
}) {
  if (p.semestres.length === 0) return <p className={styles.doux}>Aucune classe pour l'instant.</p>;
  return (
    <Table titre={`Classes de ${p.titre}`}>
      <thead>
        <tr>
          <th scope="col">Classe</th>
          <th scope="col">Année</th>
          <th scope="col">État</th>
          <th scope="col" className="nombre">
            Inscrits
          </th>
          <th scope="col">Groupes</th>
          <th scope="col">Règlement</th>
          <th scope="col">Gestes</th>
        </tr>
      </thead>
      <tbody>
        {p.semestres.map((s) => (
          <tr key={s.id}>
            <th scope="row">
              <Link href={`/scolarite/etudiants?semestre=${s.id}`}>
                {titreMaquetteSemestre({ ...s, parcours: null })}
              </Link>
            </th>
            <td>{s.anneeUniversitaire}</td>
            <td>
              <EtatSemestre etat={s.etat} />
            </td>
            <td className="nombre">{s.inscrits}</td>
            <td>{s.groupes.join(", ")}</td>
            <td>{s.reglement}</td>
            <td>{gestes(s)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
