import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { definePage } from "@/lib/auth/guard";
import { can, hasRight } from "@/lib/auth/permissions";
import { findSujetEvaluation } from "@/lib/evaluations/queries";
import { findAveugle } from "@/lib/notes/double/queries";
import { findGrille } from "@/lib/notes/queries";
import { SaisieNotes } from "./saisie";

export const metadata: Metadata = { title: "Saisie des notes" };

export default definePage({
  action: "element:lire",
  chemin: "/enseignement/evaluations/[evaluationId]",
  sujet: (lecture, { params }) => findSujetEvaluation(lecture, params.evaluationId ?? ""),
  render: async ({ user, sujet }) => {
    // Qui fait la seconde saisie ne lit pas la première avant d'avoir fini.
    if (await findAveugle(sujet.evaluation, user.id))
      redirect(`/enseignement/evaluations/${sujet.evaluation.id}/seconde`);
    const grille = await findGrille(sujet.evaluation.id);
    if (!grille) notFound();
    const affectee = hasRight(user, "note:ecrire", sujet);
    return (
      <SaisieNotes
        initiale={grille}
        userId={user.id}
        affectee={affectee}
        tableVisible={!affectee && can(user, "scolarite:lire", sujet)}
      />
    );
  },
});
