import type { Metadata } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { definePage } from "@/lib/auth/guard";
import { can } from "@/lib/auth/permissions";
import { ETATS_INSCRIPTION } from "@/lib/libelles";
import { listEtudiants, PAR_PAGE } from "@/lib/scolarite/etudiants/queries";
import { listSemestres } from "@/lib/scolarite/queries";
import { filtreDe, numeroPage, Pagination } from "../pagination";
import styles from "../scolarite.module.css";
import { NouvelEtudiant } from "./nouvel-etudiant";

export const metadata: Metadata = { title: "Étudiants" };

export default definePage({
  action: "scolarite:lire",
  chemin: "/scolarite/etudiants",
  async render({ user, searchParams }) {
    const q = filtreDe(searchParams.q);
    const demande = filtreDe(searchParams.semestre);
    const page = numeroPage(searchParams.page);
    const semestres = await listSemestres();
    const classe = semestres.find((s) => s.id === demande);
    const { total, etudiants } = await listEtudiants({ q, semestreId: classe?.id, page });
    return (
      <>
        <PageHeader titre="Étudiants" sousTitre={total > 1 ? `${total} étudiants` : `${total} étudiant`}>
          {can(user, "etudiant:ecrire") && <NouvelEtudiant />}
        </PageHeader>
        <div className={styles.pile}>
          <form method="get" className={styles.filtres} key={`${q} ${classe?.id}`}>
            <Input label="Nom, prénom ou numéro" name="q" type="search" defaultValue={q} />
            <Select label="Classe" name="semestre" defaultValue={classe?.id ?? ""}>
              <option value="">Toutes les classes</option>
              {semestres.map((s) => (
                <option key={s.id} value={s.id}>
                  {s.titre}
                </option>
              ))}
            </Select>
            <Button type="submit">Chercher</Button>
            {(q || classe) && <LinkButton href="/scolarite/etudiants">Tout afficher</LinkButton>}
          </form>
          {etudiants.length === 0 ? (
            <Notice>Personne ne correspond à cette recherche : essayez une partie du nom ou du numéro.</Notice>
          ) : (
            <Table titre="Étudiants">
              <thead>
                <tr>
                  <th scope="col">Étudiant</th>
                  <th scope="col">Numéro</th>
                  <th scope="col">Promotion</th>
                  <th scope="col">Semestres</th>
                  <th scope="col">Parcours</th>
                  <th scope="col">Groupe</th>
                  <th scope="col">État</th>
                  <th scope="col">Aller à</th>
                </tr>
              </thead>
              <tbody>
                {etudiants.map((e) => {
                  const derniere = e.inscriptions[0];
                  return (
                    <tr key={e.id}>
                      <th scope="row">
                        <Link href={`/etudiants/${e.id}`}>
                          {e.nom} {e.prenom}
                        </Link>
                      </th>
                      <td>{e.numero}</td>
                      <td>{derniere?.promotion}</td>
                      <td>
                        {e.inscriptions
                          .map((i) => `S${i.numero}`)
                          .reverse()
                          .join(" ")}
                      </td>
                      <td>{derniere?.parcours ?? ""}</td>
                      <td>{derniere?.groupes.map((g) => g.nom).join(", ")}</td>
                      <td>
                        {derniere ? (
                          <Badge ton={derniere.etat === "I" ? "neutre" : "attention"}>
                            {ETATS_INSCRIPTION[derniere.etat]}
                          </Badge>
                        ) : (
                          <Badge provisoire>sans inscription</Badge>
                        )}
                      </td>
                      <td>
                        <Link href={`/scolarite/etudiants/${e.id}`} aria-label={`Inscriptions de ${e.nom} ${e.prenom}`}>
                          Inscriptions
                        </Link>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </Table>
          )}
          <Pagination
            chemin="/scolarite/etudiants"
            filtres={{ q, semestre: classe?.id }}
            page={page}
            pages={Math.ceil(total / PAR_PAGE)}
          />
        </div>
      </>
    );
  },
});
