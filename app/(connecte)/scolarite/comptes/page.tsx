import type { Metadata } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { definePage } from "@/lib/auth/guard";
import { COMPTES_PAR_PAGE, listComptes } from "@/lib/comptes/queries";
import { ROLES } from "@/lib/libelles";
import { filtreDe, numeroPage, Pagination } from "../pagination";
import styles from "../scolarite.module.css";
import { NouveauCompte } from "./nouveau-compte";

export const metadata: Metadata = { title: "Comptes" };

export default definePage({
  action: "compte:gerer",
  chemin: "/scolarite/comptes",
  async render({ searchParams }) {
    const q = filtreDe(searchParams.q);
    const page = numeroPage(searchParams.page);
    const { total, comptes } = await listComptes({ q, page });
    return (
      <>
        <PageHeader titre="Comptes" sousTitre="Un changement de rôle ou une fermeture agit aussitôt.">
          <NouveauCompte />
        </PageHeader>
        <div className={styles.pile}>
          <form method="get" className={styles.filtres} key={q}>
            <Input label="Nom, prénom ou adresse" name="q" type="search" defaultValue={q} />
            <Button type="submit">Chercher</Button>
          </form>
          {comptes.length === 0 ? (
            <Notice>Aucun compte ne correspond à cette recherche.</Notice>
          ) : (
            <Table titre="Comptes">
              <thead>
                <tr>
                  <th scope="col">Personne</th>
                  <th scope="col">Adresse e-mail</th>
                  <th scope="col">Rôles</th>
                  <th scope="col" className="nombre">
                    Éléments confiés
                  </th>
                  <th scope="col">État</th>
                </tr>
              </thead>
              <tbody>
                {comptes.map((c) => (
                  <tr key={c.id}>
                    <th scope="row">
                      <Link href={`/scolarite/comptes/${c.id}`}>
                        {c.nom} {c.prenom}
                      </Link>
                    </th>
                    <td>{c.email}</td>
                    <td>{c.roles.map((r) => ROLES[r.role] + (r.semestreId ? " (une classe)" : "")).join(", ")}</td>
                    <td className="nombre">{c.affectations || ""}</td>
                    <td>
                      <Badge ton={c.actif ? "succes" : "danger"}>{c.actif ? "ouvert" : "fermé"}</Badge>
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
          <Pagination
            chemin="/scolarite/comptes"
            filtres={{ q }}
            page={page}
            pages={Math.ceil(total / COMPTES_PAR_PAGE)}
          />
        </div>
      </>
    );
  },
});
