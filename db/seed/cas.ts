import type { CodeNote } from "../../lib/but/modele/note";
import type { AnneeEntree } from "./classes";

/** Moyennes d'UE à atteindre avant bonus, par classe puis par compétence, en points. */
export type Cibles = Readonly<Record<string, Readonly<Record<string, number>>>>;
/** Notes imposées, par classe puis par élément : une par évaluation, dans l'ordre. */
export type Imposees = Readonly<Record<string, Readonly<Record<string, readonly (number | CodeNote | null)[]>>>>;

/** Un cas travaillé du règlement, section 6 : l'étudiant porte son nom. */
export interface Cas {
  readonly nom: string;
  readonly prenom: string;
  readonly promotion: AnneeEntree;
  readonly parcours: "IPI" | "CAI" | null;
  readonly classes: readonly string[];
  readonly cibles?: Cibles;
  readonly imposees?: Imposees;
  /** Centièmes de pour cent, par classe. */
  readonly bonus?: Readonly<Record<string, number>>;
}

const BUT1_2025 = ["s1-2025", "s2-2025"] as const;
const PUIS_S3 = [...BUT1_2025, "s3-2026"] as const;
const PUIS_REDOUBLE = [...BUT1_2025, "s1-2026"] as const;
const BUT1_ET_2 = ["s1-2024", "s2-2024", "s3-2025", "s4-2025"] as const;

const ues = (specifier: number, developper: number, realiser: number, exploiter: number) => ({
  Spécifier: specifier,
  Développer: developper,
  Réaliser: realiser,
  Exploiter: exploiter,
});
const MATERIAUX = "Science des matériaux";
const MECANIQUE = "Mécanique";
const enS1 = (element: string, ...notes: (number | CodeNote | null)[]): Imposees => ({
  "s1-2026": { [element]: notes },
});
const nouveau = (nom: string, prenom: string, imposees: Imposees): Cas => ({
  nom,
  prenom,
  promotion: 2026,
  parcours: null,
  classes: ["s1-2026"],
  imposees,
});

export const CAS: readonly Cas[] = [
  {
    nom: "COMPENSATION",
    prenom: "Neuf-Onze",
    promotion: 2025,
    parcours: "IPI",
    classes: PUIS_S3,
    cibles: { "s1-2025": ues(9, 12, 12.5, 11), "s2-2025": ues(11, 12.5, 11.5, 12) },
  },
  {
    nom: "SANS-PLANCHER",
    prenom: "Six-Quatorze",
    promotion: 2025,
    parcours: "CAI",
    classes: PUIS_S3,
    cibles: { "s1-2025": ues(6, 11, 12, 11.5), "s2-2025": ues(14, 12, 11, 12.5) },
  },
  {
    nom: "PRESQUE-DIX",
    prenom: "Neuf-Quatrevingtquinze",
    promotion: 2025,
    parcours: "IPI",
    classes: PUIS_S3,
    cibles: { "s1-2025": ues(9.5, 11, 12, 11), "s2-2025": ues(10.4, 11.5, 11, 12) },
  },
  {
    nom: "SANS-TRANSFERT",
    prenom: "Seize-Neuf",
    promotion: 2025,
    parcours: "CAI",
    classes: PUIS_S3,
    cibles: { "s1-2025": ues(16, 9.8, 12, 12), "s2-2025": ues(16, 10, 12.5, 12) },
  },
  {
    nom: "PASSAGE",
    prenom: "Douze-Onze-Dix-Huit",
    promotion: 2025,
    parcours: "IPI",
    classes: PUIS_S3,
    cibles: { "s1-2025": ues(12, 11, 10, 8), "s2-2025": ues(12, 11, 10, 8) },
  },
  {
    nom: "BONUS",
    prenom: "Cinq-Pourcent",
    promotion: 2025,
    parcours: "IPI",
    classes: PUIS_S3,
    cibles: { "s1-2025": ues(9.53, 12, 11, 11), "s2-2025": ues(11, 12, 11.5, 12) },
    bonus: { "s1-2025": 500 },
  },
  {
    nom: "BONUS",
    prenom: "Quatre-Soixantequinze",
    promotion: 2025,
    parcours: "CAI",
    classes: PUIS_S3,
    cibles: { "s1-2025": ues(9.53, 12, 11, 11), "s2-2025": ues(11, 12, 11.5, 12) },
    bonus: { "s1-2025": 475 },
  },
  {
    nom: "REDOUBLEMENT",
    prenom: "Sept-Quatrevingtdixneuf",
    promotion: 2026,
    parcours: null,
    classes: PUIS_REDOUBLE,
    cibles: { "s1-2025": ues(12, 11, 10, 8.5), "s2-2025": ues(12, 11, 10, 7.48) },
  },
  {
    nom: "REDOUBLEMENT",
    prenom: "Deux-Sur-Quatre",
    promotion: 2026,
    parcours: null,
    classes: PUIS_REDOUBLE,
    cibles: { "s1-2025": ues(12, 11, 9, 8), "s2-2025": ues(12, 11, 9, 8) },
  },
  {
    nom: "ADSUP",
    prenom: "Niveau-Superieur",
    promotion: 2024,
    parcours: "IPI",
    classes: [...BUT1_ET_2, "s5-2026"],
    cibles: {
      "s1-2024": ues(12, 11, 10, 8),
      "s2-2024": ues(12, 11, 10, 8),
      "s3-2025": { ...ues(12, 11.5, 11, 10.5), Innover: 13 },
      "s4-2025": { ...ues(12.5, 11, 11.5, 11), Innover: 12 },
    },
  },
  {
    // Quatre RCUE sur cinq, aucun sous 8, mais Exploiter manque au niveau 1 : pas de S5, donc aucune inscription en BUT3.
    nom: "SANS-S5",
    prenom: "Quatre-Sur-Cinq",
    promotion: 2024,
    parcours: "IPI",
    classes: BUT1_ET_2,
    cibles: {
      "s1-2024": ues(12, 11, 10, 8),
      "s2-2024": ues(12, 11, 10, 8),
      "s3-2025": { ...ues(12, 11.5, 11, 9), Innover: 13 },
      "s4-2025": { ...ues(12.5, 11, 11.5, 9), Innover: 12 },
    },
  },
  nouveau("CENTIEME", "Douze-Soixantesept", enS1(MATERIAUX, 12, 13)),
  nouveau("ABSENCE", "Abs-Treize", enS1(MATERIAUX, "ABS", 13)),
  nouveau("ABSENCE", "Abs-Abs", enS1(MATERIAUX, "ABS", "ABS")),
  nouveau("EXCUSE", "Douze-Exc", enS1(MATERIAUX, 12, "EXC")),
  nouveau("EXCUSE", "Exc-Exc", enS1(MATERIAUX, "EXC", "EXC")),
  nouveau("RATTRAPAGE", "Douze-Onze", enS1(MECANIQUE, 12, 11)),
  nouveau("RATTRAPAGE", "Douze-Dixhuit", enS1(MECANIQUE, 12, 18)),
  nouveau("RATTRAPAGE", "Abs-Dixsept", enS1(MECANIQUE, "ABS", 17)),
  nouveau("RATTRAPAGE", "Dix-Abs", enS1(MECANIQUE, 10, "ABS")),
];
