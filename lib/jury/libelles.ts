import type { EtatSemestre } from "@/db";

interface Nommable {
  readonly numero: number;
  readonly regime: string;
  readonly promotion: string;
  readonly anneeUniversitaire: string;
}

/** « S4 alternance, GMP 2024, 2025-2026 » */
export const titreSemestre = (s: Nommable): string => `${nomSemestre(s)}, ${s.promotion}, ${s.anneeUniversitaire}`;

/** « S4 alternance » ; le régime ne se dit que s'il distingue. */
export const nomSemestre = ({ numero, regime }: Pick<Nommable, "numero" | "regime">): string =>
  regime === "alternance" ? `S${numero} alternance` : `S${numero}`;

export const NOM_ETAT: Readonly<Record<EtatSemestre, string>> = {
  preparation: "En préparation",
  ouvert: "Ouvert à la saisie",
  jury: "Jury en cours",
  delibere: "Délibéré",
  publie: "Publié",
  rouvert: "Rouvert",
};

const JOUR = new Intl.DateTimeFormat("fr-FR", { dateStyle: "short", timeZone: "Europe/Paris" });
const JOUR_HEURE = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: "Europe/Paris",
});

/** « 03/07/2026 » */
export const formatJour = (instant: string): string => JOUR.format(new Date(instant));
/** « 03/07/2026 15:30 » */
export const formatInstant = (instant: string): string => JOUR_HEURE.format(new Date(instant));
