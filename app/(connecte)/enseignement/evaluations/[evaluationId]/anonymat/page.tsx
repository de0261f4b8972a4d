import type { Metadata } from "next";
import { Imprimer } from "@/components/imprimer";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { definePage } from "@/lib/auth/guard";
import { hasRight } from "@/lib/auth/permissions";
import { listNumeros } from "@/lib/evaluations/anonymat/queries";
import { formatJour } from "@/lib/evaluations/libelles";
import { findSujetEvaluation } from "@/lib/evaluations/queries";

export const metadata: Metadata = { title: "Table d'anonymat" };

export default definePage({
  action: "scolarite:lire",
  chemin: "/enseignement/evaluations/[evaluationId]/anonymat",
  sujet: (lecture, { params }) => findSujetEvaluation(lecture, params.evaluationId ?? ""),
  render: async ({ user, sujet }) => {
    const { evaluation } = sujet;
    // Qui saisit les notes ne doit pas savoir de qui, quel que soit son autre rôle.
    const saisit = hasRight(user, "note:ecrire", sujet);
    const numeros = saisit ? [] : await listNumeros(evaluation.id);
    return (
      <>
        <PageHeader
          titre={`Table d'anonymat : ${evaluation.titre}`}
          sousTitre={`${formatJour(evaluation.date)} · à remettre aux étudiants, jamais aux correcteurs`}
        >
          {numeros.length > 0 && <Imprimer />}
        </PageHeader>
        {saisit ? (
          <Notice ton="attention">
            Vous saisissez les notes de cette évaluation : sa table d'anonymat ne vous est pas montrée. Demandez à la
            scolarité de l'imprimer.
          </Notice>
        ) : numeros.length === 0 ? (
          <Notice>Aucun numéro n'est tiré : l'enseignant le fait depuis la grille, par « Rendre anonyme ».</Notice>
        ) : (
          <Table titre="Numéros de copie">
            <thead>
              <tr>
                <th scope="col">Étudiant</th>
                <th scope="col">Copie</th>
                <th scope="col">Numéro étudiant</th>
              </tr>
            </thead>
            <tbody>
              {numeros.map((n) => (
                <tr key={n.copie}>
                  <th scope="row">
                    {n.nom} {n.prenom}
                  </th>
                  <td>{n.copie}</td>
                  <td>{n.numero}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </>
    );
  },
});
