import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { can, hasRight } from "@/lib/auth/permissions";
import { findFicheElement } from "@/lib/evaluations/fiche/queries";
import { raisonVerrou, TITRES_NATURE } from "@/lib/evaluations/libelles";
import { findSujetElement } from "@/lib/evaluations/queries";
import { findApercuMoyennes } from "@/lib/moyennes/queries";
import { jourCourant } from "../../instants";
import { ApercuMoyennes } from "./apercu-moyennes";
import styles from "./element.module.css";
import { Evaluations } from "./evaluations";
import { Ues } from "./ues";

export const metadata: Metadata = { title: "Élément" };

export default definePage({
  action: "element:lire",
  chemin: "/enseignement/[semestreId]/[elementId]",
  sujet: (lecture, { params }) => findSujetElement(lecture, params.semestreId ?? "", params.elementId ?? ""),
  render: async ({ user, sujet }) => {
    const [fiche, apercu] = await Promise.all([findFicheElement(sujet), findApercuMoyennes(sujet)]);
    if (!fiche) notFound();
    const { element, semestre, inscrits } = fiche;
    const affectee = hasRight(user, "evaluation:ecrire", sujet);
    const lectureSeule = affectee
      ? raisonVerrou(semestre.etat)
      : "Vous consultez cet élément : seuls ses enseignants créent des évaluations et saisissent des notes.";
    return (
      <>
        <PageHeader
          titre={element.titre}
          fil={[{ titre: "Enseignement", href: "/enseignement" }]}
          sousTitre={`${TITRES_NATURE[element.nature]} · S${semestre.numero} ${semestre.anneeUniversitaire} · ${semestre.promotion} · ${inscrits} étudiant${inscrits > 1 ? "s" : ""}`}
        />
        <div className={styles.page}>
          {lectureSeule && <Notice>{lectureSeule}</Notice>}
          <Evaluations
            fiche={fiche}
            aujourdhui={jourCourant()}
            modifiable={can(user, "evaluation:ecrire", sujet)}
            publiable={can(user, "evaluation:publier", sujet)}
          />
          {fiche.evaluations.length > 0 && (
            <ApercuMoyennes
              apercu={apercu}
              cachees={fiche.evaluations.filter((e) => e.etat !== "publiee" && (e.anonyme || e.double)).length}
            />
          )}
          <Ues ues={fiche.ues} />
        </div>
      </>
    );
  },
});
