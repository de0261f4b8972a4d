import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EnteteSemestre } from "@/components/cursus/entete-semestre";
import { LigneNouveautes } from "@/components/cursus/notes/nouveautes";
import { SansInscription } from "@/components/cursus/sans-inscription";
import { CursusEtudiant } from "@/components/cursus/vue-cursus";
import { Fige } from "@/components/fige";
import { definePage } from "@/lib/auth/guard";
import { parametre } from "@/lib/cursus/adresse";
import { findVueCursus } from "@/lib/cursus/queries";
import { sujetSoi } from "@/lib/cursus/sujet";
import { nouvelles } from "@/lib/nouveautes/nouveaute";
import { findNouveautes, findPassage } from "@/lib/nouveautes/queries";
import { propsFige, renderFige } from "@/lib/rendu/fige";
import { findEmpreinte } from "@/lib/rendu/queries";
import { Outils } from "./outils";
import { comptePassage } from "./passage";

export const metadata: Metadata = { title: "Mon parcours" };

/** L'écran le plus lu : son HTML est gardé tant que rien n'a changé pour cet étudiant (voir renderFige). */
export default definePage({
  action: "cursus:soi",
  chemin: "/moi",
  sujet: sujetSoi,
  render: async ({ user, sujet: { etudiantId }, searchParams }) => {
    const semestreId = parametre(searchParams.semestre);
    const passage = await findPassage(user.id);
    comptePassage(passage);
    const cle = JSON.stringify([etudiantId, semestreId, passage.depuis]);
    const rendu = await renderFige(cle, await findEmpreinte(etudiantId), async () => {
      const vue = await findVueCursus(etudiantId, semestreId);
      if (!vue) return semestreId === undefined ? <SansInscription /> : null;
      const nouveautes = await findNouveautes(user.id, etudiantId);
      return (
        <>
          <EnteteSemestre titre="Mon parcours" vue={vue} href="/moi" />
          <LigneNouveautes nouveautes={nouveautes} semestreId={vue.semestre.id} />
          <CursusEtudiant
            vue={vue}
            base="/moi"
            actions={<Outils semestreId={vue.semestre.id} />}
            nouvelles={nouvelles(nouveautes)}
          />
        </>
      );
    });
    if (!rendu) notFound();
    return <Fige {...(await propsFige(rendu))} />;
  },
});
