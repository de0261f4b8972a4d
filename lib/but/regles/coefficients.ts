import type { NatureElement } from "../modele/element";
import { poleDe } from "../modele/element";
import { type Centiemes, centiemes } from "../nombres/centiemes";

/** Une ligne d'une UE de la maquette, avec ses heures imprimées (null = non imprimées). */
export interface LigneCoefficient {
  readonly nature: NatureElement;
  readonly heures: { readonly cm: number | null; readonly td: number | null; readonly tp: number | null } | null;
}

/**
 * Coefficients proposés dans une UE, « à confirmer par le département » (règlement 2.6) : dans un pôle, les heures
 * imprimées si chaque ligne en a, sinon 1 pour toutes. Le programme public n'en imprime aucun.
 * @returns un coefficient par ligne, dans le même ordre, en centièmes
 */
export function coefficientsParDefaut(lignes: readonly LigneCoefficient[]): Centiemes[] {
  const totaux = lignes.map(({ heures }) =>
    [heures?.cm, heures?.td, heures?.tp].reduce<number>((somme, h) => somme + Math.round((h ?? 0) * 100), 0),
  );
  return lignes.map((ligne, i) => {
    const memePole = lignes.flatMap((autre, j) =>
      poleDe(autre.nature) === poleDe(ligne.nature) ? [totaux[j] ?? 0] : [],
    );
    return centiemes(memePole.every((total) => total > 0) ? (totaux[i] ?? 0) : 100);
  });
}
