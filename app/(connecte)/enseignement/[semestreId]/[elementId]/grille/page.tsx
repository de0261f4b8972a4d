import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { definePage } from "@/lib/auth/guard";
import { can } from "@/lib/auth/permissions";
import { findSujetElement } from "@/lib/evaluations/queries";
import { findGrilleElement } from "@/lib/notes/element/queries";
import { ImportElement } from "./import-element";
import { TableauElement } from "./tableau-element";

export const metadata: Metadata = { title: "Toutes les notes de l'élément" };

export default definePage({
  action: "element:lire",
  chemin: "/enseignement/[semestreId]/[elementId]/grille",
  sujet: (lecture, { params }) => findSujetElement(lecture, params.semestreId ?? "", params.elementId ?? ""),
  render: async ({ user, sujet }) => {
    const grille = await findGrilleElement(sujet);
    if (!grille) notFound();
    // Une colonne de plus ou de moins : un autre tableau, avec ses files à lui.
    const cle = grille.colonnes.map((c) => c.evaluation.id).join(" ");
    const modifiable = can(user, "note:ecrire", sujet);
    return (
      <>
        <TableauElement key={cle} initiale={grille} userId={user.id} modifiable={modifiable} />
        {modifiable && <ImportElement grille={grille} userId={user.id} />}
      </>
    );
  },
});
