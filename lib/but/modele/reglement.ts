import type { Centiemes } from "../nombres/centiemes";

/** Les choix d'un département là où la loi se tait, plus les seuils nationaux : un objet versionné (règlement, en-tête). */
export interface Reglement {
  readonly version: string;
  /** AAAA-MM-JJ */
  readonly applicableDu: string;
  /** 10,00 */
  readonly seuilAcquisition: Centiemes;
  /** 8,00 : aucun RCUE au-dessous pour passer de droit avec PASD. Jamais un plancher de compensation. */
  readonly seuilPassage: Centiemes;
  readonly bonus: {
    readonly lecture: "multiplicatif" | "points";
    readonly cumul: "somme" | "meilleur";
    /** en centièmes de pour cent : 500 = 5 % */
    readonly plafond: Centiemes;
  };
  /** Moyenne du RCUE : simple ou pondérée par les ECTS (règlement 5.1). */
  readonly rcue: "simple" | "ects";
  /** En BUT3 la loi laisse juger le rapport des pôles sur les deux UE de la compétence (règlement 2.5). */
  readonly polesBut3: "par-ue" | "deux-ue";
  /** Bornes légales d'un pôle, en pour cent (point 4.3). */
  readonly poles: { readonly minimum: number; readonly maximum: number };
  /** Règlement 5.7. */
  readonly redoublements: { readonly parSemestre: number; readonly total: number };
  /** Le rang n'est qu'une information (règlement 5.11). */
  readonly afficherRang: boolean;
  /** Minimum, médiane, maximum et répartition de chaque évaluation, pour l'étudiant (règlement 2.2, 2.7). */
  readonly afficherClasse: boolean;
}

const c = (n: number) => n as Centiemes;

export const REGLEMENT_DEFAUT: Reglement = {
  version: "2022-1",
  applicableDu: "2022-09-01",
  seuilAcquisition: c(1000),
  seuilPassage: c(800),
  bonus: { lecture: "multiplicatif", cumul: "somme", plafond: c(500) },
  rcue: "simple",
  polesBut3: "par-ue",
  poles: { minimum: 40, maximum: 60 },
  redoublements: { parSemestre: 1, total: 4 },
  afficherRang: false,
  afficherClasse: true,
};

/** Un règlement enregistré, en JSON : un réglage né après lui y prend sa valeur par défaut. */
export function lireReglement(parametres: string): Reglement {
  return { ...REGLEMENT_DEFAUT, ...(JSON.parse(parametres) as Partial<Reglement>) };
}

/** Versions nationales datées, de la plus ancienne à la plus récente. Un nouvel arrêté ajoute une entrée, rien ne s'efface. */
export const REGLEMENTS: readonly Reglement[] = [REGLEMENT_DEFAUT];

/** La version applicable à une date (AAAA-MM-JJ) ; la plus ancienne si la date la précède. */
export function reglementDu(date: string, versions: readonly Reglement[] = REGLEMENTS): Reglement {
  const triees = [...versions].sort((a, b) => (a.applicableDu < b.applicableDu ? -1 : 1));
  return triees.findLast((r) => r.applicableDu <= date) ?? triees[0] ?? REGLEMENT_DEFAUT;
}

/** ECTS d'un diplôme : fixés par la loi, pas par un département (règlement 5.8). */
export const ECTS_DUT = 120;
export const ECTS_BUT = 180;
