import type { Metadata } from "next";
import Link from "next/link";
import { Button, LinkButton } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { definePage } from "@/lib/auth/guard";
import { isJour } from "@/lib/journal/jour";
import { LIGNES_PAR_PAGE, listAuteurs, listJournal } from "@/lib/journal/queries";
import { formatInstant } from "@/lib/libelles";
import { filtreDe, numeroPage, Pagination } from "../pagination";
import styles from "../scolarite.module.css";
import vue from "./journal.module.css";

export const metadata: Metadata = { title: "Journal" };

const SUJETS = [
  ["", "Tout, sauf les notes"],
  ["note", "Notes"],
  ["evaluation", "Évaluations"],
  ["inscription", "Inscriptions, bonus, dispenses"],
  ["etudiant", "Étudiants et décisions"],
  ["semestre", "Semestres et jurys"],
  ["ue", "Coefficients et pôles"],
  ["promotion", "Promotions"],
  ["reglement", "Règlement"],
  ["utilisateur", "Comptes"],
] as const;

export default definePage({
  action: "journal:lire",
  chemin: "/scolarite/journal",
  async render({ searchParams }) {
    const jour = (cle: "du" | "au") => {
      const texte = filtreDe(searchParams[cle]);
      return isJour(texte) ? texte : "";
    };
    const sujet = SUJETS.find(([cle]) => cle === filtreDe(searchParams.sujet))?.[0] ?? "";
    const filtres = { personne: filtreDe(searchParams.personne), sujet, du: jour("du"), au: jour("au") };
    const page = numeroPage(searchParams.page);
    const auteurs = await listAuteurs();
    const { total, lignes } = await listJournal({ ...filtres, utilisateurId: filtres.personne, page });
    return (
      <>
        <PageHeader
          titre="Journal"
          sousTitre="Qui a fait quoi, quand, avant, après et pourquoi. Rien ne s'y modifie ni ne s'en efface."
        />
        <div className={styles.pile}>
          <form method="get" className={styles.filtres} key={JSON.stringify(filtres)}>
            <Select label="Personne" name="personne" defaultValue={filtres.personne}>
              <option value="">Tout le monde</option>
              {auteurs.map((a) => (
                <option key={a.id} value={a.id}>
                  {a.nom} {a.prenom}
                </option>
              ))}
            </Select>
            <Select label="Sujet" name="sujet" defaultValue={filtres.sujet}>
              {SUJETS.map(([cle, nom]) => (
                <option key={cle} value={cle}>
                  {nom}
                </option>
              ))}
            </Select>
            <Input label="Du" name="du" type="date" defaultValue={filtres.du} />
            <Input label="Au" name="au" type="date" defaultValue={filtres.au} />
            <Button type="submit">Filtrer</Button>
            {Object.values(filtres).some(Boolean) && <LinkButton href="/scolarite/journal">Tout afficher</LinkButton>}
          </form>
          <p className={styles.petit}>{total > 1 ? `${total.toLocaleString("fr-FR")} lignes` : `${total} ligne`}</p>
          {lignes.length === 0 ? (
            <Notice>Rien dans le journal pour ces filtres.</Notice>
          ) : (
            <Table titre="Journal">
              <thead>
                <tr>
                  <th scope="col">Quand</th>
                  <th scope="col">Qui</th>
                  <th scope="col">Quoi</th>
                  <th scope="col">Avant</th>
                  <th scope="col">Après</th>
                  <th scope="col">Motif</th>
                </tr>
              </thead>
              <tbody>
                {lignes.map((x) => (
                  <tr key={x.id}>
                    <td className={vue.instant}>
                      <time dateTime={x.creeLe}>{formatInstant(x.creeLe)}</time>
                    </td>
                    <td>{x.qui}</td>
                    <td className={vue.quoi}>
                      <strong>{x.action}</strong>
                      <br />
                      {x.href ? <Link href={x.href}>{x.sujet}</Link> : x.sujet}
                    </td>
                    <td className={vue.valeur}>{x.avant}</td>
                    <td className={vue.valeur}>{x.apres}</td>
                    <td className={vue.valeur}>{x.motif}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
          <Pagination
            chemin="/scolarite/journal"
            filtres={filtres}
            page={page}
            pages={Math.ceil(total / LIGNES_PAR_PAGE)}
          />
        </div>
      </>
    );
  },
});
