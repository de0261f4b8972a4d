import type { Centiemes } from "./note";

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
}
