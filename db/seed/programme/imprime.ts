import competencesNationales from "./competences-gmp.json";
import programmeCreusot from "./programme-gmp-creusot.json";

/** Le programme tel que la page publique du département l'imprime : voir les champs « source » et « lecture » des fichiers. */
export interface LigneImprimee {
  readonly titre: string;
  /** Un seul nom par enseignement, quelle que soit la graphie de la page. */
  readonly canonique: string;
  readonly nature: "Ressource" | "SAÉ" | "Portfolio" | "Stage";
  readonly heures: { readonly cm: number | null; readonly td: number | null; readonly tp: number | null };
  readonly heures_position: "printed" | "inferred" | null;
}

export interface UeImprimee {
  readonly competence: string;
  readonly titre: string;
  readonly ects: number;
  readonly elements: readonly LigneImprimee[];
  /** Des heures que la page imprime sur la ligne de la compétence elle-même. */
  readonly heures_ligne_competence?: { readonly td: number; readonly tp: number };
}

export interface SemestreImprime {
  readonly numero: number;
  readonly parcours: string | null;
  readonly regime: "initiale" | "alternance" | null;
  readonly intitule: string;
  readonly ues: readonly UeImprimee[];
}

export interface ProgrammeImprime {
  readonly source: string;
  readonly parcours: readonly { readonly code: string; readonly titre: string; readonly ouvert_2026_2027: boolean }[];
  readonly semestres: readonly SemestreImprime[];
}

export interface CompetenceNationale {
  readonly numero: number;
  readonly court: string;
  readonly titre: string;
  readonly parcours: string | null;
  readonly parcours_titre?: string;
  readonly niveaux: readonly {
    readonly ordre: number;
    readonly annee: number;
    readonly titre: string;
    readonly apprentissages_critiques: readonly { readonly code: string; readonly libelle: string }[];
  }[];
}

export const programmeImprime = programmeCreusot as ProgrammeImprime;
export const competences: readonly CompetenceNationale[] = competencesNationales.competences;
