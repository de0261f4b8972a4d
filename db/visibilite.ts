import { and, lte, or, type SQL } from "drizzle-orm";
import * as t from "./tables";

/**
 * Les décisions qu'un étudiant peut voir à cet instant (ISO 8601 UTC) : prises avant la dernière publication de leur
 * semestre, ou avant une publication fixée d'avance et atteinte. La requête joint `decision` et `semestre`.
 */
export function isDecisionVisible(instant: string): SQL | undefined {
  return or(
    lte(t.decision.creeLe, t.semestre.publieLe),
    and(lte(t.semestre.publicationPrevueLe, instant), lte(t.decision.creeLe, t.semestre.publicationPrevueLe)),
  );
}
