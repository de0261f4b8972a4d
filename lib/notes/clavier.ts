/** Le clavier et le choix des cases de la grille, sans le navigateur : des touches en gestes, des gestes en état. */

/** « frappe » : la valeur est remplacée par ce qui se tape ; « edition » : les flèches déplacent le curseur dans le texte. */
export type Mode = "navigation" | "frappe" | "edition";

export interface Touche {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export type Geste =
  | { readonly geste: "aller"; readonly vers: number; readonly etendre: boolean }
  | {
      readonly geste:
        | "editer"
        | "annuler"
        | "effacer"
        | "recopier"
        | "defaire"
        | "refaire"
        | "aide"
        | "histoire"
        | "commentaire"
        | "vide"
        | "tout";
    };

const PAGE = 10;

function deplacement({ key, shiftKey, ctrlKey }: Touche, mode: Mode, index: number, total: number): Geste | null {
  const vers = (cible: number, etendre = shiftKey): Geste => ({
    geste: "aller",
    vers: Math.max(0, Math.min(total - 1, cible)),
    etendre: etendre && mode === "navigation",
  });
  switch (key) {
    case "Enter":
      return vers(index + (shiftKey ? -1 : 1), false);
    case "Tab": {
      const cible = index + (shiftKey ? -1 : 1);
      // Au bout de la colonne, Tab quitte la grille comme partout ailleurs.
      return cible < 0 || cible >= total ? null : vers(cible, false);
    }
    case "ArrowDown":
      return vers(ctrlKey ? total - 1 : index + 1);
    case "ArrowUp":
      return vers(ctrlKey ? 0 : index - 1);
    case "PageDown":
      return vers(index + PAGE);
    case "PageUp":
      return vers(index - PAGE);
    case "Home":
      return mode === "navigation" || ctrlKey ? vers(0) : null;
    case "End":
      return mode === "navigation" || ctrlKey ? vers(total - 1) : null;
    default:
      return null;
  }
}

/** Ce que demande une touche dans la case `index` d'une colonne de `total` cases ; null : la case la reçoit telle quelle. */
export function gesteDe(touche: Touche, mode: Mode, index: number, total: number): Geste | null {
  if (touche.altKey) return null;
  const ctrlKey = touche.ctrlKey || touche.metaKey;
  return deplacement({ ...touche, ctrlKey }, mode, index, total) ?? autreGeste(touche, mode);
}

/** Les gestes qui ne déplacent pas. */
export function autreGeste(touche: Touche, mode: Mode): Exclude<Geste, { readonly geste: "aller" }> | null {
  const { key } = touche;
  const ctrl = touche.ctrlKey || touche.metaKey;
  if (key === "Escape") return { geste: "annuler" };
  if (mode !== "navigation") return null;
  if (ctrl) {
    switch (key.toLowerCase()) {
      case "d":
        return { geste: "recopier" };
      case "z":
        return { geste: touche.shiftKey ? "refaire" : "defaire" };
      case "y":
        return { geste: "refaire" };
      case "a":
        return { geste: "tout" };
      default:
        return null;
    }
  }
  switch (key) {
    case "F2":
      return { geste: "editer" };
    case "Delete":
    case "Backspace":
      return { geste: "effacer" };
    case "?":
      return { geste: "aide" };
    case "h":
    case "H":
      return { geste: "histoire" };
    case "c":
    case "C":
      return { geste: "commentaire" };
    case "n":
    case "N":
      return { geste: "vide" };
    default:
      return null;
  }
}

export interface EtatGrille {
  /** La case qui a le clavier. */
  readonly actif: string | null;
  /** L'autre bout de la plage choisie ; égale à `actif` sans plage. */
  readonly ancre: string | null;
  readonly edition: {
    readonly mode: Exclude<Mode, "navigation">;
    readonly texte: string;
    /** La version sous les yeux au premier signe tapé : si elle change pendant ce temps, c'est un conflit. */
    readonly versionLue: number;
  } | null;
}

export const GRILLE_AU_REPOS: EtatGrille = { actif: null, ancre: null, edition: null };

export type ActionGrille =
  | { readonly type: "focus"; readonly id: string; readonly etendre: boolean }
  | { readonly type: "editer"; readonly texte: string; readonly versionLue: number }
  | { readonly type: "taper"; readonly texte: string; readonly versionLue: number }
  | { readonly type: "choisir"; readonly ancre: string; readonly actif: string }
  | { readonly type: "fin" };

export function reduceGrille(etat: EtatGrille, action: ActionGrille): EtatGrille {
  switch (action.type) {
    case "focus":
      return action.id === etat.actif && !action.etendre && etat.ancre === etat.actif
        ? etat
        : {
            actif: action.id,
            ancre: action.etendre ? (etat.ancre ?? action.id) : action.id,
            edition: action.id === etat.actif ? etat.edition : null,
          };
    case "editer":
      return etat.edition
        ? { ...etat, edition: { ...etat.edition, mode: "edition" } }
        : { ...etat, edition: { mode: "edition", texte: action.texte, versionLue: action.versionLue } };
    case "taper":
      return {
        ...etat,
        edition: etat.edition
          ? { ...etat.edition, texte: action.texte }
          : { mode: "frappe", texte: action.texte, versionLue: action.versionLue },
      };
    case "choisir":
      return { actif: action.actif, ancre: action.ancre, edition: null };
    case "fin":
      return { ...etat, edition: null };
  }
}

/** Les cases choisies, de haut en bas. */
export function plage({ actif, ancre }: EtatGrille, ordre: readonly string[]): readonly string[] {
  const a = ordre.indexOf(actif ?? "");
  const b = ordre.indexOf(ancre ?? "");
  if (a < 0) return [];
  return b < 0 ? ordre.slice(a, a + 1) : ordre.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** La case vide suivante, en reprenant du début ; null s'il n'en reste pas. */
export function prochaineVide(
  ordre: readonly string[],
  actif: string | null,
  isVide: (id: string) => boolean,
): string | null {
  const depart = ordre.indexOf(actif ?? "") + 1;
  return [...ordre.slice(depart), ...ordre.slice(0, depart)].find(isVide) ?? null;
}
