import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { formatJour, TITRES_TYPE } from "@/lib/evaluations/libelles";
import type { Grille } from "@/lib/notes/queries";
import { EtatEvaluation } from "../../etat-evaluation";
import { Publication } from "../../publication";
import { Anonymat } from "./anonymat";

interface Props {
  readonly grille: Grille;
  readonly modifiable: boolean;
  /** Cette personne peut lire à qui est chaque copie anonyme. */
  readonly tableVisible: boolean;
  /** Pourquoi attendre : des notes ne sont pas encore enregistrées. */
  readonly empechement: string | null;
  readonly onFait: () => void;
}

/** Quelle évaluation, dans quel état, et ce qui la fait avancer. */
export function Entete({ grille, modifiable, tableVisible, empechement, onFait }: Props) {
  const { evaluation, element, semestre, passe, anonyme } = grille;
  const seconde = passe === "seconde";
  const adresse = `/enseignement/evaluations/${evaluation.id}`;
  const publiee = evaluation.etat === "publiee";
  const titreSemestre = `S${semestre.numero} ${semestre.anneeUniversitaire}`;
  return (
    <PageHeader
      titre={evaluation.titre}
      fil={[
        { titre: "Enseignement", href: "/enseignement" },
        { titre: `${titreSemestre} · ${element.titre}`, href: `/enseignement/${semestre.id}/${element.id}` },
        ...(seconde ? [{ titre: evaluation.titre, href: adresse }] : []),
      ]}
      sousTitre={
        <>
          {formatJour(evaluation.date)} · sur {formatCourt(evaluation.bareme)} · coefficient{" "}
          {formatCourt(evaluation.coefficient)}{" "}
          <EtatEvaluation etat={evaluation.archiveeLe ? "archivee" : evaluation.etat} />{" "}
          {seconde && <Badge ton="accent">Seconde saisie</Badge>}{" "}
          {evaluation.type !== "normale" && <Badge ton="info">{TITRES_TYPE[evaluation.type]}</Badge>}{" "}
          {anonyme && <Badge ton="info">Anonyme</Badge>}
        </>
      }
    >
      {anonyme && tableVisible && <LinkButton href={`${adresse}/anonymat`}>Table d'anonymat</LinkButton>}
      {evaluation.doubleSaisie && (
        <>
          {modifiable && !seconde && !publiee && <LinkButton href={`${adresse}/seconde`}>Seconde saisie</LinkButton>}
          <LinkButton href={`${adresse}/comparaison`}>Comparer les deux</LinkButton>
        </>
      )}
      {modifiable && !seconde && !publiee && <Anonymat grille={grille} empechement={empechement} onFait={onFait} />}
      {modifiable && !seconde && (
        <Publication
          evaluationId={evaluation.id}
          titre={evaluation.titre}
          publiee={publiee}
          empechement={empechement}
          onFait={onFait}
        />
      )}
    </PageHeader>
  );
}
