import type { Regime } from "../schema/types";

/** « Chargé d'affaires industrielles » → « charge-d-affaires-industrielles », coupé au mot avant 48 signes. */
export function slug(texte: string): string {
  const entier = texte
    .normalize("NFD")
    .replaceAll(/[̀-ͯ]/g, "")
    .replaceAll("œ", "oe")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return entier.length <= 48 ? entier : entier.slice(0, 48).replace(/-[^-]*$/, "");
}

// Des identifiants lisibles et toujours les mêmes : un lien vers la démonstration survit à sa reconstruction.
export const FORMATION_ID = "gmp";
export const MAQUETTE_ID = "gmp-2026";
export const parcoursId = (code: string): string => `gmp-${slug(code)}`;
export const competenceId = (court: string): string => `gmp-${slug(court)}`;
export const niveauId = (court: string, ordre: number): string => `${competenceId(court)}-n${ordre}`;
export const maquetteSemestreId = (numero: number, regime: Regime, parcours: string | null): string =>
  [`s${numero}`, regime, ...(parcours ? [slug(parcours)] : [])].join("-");
export const ueId = (maquetteSemestre: string, competence: string): string =>
  `ue-${maquetteSemestre}-${slug(competence)}`;
export const elementId = (numero: number, regime: Regime, canonique: string): string =>
  `s${numero}-${regime}-${slug(canonique)}`;
