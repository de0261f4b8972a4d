import { autreGeste, type Geste, type Mode, type Touche } from "../clavier";

/** Une case du tableau d'un élément : la note d'un étudiant dans une évaluation. */
export interface Place {
  readonly ligne: number;
  readonly colonne: number;
}

export type GestePlan =
  | { readonly geste: "aller"; readonly vers: Place; readonly etendre: boolean }
  | Exclude<Geste, { readonly geste: "aller" }>;

const PAGE = 10;
const borne = (n: number, total: number): number => Math.max(0, Math.min(total - 1, n));

function deplacement(touche: Touche, mode: Mode, place: Place, taille: Place): GestePlan | null {
  const { key, shiftKey } = touche;
  const ctrl = touche.ctrlKey || touche.metaKey;
  const { ligne, colonne } = place;
  const vers = (l: number, c: number, etendre = shiftKey): GestePlan => ({
    geste: "aller",
    vers: { ligne: borne(l, taille.ligne), colonne: borne(c, taille.colonne) },
    etendre: etendre && mode === "navigation",
  });
  // Dans le texte qui se corrige, les flèches de côté déplacent le curseur.
  const deCote = mode !== "edition" && (mode === "navigation" || !shiftKey);
  switch (key) {
    case "Enter":
      return vers(ligne + (shiftKey ? -1 : 1), colonne, false);
    case "Tab": {
      const rang = ligne * taille.colonne + colonne + (shiftKey ? -1 : 1);
      // Au bout du tableau, Tab le quitte comme partout ailleurs.
      if (rang < 0 || rang >= taille.ligne * taille.colonne) return null;
      return vers(Math.floor(rang / taille.colonne), rang % taille.colonne, false);
    }
    case "ArrowDown":
      return vers(ctrl ? taille.ligne - 1 : ligne + 1, colonne);
    case "ArrowUp":
      return vers(ctrl ? 0 : ligne - 1, colonne);
    case "ArrowRight":
      return deCote ? vers(ligne, ctrl ? taille.colonne - 1 : colonne + 1) : null;
    case "ArrowLeft":
      return deCote ? vers(ligne, ctrl ? 0 : colonne - 1) : null;
    case "PageDown":
      return vers(ligne + PAGE, colonne);
    case "PageUp":
      return vers(ligne - PAGE, colonne);
    case "Home":
      return ctrl ? vers(0, 0) : mode === "navigation" ? vers(ligne, 0) : null;
    case "End":
      return ctrl
        ? vers(taille.ligne - 1, taille.colonne - 1)
        : mode === "navigation"
          ? vers(ligne, taille.colonne - 1)
          : null;
    default:
      return null;
  }
}

/** Ce que demande une touche dans une case du tableau ; null : la case la reçoit telle quelle. */
export function gestePlan(touche: Touche, mode: Mode, place: Place, taille: Place): GestePlan | null {
  if (touche.altKey) return null;
  return deplacement(touche, mode, place, taille) ?? autreGeste(touche, mode);
}

/** Les cases du rectangle entre deux coins, ligne par ligne. */
export function rectangle(a: Place, b: Place): readonly (readonly Place[])[] {
  const suite = (x: number, y: number) => Array.from({ length: Math.abs(x - y) + 1 }, (_, i) => Math.min(x, y) + i);
  return suite(a.ligne, b.ligne).map((ligne) => suite(a.colonne, b.colonne).map((colonne) => ({ ligne, colonne })));
}
