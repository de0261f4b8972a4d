import type { Note } from "@/lib/but/note";

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
