import type { EtatInscription } from "../schema/types";
import { CAS, type Cibles, type Imposees } from "./cas";
import type { AnneeEntree } from "./classes";

export interface Eleve {
  readonly id: string;
  readonly numero: string;
  readonly nom: string;
  readonly prenom: string;
  readonly parcours: "IPI" | "CAI" | null;
  readonly classes: readonly string[];
  /** Son niveau général, sur 20. */
  readonly niveau: number;
  /** Ses écarts connus par compétence, en points ; le hasard donne les autres. */
  readonly forces: Readonly<Record<string, number>>;
  readonly etats: Readonly<Record<string, EtatInscription>>;
  readonly cibles: Cibles;
  readonly imposees: Imposees;
  /** Centièmes de pour cent, par classe. */
  readonly bonus: Readonly<Record<string, number>>;
}

type Ligne = readonly [nom: string, prenom: string, niveau: number, particularites?: Particularites];
type Particularites = Partial<Omit<Eleve, "id" | "numero" | "nom" | "prenom" | "niveau">>;

const BUT1_2024 = ["s1-2024", "s2-2024"];
const BUT1_2025 = ["s1-2025", "s2-2025"];
const ALTERNANCE: Particularites = {
  parcours: "IPI",
  classes: [...BUT1_2024, "s3-2025-alternance", "s4-2025-alternance"],
};

const PROMOTION_2026: readonly Ligne[] = [
  ["AUBERT", "Lina", 13.5],
  ["BAILLY", "Mathéo", 11],
  ["BARBIER", "Inès", 15.5],
  ["CARPENTIER", "Noé", 9.5],
  ["COLAS", "Jade", 12.5, { bonus: { "s1-2026": 150 } }],
  ["DIALLO", "Amadou", 14],
  ["FERREIRA", "Hugo", 10.5],
  ["GAILLARD", "Zoé", 12],
  ["HAMEL", "Nolan", 8],
  ["JACQUET", "Emma", 13],
  ["KHELIFI", "Sami", 11.5],
  ["LEBRUN", "Axel", 7, { etats: { "s1-2026": "DEF" } }],
  ["MARCHAND", "Chloé", 16],
  ["MEUNIER", "Théo", 10],
  ["PICARD", "Lola", 12],
  ["ROLLAND", "Gabin", 9],
  ["TESSIER", "Maëlys", 14.5],
];

const PROMOTION_2025: readonly Ligne[] = [
  ["ADAM", "Léa", 13.5, { parcours: "IPI" }],
  ["BENALI", "Yanis", 12.5, { parcours: "IPI" }],
  ["BOYER", "Clément", 12, { parcours: "CAI" }],
  ["CLEMENT", "Manon", 15, { parcours: "IPI" }],
  ["DA SILVA", "Enzo", 12, { parcours: "CAI" }],
  ["DUMAS", "Sarah", 13, { parcours: "CAI" }],
  ["FONTAINE", "Louis", 11.8, { parcours: "IPI" }],
  ["GUERIN", "Anaïs", 14, { parcours: "CAI" }],
  [
    "HUBERT",
    "Maxime",
    12.5,
    {
      parcours: "IPI",
      forces: { Développer: -3.5 },
      imposees: { "s2-2025": { "Dimensionnement des structures": [7, 6.5, 9.5] } },
    },
  ],
  ["LACROIX", "Eva", 16, { parcours: "IPI" }],
  // Redouble le BUT1 : deux inscriptions en S1 et en S2, des UE capitalisées la première année.
  [
    "LEFEVRE",
    "Tom",
    12.2,
    {
      parcours: "IPI",
      classes: [...BUT1_2024, ...BUT1_2025, "s3-2026"],
      cibles: {
        "s1-2024": { Spécifier: 10.5, Développer: 8.4, Réaliser: 9.2, Exploiter: 11 },
        "s2-2024": { Spécifier: 10.8, Développer: 7.4, Réaliser: 8.7, Exploiter: 10.9 },
      },
    },
  ],
  ["MASSON", "Jules", 12.5, { parcours: "CAI" }],
  ["MICHEL", "Alice", 13.8, { parcours: "IPI" }],
  ["NOEL", "Quentin", 9, { classes: BUT1_2025, etats: { "s2-2025": "DEM" } }],
  ["RENARD", "Romane", 12.8, { parcours: "CAI" }],
  // Sa seconde session remplace son module bien qu'elle soit plus basse.
  [
    "SCHMITT",
    "Paul",
    11.8,
    { parcours: "IPI", imposees: { "s2-2025": { "Dimensionnement des structures": [8, 9, 7.5] } } },
  ],
  ["TRAN", "Kim", 14.8, { parcours: "IPI", bonus: { "s2-2025": 175, "s3-2026": 425 } }],
];

