import { and, eq, lte, or, type Placeholder, type SQL } from "drizzle-orm";
import type { EtatSemestre } from "./schema/types";
import * as t from "./tables";

/**
 * Les décisions qu'un étudiant peut voir à cet instant (ISO 8601 UTC) : prises avant la dernière publication de leur
 * semestre, ou avant une publication fixée d'avance et atteinte. La requête joint `decision` et `semestre`.
 */
export function isDecisionVisible(instant: string | Placeholder): SQL | undefined {
  return or(
    lte(t.decision.creeLe, t.semestre.publieLe),
    and(
      eq(t.semestre.etat, "delibere"),
      lte(t.semestre.publicationPrevueLe, instant),
      lte(t.decision.creeLe, t.semestre.publicationPrevueLe),
    ),
  );
}

interface Publiable {
  readonly etat: EtatSemestre;
  readonly publieLe: string | null;
  readonly publicationPrevueLe: string | null;
}

/** Les colonnes dont `semestreEffectif` a besoin, pour les lectures qui ne prennent pas la ligne entière. */
export const COLONNES_ETAT = {
  etat: t.semestre.etat,
  publieLe: t.semestre.publieLe,
  publicationPrevueLe: t.semestre.publicationPrevueLe,
};

/**
 * Un semestre tel qu'il est à cet instant : la publication fixée d'avance et atteinte a eu lieu, à son heure, sans
 * qu'aucune tâche n'ait tourné. Qui lit l'état d'un semestre pour en décider ou pour le montrer le passe par ici.
 */
export function semestreEffectif<S extends Publiable>(semestre: S, instant = new Date().toISOString()): S {
  const { etat, publicationPrevueLe } = semestre;
  if (etat !== "delibere" || publicationPrevueLe === null || publicationPrevueLe > instant) return semestre;
  return { ...semestre, etat: "publie", publieLe: publicationPrevueLe, publicationPrevueLe: null };
}
