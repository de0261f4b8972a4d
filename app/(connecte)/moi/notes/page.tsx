import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LienCorrection } from "@/components/corrections/lien-correction";
import { EnteteSemestre } from "@/components/cursus/entete-semestre";
import { NotesElements } from "@/components/cursus/notes/notes-elements";
import { ListeNouveautes } from "@/components/cursus/notes/nouveautes";
import { definePage } from "@/lib/auth/guard";
import { findContextes } from "@/lib/classe/queries";
import { listEtatsDemandes } from "@/lib/corrections/queries";
import { parametre } from "@/lib/cursus/adresse";
import { findVueCursus } from "@/lib/cursus/queries";
import { sujetSoi } from "@/lib/cursus/sujet";
import { nouvelles } from "@/lib/nouveautes/nouveaute";
import { findNouveautes } from "@/lib/nouveautes/queries";
import { comptePassage } from "../passage";

export const metadata: Metadata = { title: "Notes" };

export default definePage({
  action: "cursus:soi",
  chemin: "/moi/notes",
  sujet: sujetSoi,
  render: async ({ user, sujet, searchParams }) => {
    const vue = await findVueCursus(sujet.etudiantId, parametre(searchParams.semestre));
    if (!vue) notFound();
    const nouveautes = await findNouveautes(user.id, sujet.etudiantId);
    comptePassage(nouveautes);
    const demandes = await listEtatsDemandes(sujet.etudiantId, vue.semestre.id);
    return (
      <>
        <EnteteSemestre
          titre="Mes notes"
          vue={vue}
          href="/moi/notes"
          fil={[{ titre: "Mon parcours", href: `/moi?semestre=${vue.semestre.id}` }]}
        />
        <ListeNouveautes nouveautes={nouveautes} semestreId={vue.semestre.id} />
        <NotesElements
          elements={vue.elements}
          semestreId={vue.semestre.id}
          base="/moi"
          contextes={await findContextes(vue.semestre.id)}
          nouvelles={nouvelles(nouveautes)}
          sousNote={({ evaluationId, titre }) => (
            <LienCorrection
              evaluation={{ id: evaluationId, titre }}
              etatSemestre={vue.semestre.etat}
              etat={demandes.get(evaluationId)}
            />
          )}
        />
      </>
    );
  },
});
