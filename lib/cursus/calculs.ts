import type { Dossier, SemestreLu } from "@/db/dossiers";
import type { Explication } from "@/lib/but/expliquer/explication";
import type { EtatNiveau } from "@/lib/but/modele/resultats";
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

/** Un niveau : ce qu'il demande, où il en est, et le calcul de son RCUE dès qu'une de ses UE est suivie. */
export interface VueFicheNiveau {
  readonly etudiant: Dossier["etudiant"];
  readonly competence: string;
  readonly ordre: number;
  /** Le titre officiel. */
  readonly titre: string;
  readonly apprentissages: readonly { readonly code: string; readonly libelle: string }[];
  readonly etat: EtatNiveau;
  /** Faux : d'après les notes, le jury n'a pas encore publié. */
  readonly decide: boolean;
  readonly rcue: VueCalculRcue | null;
}

export interface VueCalculRcue {
  readonly moyenne: number | null;
  /** La moyenne d'aujourd'hui, seulement si elle n'est plus celle que le jury a vue. */
  readonly recalculee: number | null;
  readonly code: string | null;
  readonly confirmee: boolean;
  readonly explication: Explication;
}
