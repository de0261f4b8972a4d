import type { Dossier, SemestreLu } from "@/db/dossiers";
import type { Explication } from "@/lib/but/explication";
import type { VueUe } from "./vue-ue";

/** Une moyenne et tout son calcul. */
export interface VueCalculUe {
  readonly etudiant: Dossier["etudiant"];
  readonly semestre: SemestreLu;
  readonly ue: VueUe;
  /** Le niveau que l'UE construit, pour aller voir son RCUE. */
  readonly niveauId: string | null;
  readonly explication: Explication;
}

/** Un RCUE et tout son calcul. */
export interface VueCalculNiveau {
  readonly etudiant: Dossier["etudiant"];
  readonly competence: string;
  readonly ordre: number;
  readonly titre: string;
  readonly moyenne: number | null;
  /** La moyenne d'aujourd'hui, seulement si elle n'est plus celle que le jury a vue. */
  readonly recalculee: number | null;
  readonly code: string | null;
  readonly confirmee: boolean;
  readonly explication: Explication;
}
