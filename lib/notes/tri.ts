import type { Note } from "@/lib/but/modele/note";

export type Critere = "nom" | "groupe" | "note";

/** Un tri demandé, figé à cet instant : ce qui se tape ensuite ne déplace aucune ligne. */
export interface Tri {
  readonly critere: Critere;
  readonly descendant: boolean;
  readonly ordre: readonly string[];
}

interface LigneTriee {
  readonly inscriptionId: string;
  readonly groupes: readonly string[];
}

const collateur = new Intl.Collator("fr", { numeric: true });

/** Les nombres d'abord, puis les codes, puis rien. */
const rangDe = (n: Note): number => (typeof n === "number" ? 0 : n === null ? 2 : 1);

function compareNotes(a: Note, b: Note, sens: number): number {
  if (typeof a === "number" && typeof b === "number") return sens * (a - b);
  return rangDe(a) - rangDe(b) || collateur.compare(a === null ? "" : String(a), b === null ? "" : String(b));
}

/** Trie des lignes données dans l'ordre des noms ; à égalité, cet ordre reste. Sans note, on reste à la fin dans les deux sens. */
export function sortLignes<L extends LigneTriee>(
  lignes: readonly L[],
  critere: Critere,
  descendant: boolean,
  valeur: (ligne: L) => Note,
): Tri {
  const sens = descendant ? -1 : 1;
  const triees =
    critere === "nom"
      ? descendant
        ? lignes.toReversed()
        : lignes
      : lignes.toSorted((a, b) =>
          critere === "note"
            ? compareNotes(valeur(a), valeur(b), sens)
            : sens * collateur.compare(a.groupes.join(", "), b.groupes.join(", ")),
        );
  return { critere, descendant, ordre: triees.map((l) => l.inscriptionId) };
}

/** Les lignes dans l'ordre figé ; qui est arrivé depuis vient à la fin. */
export function applyTri<L extends LigneTriee>(lignes: readonly L[], tri: Tri | null): readonly L[] {
  if (!tri) return lignes;
  const rang = new Map(tri.ordre.map((id, i) => [id, i]));
  return lignes.toSorted(
    (a, b) => (rang.get(a.inscriptionId) ?? lignes.length) - (rang.get(b.inscriptionId) ?? lignes.length),
  );
}
