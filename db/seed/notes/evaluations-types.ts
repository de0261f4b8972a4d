import type { NatureElement } from "../../../lib/but/modele/element";
import type { TypeEvaluation } from "../../../lib/but/modele/note";
import { Hasard } from "../hasard";

/** Une évaluation telle qu'un enseignant la prévoit, en points. */
export interface Prevue {
  readonly titre: string;
  readonly coefficient: number;
  readonly bareme: number;
  readonly type: TypeEvaluation;
  /** Par compétence ; « * » pour les autres. Sans poids, 1 partout. */
  readonly poids?: Readonly<Record<string, number>>;
}

const e = (titre: string, coefficient: number, bareme = 20, poids?: Prevue["poids"]): Prevue => ({
  titre,
  coefficient,
  bareme,
  type: "normale",
  poids,
});

/** Comment s'évalue une ressource, d'après son titre ; la première ligne qui convient. */
const RESSOURCES: readonly (readonly [RegExp, readonly Prevue[]])[] = [
  [/^Anglais/, [e("Compréhension orale", 0.5, 10), e("Écrit professionnel", 1), e("Présentation orale", 1.5)]],
  [/^Expression/, [e("Exposé", 1), e("Note de synthèse", 1)]],
  [/^Projet personnel/, [e("Dossier de projet", 1), e("Entretien", 1)]],
  [/^Innovation|affaires|^Organisation/, [e("Étude de cas", 1), e("Devoir surveillé", 2)]],
  [/^Mathématiques|^Mécanique/, [e("Contrôle continu", 1), e("Devoir surveillé", 2)]],
  [/^Dimensionnement/, [e("Questionnaire", 0.5, 10), e("Compte rendu de TP", 1), e("Devoir surveillé", 1.5)]],
  [/./, [e("Compte rendu de TP", 1), e("Devoir surveillé", 2)]],
];
const SAE: readonly (readonly Prevue[])[] = [
  [e("Livrable", 1), e("Soutenance", 1)],
  [e("Dossier technique", 2, 40), e("Soutenance", 1)],
];

/** Chaque revue du projet pèse surtout dans la compétence qu'elle met en œuvre. */
const PROJET = ["Spécifier", "Développer", "Réaliser", "Exploiter"];
const projet = (titres: readonly string[]): Prevue[] =>
  titres.map((titre, i) => e(titre, 1, 20, { "*": 0.5, [PROJET[i] ?? "*"]: 2 }));

const PAR_TITRE: Readonly<Record<string, readonly Prevue[]>> = {
  "Immersion professionnelle": [
    e("Appréciation du tuteur en entreprise", 1),
    e("Rapport d'activité", 1),
    e("Soutenance de la mission", 1),
  ],
  "Répondre, dans un cadre collaboratif, à un besoin de nature industrielle sur l'ensemble du cycle de vie": projet([
    "Cahier des charges",
    "Revue de conception",
    "Prototype",
    "Bilan et plan d'amélioration",
  ]),
};
const PAR_NATURE: Readonly<Record<"portfolio" | "stage", readonly Prevue[]>> = {
  portfolio: [e("Portfolio et entretien", 1)],
  stage: [e("Appréciation du tuteur de stage", 1), e("Rapport de stage", 1), e("Soutenance de stage", 1)],
};

/** Ce qu'une classe fait autrement ; clé : « classe/élément ». */
const PAR_CLASSE: Readonly<Record<string, readonly Prevue[]>> = {
  "s1-2026/Science des matériaux": [e("Questionnaire sur les métaux", 1), e("Devoir surveillé", 2)],
  "s1-2026/Mécanique": [
    e("Devoir surveillé de statique", 1),
    { ...e("Rattrapage de statique", 1), type: "rattrapage" },
  ],
  // Une seule, encore à finir : le jury de l'année l'attend.
  "s4-2025-alternance/Immersion professionnelle": [e("Évaluation de la mission en entreprise", 1)],
  "s1-2026/Outils pour l'ingénierie": [
    e("Compte rendu de TP", 1),
    { ...e("Défi de CAO", 1, 2), type: "bonus" },
    e("Devoir surveillé", 2),
  ],
  "s1-2025/Mathématiques appliquées et outils scientifiques": [
    e("Contrôle continu", 1),
    e("Devoir surveillé", 2),
    { ...e("Rattrapage", 1), type: "rattrapage" },
  ],
  "s2-2025/Dimensionnement des structures": [
    e("Contrôle continu", 1),
    e("Devoir surveillé", 2),
    { ...e("Seconde session", 1), type: "seconde-session" },
  ],
};

/** Le même enseignement s'évalue de la même façon d'une année à l'autre. */
export function evaluationsPrevues(classeId: string, titre: string, nature: NatureElement): readonly Prevue[] {
  const choisies = PAR_CLASSE[`${classeId}/${titre}`] ?? PAR_TITRE[titre];
  if (choisies) return choisies;
  if (nature === "portfolio" || nature === "stage") return PAR_NATURE[nature];
  if (nature === "sae") return SAE[new Hasard(titre).entier(SAE.length)] ?? [];
  return RESSOURCES.find(([motif]) => motif.test(titre))?.[1] ?? [];
}
