import type { EtatInscription, EtatSemestre, Regime, Role } from "@/db";

export const A_CONFIRMER = "à confirmer par le département";

export const ETATS_SEMESTRE: Readonly<Record<EtatSemestre, string>> = {
  preparation: "en préparation",
  ouvert: "ouvert",
  jury: "en jury",
  delibere: "délibéré",
  publie: "publié",
  rouvert: "rouvert",
};

export const ETATS_INSCRIPTION: Readonly<Record<EtatInscription, string>> = {
  I: "inscrit",
  DEM: "démissionnaire",
  DEF: "défaillant",
};

export const ROLES: Readonly<Record<Role, string>> = {
  etudiant: "Étudiant",
  enseignant: "Enseignant",
  responsable: "Directeur des études",
  jury: "Jury",
  scolarite: "Scolarité",
};

/** « S3 IPI alternance », « S1 » : un semestre du programme. */
export function titreMaquetteSemestre(s: {
  readonly numero: number;
  readonly parcours: string | null;
  readonly regime: Regime;
}): string {
  return [`S${s.numero}`, s.parcours, s.regime === "commun" ? null : s.regime].filter(Boolean).join(" ");
}

/** « S3 initiale 2026-2027 · Promotion 2025 » : une classe. */
export function titreSemestre(s: {
  readonly numero: number;
  readonly regime: Regime;
  readonly anneeUniversitaire: string;
  readonly promotion: string;
}): string {
  return `${titreMaquetteSemestre({ ...s, parcours: null })} ${s.anneeUniversitaire} · ${s.promotion}`;
}

/** Les états où un jury a déjà décidé sur les nombres du moment. */
export const isDecide = (etat: EtatSemestre): boolean => etat === "delibere" || etat === "publie";

const JOUR = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", dateStyle: "short" });
const INSTANT = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "short" });

/** Un instant ISO → « 22/11/2026 ». */
export const formatJour = (instant: string): string => JOUR.format(new Date(instant));

/** Un instant ISO → « 22/11/2026 14:05 ». */
export const formatInstant = (instant: string): string => INSTANT.format(new Date(instant));

/** « NOM Prénom ». */
export const nomComplet = ({ nom, prenom }: { readonly nom: string; readonly prenom: string }): string =>
  `${nom} ${prenom}`;
