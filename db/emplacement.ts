import { mkdirSync } from "node:fs";
import path from "node:path";
import { lire } from "../lib/environnement/lecture";
import { ErreurPaliers } from "./erreurs";

export type Emplacement =
  | { readonly dialecte: "sqlite"; readonly fichier: string }
  | { readonly dialecte: "postgres"; readonly url: string }
  /** PostgreSQL en mémoire, pour les tests seulement. */
  | { readonly dialecte: "pglite" };

/** Sans PALIERS_DB, le programme ouvre le département de démonstration. */
export function isDemonstration(): boolean {
  return lire("PALIERS_DB") === undefined;
}

/** Le dossier des données propres à cette machine : la base de démonstration et son secret. */
export function dossierDonnees(): string {
  return path.resolve(/* turbopackIgnore: true */ lire("PALIERS_DONNEES") ?? path.join(process.cwd(), ".paliers"));
}

/**
 * Où est la base. PALIERS_DB : un fichier en chemin absolu, ou postgres://…
 * @throws ErreurPaliers si la valeur n'est ni l'un ni l'autre
 */
export function emplacement(): Emplacement {
  const valeur = lire("PALIERS_DB");
  if (!valeur) return { dialecte: "sqlite", fichier: path.join(dossierDonnees(), "demonstration.db") };
  return emplacementDe(valeur);
}

/** Ce que désigne une valeur écrite comme PALIERS_DB. @throws ErreurPaliers si elle ne désigne rien */
export function emplacementDe(brute: string): Emplacement {
  const valeur = lire("PALIERS_DB", { PALIERS_DB: brute }) ?? "";
  if (valeur === "pglite:") return { dialecte: "pglite" };
  if (/^postgres(ql)?:\/\//.test(valeur)) return { dialecte: "postgres", url: valeur };
  return { dialecte: "sqlite", fichier: valeur };
}

/** Crée au besoin le dossier du fichier SQLite. @throws ErreurPaliers s'il ne peut pas être créé */
export function prepareDossier(fichier: string): void {
  try {
    mkdirSync(path.dirname(fichier), { recursive: true });
  } catch (cause) {
    throw new ErreurPaliers(
      `Le dossier ${path.dirname(fichier)} ne peut pas être créé : choisissez dans PALIERS_DB un emplacement où ce compte peut écrire.`,
      { cause },
    );
  }
}
