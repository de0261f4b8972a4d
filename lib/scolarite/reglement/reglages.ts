import { REFERENCES } from "@/lib/but/expliquer/references";
import type { Reglement } from "@/lib/but/modele/reglement";
import { formatCentiemes, formatCourt } from "@/lib/but/nombres/centiemes";

/** Un réglage d'une version, comme on le dit à voix haute. */
export interface Reglage {
  /** Chemin dans l'objet Reglement. */
  readonly cle: string;
  readonly libelle: string;
  readonly valeur: string;
  /** Ce que cette valeur change pour un étudiant. */
  readonly sens: string;
  /** Point du règlement de l'application. */
  readonly point: string;
  /** « annexe 1, 4.3 » de l'arrêté, ou « choix du département ». */
  readonly article: string;
}

type Phrase = (r: Reglement) => readonly [valeur: string, sens: string];

const fois = (n: number): string => (n === 0 ? "aucune" : `${n} fois`);

const PHRASES: Readonly<Record<string, Phrase>> = {
  seuilAcquisition: (r) => [
    formatCentiemes(r.seuilAcquisition),
    "Une UE ou un RCUE est acquis quand sa moyenne arrondie l'atteint. L'arrêté le fixe.",
  ],
  seuilPassage: (r) => [
    formatCentiemes(r.seuilPassage),
    "Un RCUE au-dessous, et le passage de droit n'est plus proposé. Ce n'est pas un plancher de compensation. L'arrêté le fixe.",
  ],
  "bonus.lecture": (r) =>
    r.bonus.lecture === "multiplicatif"
      ? ["multiplie la moyenne", "5 % portent une UE de 10,00 à 10,50, et une UE de 14,00 à 14,70."]
      : ["ajoute des points", "1 % ajoute 0,20 point : 5 % portent une UE de 10,00 à 11,00."],
  "bonus.cumul": (r) =>
    r.bonus.cumul === "somme"
      ? ["somme", "Les activités s'ajoutent, jusqu'au plafond."]
      : ["la meilleure", "Seule l'activité qui donne le plus compte."],
  "bonus.plafond": (r) => [`${formatCourt(r.bonus.plafond)} %`, "Aucun bonus de semestre ne le dépasse."],
  rcue: (r) =>
    r.rcue === "simple"
      ? ["simple", "Les deux UE d'un niveau comptent autant."]
      : ["pondérée par les ECTS", "L'UE qui porte le plus d'ECTS pèse plus dans le niveau."],
  polesBut3: (r) =>
    r.polesBut3 === "par-ue"
      ? ["UE par UE", "Chaque UE de BUT3 respecte les bornes des pôles."]
      : ["sur les deux UE", "En BUT3, les deux UE d'une compétence respectent ensemble les bornes des pôles."],
  "poles.minimum": (r) => [`${r.poles.minimum} %`, "Ni les ressources ni les SAÉ ne pèsent moins dans une UE."],
  "poles.maximum": (r) => [`${r.poles.maximum} %`, "Ni les ressources ni les SAÉ ne pèsent plus dans une UE."],
  "redoublements.parSemestre": (r) => [
    fois(r.redoublements.parSemestre),
    "Au-delà, l'année propose NAR, sauf force majeure.",
  ],
  "redoublements.total": (r) => [fois(r.redoublements.total), "Sur tout le cursus, plus une fois pour force majeure."],
  afficherRang: (r) =>
    r.afficherRang
      ? ["oui", "Chaque étudiant lit son rang dans chaque UE. Les ex æquo le partagent ; il ne décide de rien."]
      : ["non", "Aucun rang n'est calculé ni montré."],
  afficherClasse: (r) =>
    r.afficherClasse
      ? [
          "oui",
          "Dès cinq notes publiées, minimum, médiane, maximum et histogramme, sans tranche de moins de trois notes. ABS, DEM et DEF n'y sont pas.",
        ]
      : ["non", "L'étudiant ne voit que ses notes."],
};

/** Tous les réglages d'une version, dans l'ordre des références. */
export function reglages(reglement: Reglement): readonly Reglage[] {
  return REFERENCES.flatMap(({ cle, libelle, point, article }) => {
    const [valeur, sens] = PHRASES[cle]?.(reglement) ?? [];
    if (valeur === undefined || sens === undefined) return [];
    return [{ cle, libelle, valeur, sens, point, article: /^\d/.test(article) ? `annexe 1, ${article}` : article }];
  });
}

/** Ce qui change d'une version à l'autre, en mots : pour l'écran et pour le journal. */
export function changementsReglement(avant: Reglement, apres: Reglement): { avant: Mots; apres: Mots } {
  const anciens = new Map(reglages(avant).map((r) => [r.cle, r.valeur]));
  const changes = reglages(apres).filter((r) => anciens.get(r.cle) !== r.valeur);
  return {
    avant: Object.fromEntries(changes.map((r) => [r.libelle, anciens.get(r.cle) ?? ""])),
    apres: Object.fromEntries(changes.map((r) => [r.libelle, r.valeur])),
  };
}

type Mots = Readonly<Record<string, string>>;
