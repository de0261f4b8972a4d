/** Ce que la lecture d'un fichier rend, d'où qu'il vienne : des feuilles, des lignes numérotées, des cellules qui disent leur nature. */

export interface Cellule {
  /** Ce que la cellule montre, sans espaces autour ; vide si elle n'a rien. */
  readonly texte: string;
  /**
   * « pour-cent » : `texte` est la valeur sur cent (« 62,5 »). « formule » : une formule sans résultat enregistré.
   * « date » : `texte` est le jour, ce qu'était la saisie est perdu. « erreur » : #N/A, #DIV/0!…
   */
  readonly sorte: "texte" | "nombre" | "date" | "pour-cent" | "formule" | "erreur";
}

export interface Ligne {
  /** La ligne du fichier, à partir de 1 : celle que montre le tableur. */
  readonly numero: number;
  readonly cellules: readonly Cellule[];
}

export interface Feuille {
  readonly nom: string;
  readonly lignes: readonly Ligne[];
  /** « texte » : les colonnes y tiennent à un séparateur, une cellule de trop décale toute la ligne. */
  readonly origine: "classeur" | "texte" | "presse-papiers";
}

export type Lecture =
  | { readonly ok: true; readonly feuilles: readonly [Feuille, ...Feuille[]] }
  | { readonly ok: false; readonly message: string };

export const refuse = (message: string): { readonly ok: false; readonly message: string } => ({ ok: false, message });

export const VIDE: Cellule = { texte: "", sorte: "texte" };

export const celluleDe = (ligne: Ligne, colonne: number | undefined): Cellule =>
  colonne === undefined ? VIDE : (ligne.cellules[colonne] ?? VIDE);

/** « A », « B »… « AA » : le nom d'une colonne sans en-tête, comme le tableur l'appelle. */
export function lettreColonne(colonne: number): string {
  let lettres = "";
  for (let n = colonne + 1; n > 0; n = Math.floor((n - 1) / 26))
    lettres = String.fromCharCode(65 + ((n - 1) % 26)) + lettres;
  return lettres;
}
