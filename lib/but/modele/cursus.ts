import type { Centiemes } from "../nombres/centiemes";
import type { DecisionEnregistree } from "./decision";
import type { ElementNote } from "./element";
import type { Reglement } from "./reglement";

/** Un niveau d'une compétence : un RCUE d'une année du BUT. */
export interface Niveau {
  readonly id: string;
  readonly competenceId: string;
  /** 1…n dans la compétence ; la cinquième n'en a que deux. */
  readonly ordre: number;
  /** Année du BUT où il se prépare. */
  readonly annee: 1 | 2 | 3;
  /** Nom de la compétence, pour les phrases et les explications ; l'identifiant à défaut. */
  readonly titre?: string;
}

/** Une UE que l'étudiant suit dans un semestre. */
export interface UeSuivie {
  readonly id: string;
  readonly competenceId: string;
  readonly ects: number;
  /** En pour cent, somme 100 ; null = une seule moyenne pondérée (règlement 2.5). */
  readonly poles: { readonly ressource: number; readonly sae: number } | null;
  readonly dispensee: boolean;
  /** Pour les explications ; l'identifiant à défaut. */
  readonly titre?: string;
}

export interface BonusActivite {
  readonly activite: string;
  /** centièmes de pour cent, 0 ou 25 à 500 par 25 */
  readonly pourcent: Centiemes;
}

/** Un semestre où l'étudiant est ou a été inscrit, avec ses notes publiées. */
export interface SemestreSuivi {
  readonly id: string;
  readonly numero: 1 | 2 | 3 | 4 | 5 | 6;
  /** « 2025-2026 » */
  readonly anneeUniversitaire: string;
  /** I : inscrit ; DEM : démissionnaire ; DEF : défaillant (règlement 2.7). */
  readonly inscription: "I" | "DEM" | "DEF";
  readonly reglement: Reglement;
  readonly ues: readonly UeSuivie[];
  readonly elements: readonly ElementNote[];
  readonly bonus: readonly BonusActivite[];
}

export interface Cursus {
  readonly etudiantId: string;
  /** Tous les niveaux du parcours de l'étudiant ; tant qu'il n'a pas de parcours, ceux du tronc commun. */
  readonly niveaux: readonly Niveau[];
  /** Niveaux d'un parcours quitté : servent à relire ses années, jamais au diplôme. */
  readonly niveauxAnciens?: readonly Niveau[];
  /** Dans n'importe quel ordre ; un semestre redoublé apparaît deux fois. */
  readonly semestres: readonly SemestreSuivi[];
  /** Toutes les décisions, y compris remplacées. */
  readonly decisions: readonly DecisionEnregistree[];
  /** Redoublement de plus accordé par le directeur (règlement 5.7). */
  readonly forceMajeure: boolean;
}
