import { niveauId } from "@/db/seed/ids";
import type { Portee } from "@/lib/but/modele/decision";
import type { Choix } from "../plan";
import { ueDe } from "./parcours-complet";
import { type Passage, PERSONNAGES } from "./parcours-complet-personnages";

/** Ce qu'un jury décide lui-même pour un étudiant, en un acte ; tout le reste est accepté tel que proposé. */
export interface Acte {
  readonly semestreId: string;
  readonly etudiantId: string;
  readonly choix: readonly Choix[];
}

type Decision = readonly [portee: Portee, objet: string, code: string];

/** « ue Spécifier 2 » : celle du semestre 2 ; « rcue Spécifier 1 » : son premier niveau. */
function acte(semestreId: string, etudiantId: string, motif: string, ...decisions: readonly Decision[]): Acte {
  return {
    semestreId,
    etudiantId,
    choix: decisions.map(([portee, objet, code]) => ({
      portee,
      objetId: objetDe(semestreId, etudiantId, portee, objet),
      code,
      motif,
    })),
  };
}

function objetDe(semestreId: string, etudiantId: string, portee: Portee, objet: string): string {
  const [court = "", numero = ""] = objet.split(" ");
  if (portee === "rcue") return niveauId(court, Number(numero));
  if (portee !== "ue") return objet;
  return ueDe(passageDe(semestreId, etudiantId, Number(numero)), court);
}

/** Le semestre de ce numéro que l'étudiant avait suivi en dernier quand ce jury a siégé. */
function passageDe(semestreId: string, etudiantId: string, numero: number): Passage {
  const rentree = Number(semestreId.slice(3));
  const passage = PERSONNAGES.find((p) => p.id === etudiantId)?.suit.findLast(
    (s) => s.numero === numero && s.rentree <= rentree,
  );
  if (!passage) throw new Error(`${etudiantId} ${semestreId} S${numero}`);
  return passage;
}

const QUATRE = ["Spécifier", "Développer", "Réaliser", "Exploiter"] as const;
const partout = (code: string): Decision[] => [
  ...QUATRE.map((court): Decision => ["ue", `${court} 2`, code]),
  ...QUATRE.map((court): Decision => ["rcue", `${court} 1`, code]),
];

export const ACTES: readonly Acte[] = [
  acte("s2-2021", "abandon", "Plus aucune présence depuis février", ...partout("ABAN"), ["annee", "1", "ABAN"]),
  acte("s2-2021", "annee-blanche", "Congé de longue maladie", ...partout("ATJ"), ["annee", "1", "ABL"]),
  acte("s2-2021", "exclu", "Décision de la section disciplinaire", ["annee", "1", "EXCLU"]),
  acte(
    "s2-2021",
    "dossier-attendu",
    "Certificat attendu",
    ["ue", "Développer 2", "ATJ"],
    ["rcue", "Développer 1", "ATJ"],
    ["annee", "1", "ATJ"],
  ),
  acte(
    "s2-2021",
    "rattrapage",
    "Rattrapage en septembre",
    ["ue", "Réaliser 2", "RAT"],
    ["rcue", "Réaliser 1", "RAT"],
    ["annee", "1", "RAT"],
  ),
  acte("s2-2021", "rachat", "Moyenne proche du seuil", ["rcue", "Exploiter 1", "ADJ"], ["annee", "1", "ADJ"]),
  acte("s2-2021", "passe-par-le-jury", "Progression nette en fin d'année", ["annee", "1", "PAS1NCI"]),
  acte("s3-2022", "rachat", "Moyenne proche du seuil", ["ue", "Développer 3", "ADJ"]),
  acte("s4-2022", "rachat", "Moyenne proche du seuil", ["ue", "Développer 4", "ADJ"], ["rcue", "Développer 2", "ADJ"]),
  acte("s4-2022", "compense", "Diplôme en attente d'une pièce", ["diplome", "DUT", "ATJ"]),
  acte("s6-2023", "compense", "Fraude établie au rapport de stage", ["diplome", "BUT", "AJ"]),
];

/** Un jury qui a publié est rouvert, une fois passé celui de `apres` : sa délibération suivante est un PV de plus. */
export const REOUVERTURES: readonly (Acte & { readonly apres: string; readonly pourquoi: string })[] = [
  {
    apres: "s2-2021",
    pourquoi: "Certificat reçu",
    ...acte(
      "s2-2021",
      "dossier-attendu",
      "Certificat reçu",
      ["ue", "Développer 2", "ADM"],
      ["rcue", "Développer 1", "ADJ"],
      ["annee", "1", "ADM"],
    ),
  },
  {
    apres: "s4-2022",
    pourquoi: "BUT1 validée par le niveau supérieur",
    ...acte("s2-2021", "adsup", "Niveau 1 d'Exploiter acquis par le niveau 2", ["annee", "1", "ADSUP"]),
  },
];
