import type { Centiemes } from "../nombres/centiemes";
import type { EvaluationNotee } from "./note";

export type NatureElement = "ressource" | "sae" | "portfolio" | "stage";
export type Pole = "ressource" | "sae";

/** Une ressource, une SAÉ, un portfolio ou un stage, avec les évaluations publiées d'un étudiant. Règlement 1. */
export interface ElementNote {
  readonly id: string;
  readonly titre: string;
  readonly nature: NatureElement;
  /** Coefficient par UE ; une UE absente n'est pas nourrie par cet élément. */
  readonly coefficients: Readonly<Record<string, Centiemes>>;
  readonly evaluations: readonly EvaluationNotee[];
}

/** Ce qui rend un résultat provisoire (règlement 2.1, 2.5) : la liste de ce qui manque. */
export interface Manque {
  readonly raison: "att" | "note-manquante" | "aucune-evaluation" | "pole-vide" | "semestre-absent";
  readonly elementId: string | null;
  readonly elementTitre: string | null;
  readonly evaluationId: string | null;
  readonly evaluationTitre: string | null;
}

/** Ressources d'un côté ; SAÉ, portfolio et stage de l'autre (règlement 1). */
export const poleDe = (nature: NatureElement): Pole => (nature === "ressource" ? "ressource" : "sae");

export const AUCUN_MANQUE: readonly Manque[] = [];
