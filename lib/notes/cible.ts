import type { Note } from "@/lib/but/modele/note";
import type { Centiemes } from "@/lib/but/nombres/centiemes";

/** Une ligne de grille où une note collée ou importée peut aller. */
export interface LigneCible {
  readonly inscriptionId: string;
  readonly numero: string;
  readonly nom: string;
  readonly prenom: string;
  readonly etat: "I" | "DEM" | "DEF";
  readonly note: { readonly note: Note; readonly version: number } | null;
  /** Son commentaire en place ; absent là où il ne s'en importe pas. */
  readonly commentaire?: { readonly texte: string; readonly version: number } | null;
}

/** Une évaluation où un fichier peut mettre une colonne. */
export interface EvaluationCible {
  /** « note » quand il n'y en a qu'une ; sinon l'id de l'évaluation. */
  readonly champ: string;
  readonly evaluationId: string;
  readonly titre: string;
  readonly bareme: Centiemes;
  readonly lignes: ReadonlyMap<string, LigneCible>;
}