const PROMOTION_2024: readonly Ligne[] = [
  ["ANDRE", "Lucie", 14, { parcours: "IPI" }],
  ["BRUN", "Valentin", 12.5, { parcours: "CAI" }],
  ["CARON", "Marine", 13, { parcours: "CAI" }],
  ["DUVAL", "Nathan", 12, { parcours: "IPI" }],
  ["ETIENNE", "Océane", 15.5, { parcours: "IPI" }],
  ["FABRE", "Dylan", 12.2, { parcours: "CAI" }],
  ["GARNIER", "Julie", 13.5, { parcours: "IPI" }],
  // Réaliser à 9,75 en BUT2 : le jury l'accorde.
  [
    "HENRY",
    "Florian",
    12.5,
    { parcours: "IPI", cibles: { "s3-2025": { Réaliser: 9.6 }, "s4-2025": { Réaliser: 9.9 } } },
  ],
  ["JOLY", "Mélanie", 14.5, { parcours: "CAI", bonus: { "s3-2025": 250, "s4-2025": 300, "s5-2026": 250 } }],
  ["KONATE", "Moussa", 12.8, { parcours: "IPI" }],
  ["LEROUX", "Pierre", 11.8, { parcours: "CAI" }],
  ["MOULIN", "Agathe", 13.2, { parcours: "CAI" }],
  ["BESSON", "Rémi", 12.6, { ...ALTERNANCE }],
  ["GIRAUD", "Léna", 13.8, { ...ALTERNANCE }],
  // Exploiter manque au niveau 1 : le jury de S4 le lui donnera par le niveau 2.
  [
    "LOPEZ",
    "Antonin",
    12.5,
    { ...ALTERNANCE, cibles: { "s1-2024": { Exploiter: 9.2 }, "s2-2024": { Exploiter: 8.9 } } },
  ],
  ["MARTIN", "Camille", 14, { ...ALTERNANCE, bonus: { "s4-2025-alternance": 200 } }],
  ["PREVOST", "Bastien", 11.6, { ...ALTERNANCE }],
  ["ROYER", "Élise", 15.2, { ...ALTERNANCE }],
];

const PARCOURS_HABITUEL: Readonly<Record<AnneeEntree, readonly string[]>> = {
  2024: [...BUT1_2024, "s3-2025", "s4-2025", "s5-2026"],
  2025: [...BUT1_2025, "s3-2026"],
  2026: ["s1-2026"],
};

function eleves(promotion: AnneeEntree, lignes: readonly Ligne[]): Eleve[] {
  const cas = CAS.filter((c) => c.promotion === promotion).map(
    ({ nom, prenom, promotion: _, ...c }): Ligne => [nom, prenom, 12, c],
  );
  return [...lignes, ...cas].map(([nom, prenom, niveau, particularites], i) => {
    const numero = String(promotion * 10_000 + i + 1);
    return {
      id: `etudiant-${numero}`,
      numero,
      nom,
      prenom,
      niveau,
      parcours: null,
      classes: PARCOURS_HABITUEL[promotion],
      forces: {},
      etats: {},
      cibles: {},
      imposees: {},
      bonus: {},
      ...particularites,
    };
  });
}

/** Vingt-huit, vingt-quatre et vingt étudiants. */
export const ELEVES: readonly Eleve[] = [
  ...eleves(2026, PROMOTION_2026),
  ...eleves(2025, PROMOTION_2025),
  ...eleves(2024, PROMOTION_2024),
];
