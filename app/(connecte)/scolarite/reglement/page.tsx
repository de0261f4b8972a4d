import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Jour } from "@/components/ui/jour";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { definePage } from "@/lib/auth/guard";
import { can } from "@/lib/auth/permissions";
import { parametre } from "@/lib/cursus/adresse";
import { type ClasseReglee, listReglements, type VersionReglement } from "@/lib/scolarite/reglement/queries";
import { reglages } from "@/lib/scolarite/reglement/reglages";
import { EtatSemestre } from "../etat-semestre";
import styles from "../scolarite.module.css";
import { Changement } from "./changement";
import { NouvelleVersion } from "./nouvelle-version";
import page from "./reglement.module.css";

export const metadata: Metadata = { title: "Règlement" };

export default definePage({
  action: "scolarite:lire",
  chemin: "/scolarite/reglement",
  async render({ user, searchParams }) {
    const { versions, classes } = await listReglements();
    const attachable = (c: ClasseReglee) => can(user, "reglement:attacher", { semestre: { id: c.id, etat: c.etat } });
    const demandee = parametre(searchParams.semestre);
    const choisie = classes.find((c) => c.id === demandee);
    if (demandee !== undefined && !(choisie && attachable(choisie))) notFound();
    return (
      <>
        <PageHeader
          titre="Règlement"
          sousTitre="Ce que l'arrêté laisse au choix du département, version par version. Une version enregistrée ne change plus : on en crée une autre, et chaque classe dit laquelle elle suit."
        />
        <div className={styles.pile}>
          {choisie && <Changement classe={choisie} versions={versions} version={parametre(searchParams.version)} />}
          {versions.map((v, rang) => (
            <Version key={v.id} version={v} ouverte={rang === 0}>
              {can(user, "reglement:ecrire") && <NouvelleVersion id={v.id} modele={v.reglement} />}
            </Version>
          ))}
          <section className={styles.formulaire} aria-labelledby="classes">
            <h2 id="classes">La version que suit chaque classe</h2>
            <Classes classes={classes} attachable={attachable} />
          </section>
        </div>
      </>
    );
  },
});

function Version({
  version: { id, reglement, classes },
  ouverte,
  children,
}: {
  readonly version: VersionReglement;
  readonly ouverte: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <details className={page.version} open={ouverte}>
      <summary>
        <h2>Version {reglement.version}</h2>
        <span className={styles.petit}>
          applicable depuis le <Jour le={reglement.applicableDu} /> · {classes} {classes > 1 ? "classes" : "classe"}
        </span>
      </summary>
      <Table titre={`Réglages de la version ${reglement.version}`}>
        <thead>
          <tr>
            <th scope="col">Réglage</th>
            <th scope="col">Choix</th>
            <th scope="col">Ce que cela change</th>
            <th scope="col">Point</th>
          </tr>
        </thead>
        <tbody>
          {reglages(reglement).map((r) => (
            <tr key={`${id} ${r.cle}`}>
              <th scope="row" className={page.libelle}>
                {r.libelle}
              </th>
              <td className={page.valeur}>{r.valeur}</td>
              <td className={page.sens}>{r.sens}</td>
              <td className={page.point}>
                {r.point}
                <span className={styles.petit}>{r.article}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {children}
    </details>
  );
}

function Classes({
  classes,
  attachable,
}: {
  readonly classes: readonly ClasseReglee[];
  readonly attachable: (classe: ClasseReglee) => boolean;
}) {
  return (
    <Table titre="Classes et règlement suivi">
      <thead>
        <tr>
          <th scope="col">Classe</th>
          <th scope="col">État</th>
          <th scope="col">Règlement</th>
          <th scope="col">Geste</th>
        </tr>
      </thead>
      <tbody>
        {classes.map((c) => (
          <tr key={c.id}>
            <th scope="row">{c.titre}</th>
            <td>
              <EtatSemestre etat={c.etat} />
            </td>
            <td>{c.reglement}</td>
            <td>
              {attachable(c) ? (
                <Link href={`/scolarite/reglement?semestre=${c.id}`} aria-label={`Changer le règlement, ${c.titre}`}>
                  Changer
                </Link>
              ) : (
                <span className={styles.petit}>fixé</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
