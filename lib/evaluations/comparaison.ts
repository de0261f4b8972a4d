import type { Note } from "@/lib/but/modele/note";

/** Ce que deux saisies de la même copie disent l'une de l'autre ; effacée, une note n'est plus saisie. */
export type SortComparaison = "ecart" | "premiere-seule" | "seconde-seule" | "identique" | "vide";

export function compare(premiere: Note, seconde: Note): SortComparaison {
  if (premiere === null) return seconde === null ? "vide" : "seconde-seule";
  if (seconde === null) return "premiere-seule";
  return premiere === seconde ? "identique" : "ecart";
}
