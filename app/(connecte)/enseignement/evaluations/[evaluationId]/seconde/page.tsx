import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { definePage } from "@/lib/auth/guard";
import { hasRight } from "@/lib/auth/permissions";
import { findSujetEvaluation } from "@/lib/evaluations/queries";
import { findGrille } from "@/lib/notes/queries";
import { SaisieNotes } from "../saisie";

export const metadata: Metadata = { title: "Seconde saisie" };

export default definePage({
  action: "element:lire",
  chemin: "/enseignement/evaluations/[evaluationId]/seconde",
  sujet: (lecture, { params }) => findSujetEvaluation(lecture, params.evaluationId ?? ""),
  render: async ({ user, sujet }) => {
    const grille = await findGrille(sujet.evaluation.id, "seconde");
    if (!grille) notFound();
    return (
      <SaisieNotes
        initiale={grille}
        userId={user.id}
        affectee={hasRight(user, "note:ecrire", sujet)}
        tableVisible={false}
      />
    );
  },
});
