import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";

/** Un compte d'étudiant avant sa première inscription dans un semestre. */
export function SansInscription() {
  return (
    <>
      <PageHeader titre="Mon parcours" />
      <Notice>Aucune inscription dans un semestre pour l'instant. La scolarité l'ajoutera à la rentrée.</Notice>
    </>
  );
}
