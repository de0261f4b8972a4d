import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { definePage } from "@/lib/auth/guard";
import { can } from "@/lib/auth/permissions";
import { findSujetEvaluation } from "@/lib/evaluations/queries";
import { findComparaison } from "@/lib/notes/double/queries";
import { ComparaisonSaisies } from "./comparaison";

export const metadata: Metadata = { title: "Comparaison des deux saisies" };

export default definePage({
  action: "element:lire",
  chemin: "/enseignement/evaluations/[evaluationId]/comparaison",
  sujet: (lecture, { params }) => findSujetEvaluation(lecture, params.evaluationId ?? ""),
  render: async ({ user, sujet }) => {
    const comparaison = await findComparaison(sujet.evaluation.id);
    if (!comparaison) notFound();
    const { etat, doubleSaisie, archiveeLe } = sujet.evaluation;
    const ouverte = doubleSaisie && etat !== "publiee" && archiveeLe === null;
    return <ComparaisonSaisies initiale={comparaison} modifiable={ouverte && can(user, "note:ecrire", sujet)} />;
  },
});
