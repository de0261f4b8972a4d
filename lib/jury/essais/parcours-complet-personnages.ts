/** Moyennes d'un semestre par compétence : Spécifier, Développer, Réaliser, Exploiter, celle du parcours ; null : non reprise. */
export type Moyennes = readonly (number | "ABS" | "EXC" | null)[];

/** Un semestre que l'étudiant suit, dans la classe de cette rentrée. */
export interface Passage {
  readonly numero: number;
  /** Année de la rentrée. */
  readonly rentree: number;
  readonly parcours?: "IPI" | "CAI";
  readonly moyennes: Moyennes;
  readonly etat?: "DEM" | "DEF";
  /** Pour cent. */
  readonly bonus?: number;
  /** Compétence dispensée. */
  readonly dispense?: string;
}

export interface Personnage {
  readonly id: string;
  readonly forceMajeure?: boolean;
  readonly suit: readonly Passage[];
}

const QUATRE: Moyennes = [12, 12, 12, 12];
const CINQ: Moyennes = [12, 12, 12, 12, 12];
/** Exploiter à 8 : trois RCUE sur quatre, aucun sous 8, donc PASD. */
const PASD: Moyennes = [12, 11, 10, 8];

const but1 = (impair: Moyennes = QUATRE, pair = impair, rentree = 2021): Passage[] => [
  { numero: 1, rentree, moyennes: impair },
  { numero: 2, rentree, moyennes: pair },
];
const annee =
  (impair: 3 | 5) =>
  (rentree: number, parcours: "IPI" | "CAI", moyennes: Moyennes = CINQ): Passage[] => [
    { numero: impair, rentree, parcours, moyennes },
    { numero: impair + 1, rentree, parcours, moyennes },
  ];
const but2 = annee(3);
const but3 = annee(5);

/** BUT1 redoublé puis BUT2 redoublé : quatre redoublements de semestre, tout ce que la loi permet (règlement 5.7). */
const DEUX_REDOUBLEMENTS: readonly Passage[] = [
  ...but1([12, 11, 7, 7]),
  // Spécifier n'est pas reprise ; Développer l'est, moins bien au S1 (11 reste) et mieux au S2 (14 compte).
  ...but1([null, 9, 11, 12], [null, 14, 11, 12], 2022),
  ...but2(2023, "IPI", [12, 7, 12, 12, 12]),
  ...but2(2024, "IPI", [null, 11, null, null, null]),
];
const MEME_SEMESTRE: readonly Passage[] = [...but1([12, 7, 7, 12]), ...but1([null, 7, 7, null], undefined, 2022)];

/** Chacun est là pour une seule raison, que dit son nom. */
export const PERSONNAGES: readonly Personnage[] = [
  { id: "sans-histoire", suit: [...but1(), ...but2(2022, "IPI"), ...but3(2023, "IPI")] },
  { id: "compense", suit: [...but1([9, 12, 12, 12], [11, 12, 12, 12]), ...but2(2022, "CAI"), ...but3(2023, "CAI")] },
  { id: "adsup", suit: [...but1(PASD), ...but2(2022, "IPI"), ...but3(2023, "IPI")] },
  {
    id: "porte-fermee",
    suit: [
      ...but1(PASD),
      ...but2(2022, "IPI", [12, 12, 12, 9, 12]),
      ...but2(2023, "IPI", [null, null, null, 11, null]),
    ],
  },
  { id: "passe-par-le-jury", suit: [...but1([12, 12, 9, 7]), ...but2(2022, "IPI")] },
  { id: "redouble-deux-fois", suit: [...DEUX_REDOUBLEMENTS, ...but3(2025, "IPI")] },
  { id: "troisieme-redoublement", suit: [...DEUX_REDOUBLEMENTS, ...but3(2025, "IPI", [12, 9, 12, 12, 12])] },
  {
    id: "troisieme-force-majeure",
    forceMajeure: true,
    suit: [...DEUX_REDOUBLEMENTS, ...but3(2025, "IPI", [12, 9, 12, 12, 12])],
  },
  { id: "meme-semestre", suit: MEME_SEMESTRE },
  { id: "meme-semestre-force-majeure", forceMajeure: true, suit: MEME_SEMESTRE },
  { id: "change-apres-but2", suit: [...but1(), ...but2(2022, "IPI"), ...but3(2023, "CAI")] },
  {
    id: "change-en-redoublant",
    suit: [
      ...but1(),
      ...but2(2022, "IPI", [12, 7, 7, 12, 13]),
      ...but2(2023, "CAI", [null, 11, 11, null, 12]),
      ...but3(2024, "CAI"),
    ],
  },
  {
    id: "demission",
    suit: [
      { numero: 1, rentree: 2021, moyennes: QUATRE },
      { numero: 2, rentree: 2021, moyennes: QUATRE, etat: "DEM" },
    ],
  },
  {
    id: "defaillant",
    suit: [
      { numero: 1, rentree: 2021, moyennes: QUATRE },
      { numero: 2, rentree: 2021, moyennes: QUATRE, etat: "DEF" },
    ],
  },
  { id: "rachat", suit: [...but1([12, 12, 12, 9.5]), ...but2(2022, "CAI", [12, 9.9, 12, 12, 12])] },
  { id: "abandon", suit: but1([12, 12, 12, 12], ["ABS", "ABS", "ABS", "ABS"]) },
  { id: "annee-blanche", suit: but1(QUATRE, ["EXC", "EXC", "EXC", "EXC"]) },
  { id: "exclu", suit: but1() },
  { id: "dossier-attendu", suit: but1([12, 9, 12, 12], [12, 10, 12, 12]) },
  { id: "rattrapage", suit: but1([12, 12, 7, 12], [12, 12, 7, 12]) },
  {
    id: "bonus-et-dispense",
    suit: [
      { numero: 1, rentree: 2021, moyennes: [9.53, 12, 12, null], bonus: 5, dispense: "Exploiter" },
      { numero: 2, rentree: 2021, moyennes: [9.53, 12, 12, 12], bonus: 4.75 },
    ],
  },
];
