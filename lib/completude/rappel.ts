import { formatJour } from "@/lib/evaluations/libelles";
import { insecables } from "@/lib/typographie";
import { type EvaluationAvancee, joursEntre, situationDe } from "./situation";

interface ElementARappeler {
  readonly titre: string;
  readonly inscrits: number;
  readonly evaluations: readonly EvaluationAvancee[];
}

const pluriel = (n: number, un: string, plusieurs: string): string => `${n} ${n > 1 ? plusieurs : un}`;

/** « depuis 3 jours », « depuis aujourd'hui » */
export function depuis(jour: string, aujourdhui: string): string {
  const n = joursEntre(jour, aujourdhui);
  if (n <= 0) return "depuis aujourd'hui";
  return n === 1 ? "depuis hier" : `depuis ${n} jours`;
}

/** Ce qu'il reste à faire dans une évaluation ; null si personne n'a rien à y faire. */
function demande(e: EvaluationAvancee, inscrits: number, aujourdhui: string): string | null {
  const { cas, manquantes, aRelancer } = situationDe(e, inscrits, aujourdhui);
  if (!aRelancer) return null;
  switch (cas) {
    case "vide":
      return `aucune note n'est saisie (${pluriel(manquantes, "attendue", "attendues")})`;
    case "incomplete":
      return `${pluriel(manquantes, "note manque", "notes manquent")} sur ${inscrits}`;
    case "publiee-incomplete":
      return `publiée, mais ${pluriel(manquantes, "note manque", "notes manquent")} sur ${inscrits}`;
    default:
      return "la saisie est finie, il reste à la publier";
  }
}

/** Le rappel prêt à envoyer aux enseignants d'un élément ; null s'il n'y a rien à demander. */
export function texteRappel(
  element: ElementARappeler,
  classe: string,
  aujourdhui: string,
  lienDe: (evaluationId: string) => string,
): string | null {
  if (element.evaluations.length === 0)
    return insecables(
      `Bonjour,\n\nPour « ${element.titre} » (${classe}), aucune évaluation n'est encore créée. Pouvez-vous la préparer, ou dire quand elle aura lieu ?\n\nMerci.`,
    );
  const lignes = element.evaluations.flatMap((e) => {
    const quoi = demande(e, element.inscrits, aujourdhui);
    return quoi ? [`- ${e.titre} (${formatJour(e.date)}) : ${quoi}.\n  ${lienDe(e.id)}`] : [];
  });
  if (lignes.length === 0) return null;
  return `${insecables(`Bonjour,\n\nPour « ${element.titre} » (${classe}), il reste à faire avant le jury :`)}\n\n${lignes
    .map((l) => insecables(l))
    .join("\n")}\n\nMerci.`;
}
