import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import type { VueCursus } from "@/lib/cursus/vue";
import { ChoixSemestre } from "./choix-semestre";

interface Props {
  readonly titre: string;
  readonly vue: Pick<VueCursus, "semestre" | "parcours" | "semestres">;
  /** La page même, sans « ?semestre= ». */
  readonly href: string;
  readonly fil?: readonly { readonly titre: string; readonly href: string }[];
  readonly children?: ReactNode;
}

/** Le titre d'un écran de l'étudiant, et de quoi changer de semestre. */
export function EnteteSemestre({ titre, vue, href, fil, children }: Props) {
  const { semestre, parcours, semestres } = vue;
  return (
    <PageHeader
      titre={titre}
      fil={fil}
      sousTitre={[
        `Semestre ${semestre.numero}, ${semestre.anneeUniversitaire}`,
        ...(parcours ? [`parcours ${parcours}`] : []),
        ...(semestre.regime === "alternance" ? ["alternance"] : []),
      ].join(" · ")}
    >
      <ChoixSemestre semestres={semestres} choisi={semestre.id} href={href} />
      {children}
    </PageHeader>
  );
}
