import type { EvaluationCible } from "../cible";
import type { NoteLue } from "../entree";
import type { Grille, LigneGrille } from "../queries";

/** Un élément entier : les étudiants une fois, et les notes de chaque évaluation qui se saisit avec les noms. */
export interface GrilleElement extends Pick<Grille, "element" | "semestre"> {
  readonly lignes: readonly Omit<LigneGrille, "note">[];
  readonly colonnes: readonly {
    readonly evaluation: Grille["evaluation"];
    /** Par inscription. */
    readonly notes: Readonly<Record<string, NoteLue>>;
  }[];
  /** Anonymes ou saisies en double : elles se saisissent seules. */
  readonly aPart: readonly { readonly id: string; readonly titre: string }[];
}

/** Chaque colonne comme la grille d'une évaluation : les mêmes files, les mêmes règles. */
export const grillesDe = ({ element, semestre, lignes, colonnes }: GrilleElement): readonly Grille[] =>
  colonnes.map(({ evaluation, notes }) => ({
    evaluation,
    passe: "premiere",
    element,
    semestre,
    anonyme: false,
    sansNumero: 0,
    lignes: lignes.map((l) => ({ ...l, note: notes[l.inscriptionId] ?? null })),
  }));

/** Une colonne du tableau, telle que la voit un collage ou un import. */
export const cibleDe = ({ evaluation: e, lignes }: Grille): EvaluationCible => ({
  champ: e.id,
  evaluationId: e.id,
  titre: e.titre,
  bareme: e.bareme,
  lignes: new Map(lignes.map((l) => [l.inscriptionId, l])),
});
