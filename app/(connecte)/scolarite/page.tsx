import type { Metadata } from "next";
import Link from "next/link";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { definePage } from "@/lib/auth/guard";
import { can } from "@/lib/auth/permissions";
import { A_CONFIRMER } from "@/lib/libelles";
import { readApercu, type SemestreApercu } from "@/lib/scolarite/apercu/queries";
import { EtatSemestre } from "./etat-semestre";
import page from "./page.module.css";
import styles from "./scolarite.module.css";

export const metadata: Metadata = { title: "Scolarité" };

export default definePage({
  action: "scolarite:lister",
  chemin: "/scolarite",
  async render({ user }) {
    const { ues, aConfirmer, semestres: tous } = await readApercu();
    const semestres = tous.filter((semestre) => can(user, "scolarite:lire", { semestre }));
    // Un rôle limité à un semestre n'ouvre ni les maquettes ni la liste des étudiants, qui les touchent tous.
    const partout = can(user, "scolarite:lire");
    const enCours = semestres.filter((s) => s.etat !== "publie");
    const publies = semestres.filter((s) => s.etat === "publie");
    const manquantes = enCours.reduce((n, s) => n + s.vides + s.attendues, 0);
    const aPublier = enCours.filter((s) => s.etat === "delibere").length;
    return (
      <>
        <PageHeader titre="Scolarité" sousTitre="Ce qui attend, classe par classe." />
        <div className={styles.pile}>
          <div className={styles.colonnes}>
            <Attente nombre={aConfirmer} quoi={`UE sur ${ues} dont les coefficients sont ${A_CONFIRMER}`}>
              {partout && <LinkButton href="/scolarite/maquettes">Voir les maquettes</LinkButton>}
            </Attente>
            <Attente nombre={manquantes} quoi="notes manquantes ou attendues dans les évaluations publiées">
              <LinkButton href="#en-cours">Voir les classes</LinkButton>
            </Attente>
            <Attente nombre={aPublier} quoi="semestres délibérés que le jury n'a pas encore publiés">
              <LinkButton href="/jury">Voir les jurys</LinkButton>
            </Attente>
          </div>
          <section className={styles.formulaire} aria-labelledby="en-cours">
            <h2 id="en-cours">Semestres en cours</h2>
            {enCours.length > 0 ? (
              <Semestres titre="Avancement des semestres en cours" semestres={enCours} partout={partout} />
            ) : (
              <Notice>
                Aucune classe en cours.{" "}
                {partout && <Link href="/scolarite/promotions">Créer une promotion et sa classe</Link>}
              </Notice>
            )}
          </section>
          {publies.length > 0 && (
            <details className={page.publies}>
              <summary>
                <h2>Semestres publiés ({publies.length})</h2>
              </summary>
              <Semestres titre="Avancement des semestres publiés" semestres={publies} partout={partout} />
            </details>
          )}
        </div>
      </>
    );
  },
});

function Attente({
  nombre,
  quoi,
  children,
}: {
  readonly nombre: number;
  readonly quoi: string;
  readonly children: React.ReactNode;
}) {
  return (
    <Card className={page.attente}>
      <p className={page.nombre}>{nombre.toLocaleString("fr-FR")}</p>
      <p className={styles.doux}>{quoi}</p>
      <p>{nombre > 0 ? children : "Rien à faire."}</p>
    </Card>
  );
}

interface PropsSemestres {
  readonly titre: string;
  readonly semestres: readonly SemestreApercu[];
  readonly partout: boolean;
}

function Semestres({ titre, semestres, partout }: PropsSemestres) {
  return (
    <Table titre={titre}>
      <thead>
        <tr>
          <th scope="col">Classe</th>
          <th scope="col">État</th>
          <th scope="col" className="nombre">
            Inscrits
          </th>
          <th scope="col" className="nombre">
            Évaluations publiées
          </th>
          <th scope="col" className="nombre">
            À publier
          </th>
          <th scope="col" className="nombre">
            Notes manquantes
          </th>
          <th scope="col" className="nombre">
            Notes attendues
          </th>
          <th scope="col">Aller à</th>
        </tr>
      </thead>
      <tbody>
        {semestres.map((s) => (
          <tr key={s.id}>
            <th scope="row">{s.titre}</th>
            <td>
              <EtatSemestre etat={s.etat} />
            </td>
            <td className="nombre">{s.inscrits}</td>
            <td className="nombre">{s.publiees}</td>
            <td className="nombre">{s.aPublier}</td>
            <td className="nombre">{s.vides > 0 ? <strong>{s.vides}</strong> : 0}</td>
            <td className="nombre">{s.attendues}</td>
            <td>
              <span className={page.liens}>
                {partout && (
                  <Link href={`/scolarite/etudiants?semestre=${s.id}`} aria-label={`Étudiants, ${s.titre}`}>
                    Étudiants
                  </Link>
                )}
                <Link href={`/scolarite/bonus?semestre=${s.id}`} aria-label={`Bonus, ${s.titre}`}>
                  Bonus
                </Link>
                <Link href={`/jury/${s.id}`} aria-label={`Jury, ${s.titre}`}>
                  Jury
                </Link>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
