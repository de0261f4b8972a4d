import { arrondiOuNull } from "./arrondi";
import { pourcentBonus } from "./bonus";
import { calculeCursus } from "./cursus-calcul";
import { bilanDiplomes } from "./cursus-diplomes";
import { acquisParLeHaut, bilanNiveaux } from "./cursus-niveaux";
import type { RcueCalcule } from "./cursus-rcues";
import { publieUe, type UeCalculee } from "./cursus-ues";
import type { CodeAnnee, CodeDiplome, CodeRcue, CodeUe, DecisionEnregistree } from "./decision";
import type { ElementNote, Manque } from "./element";
import type { Centiemes } from "./note";
import type { Reglement } from "./reglement";

/** Un niveau d'une compétence : un RCUE d'une année du BUT. */
export interface Niveau {
  readonly id: string;
  readonly competenceId: string;
  /** 1…n dans la compétence ; la cinquième n'en a que deux. */
  readonly ordre: number;
  /** Année du BUT où il se prépare. */
  readonly annee: 1 | 2 | 3;
  /** Nom de la compétence, pour les phrases et les explications ; l'identifiant à défaut. */
  readonly titre?: string;
}

/** Une UE que l'étudiant suit dans un semestre. */
export interface UeSuivie {
  readonly id: string;
  readonly competenceId: string;
  readonly ects: number;
  /** En pour cent, somme 100 ; null = une seule moyenne pondérée (règlement 2.5). */
  readonly poles: { readonly ressource: number; readonly sae: number } | null;
  readonly dispensee: boolean;
  /** Pour les explications ; l'identifiant à défaut. */
  readonly titre?: string;
}

export interface BonusActivite {
  readonly activite: string;
  /** centièmes de pour cent, 0 ou 25 à 500 par 25 */
  readonly pourcent: Centiemes;
}

/** Un semestre où l'étudiant est ou a été inscrit, avec ses notes publiées. */
export interface SemestreSuivi {
  readonly id: string;
  readonly numero: 1 | 2 | 3 | 4 | 5 | 6;
  /** « 2025-2026 » */
  readonly anneeUniversitaire: string;
  /** I : inscrit ; DEM : démissionnaire ; DEF : défaillant (règlement 2.7). */
  readonly inscription: "I" | "DEM" | "DEF";
  readonly reglement: Reglement;
  readonly ues: readonly UeSuivie[];
  readonly elements: readonly ElementNote[];
  readonly bonus: readonly BonusActivite[];
}

export interface Cursus {
  readonly etudiantId: string;
  /** Tous les niveaux du parcours de l'étudiant ; tant qu'il n'a pas de parcours, ceux du tronc commun. */
  readonly niveaux: readonly Niveau[];
  /** Niveaux d'un parcours quitté : servent à relire ses années, jamais au diplôme. */
  readonly niveauxAnciens?: readonly Niveau[];
  /** Dans n'importe quel ordre ; un semestre redoublé apparaît deux fois. */
  readonly semestres: readonly SemestreSuivi[];
  /** Toutes les décisions, y compris remplacées. */
  readonly decisions: readonly DecisionEnregistree[];
  /** Redoublement de plus accordé par le directeur (règlement 5.7). */
  readonly forceMajeure: boolean;
}

export interface ResultatUe {
  readonly ueId: string;
  readonly semestreId: string;
  readonly numero: number;
  readonly competenceId: string;
  readonly ects: number;
  /** Arrondies au centième ; null = pas de moyenne (qui n'est pas 0). */
  readonly moyenneAvantBonus: Centiemes | null;
  readonly moyenne: Centiemes | null;
  readonly provisoire: boolean;
  readonly manques: readonly Manque[];
  readonly dispensee: boolean;
  /** Une inscription antérieure de la même UE (même compétence, même numéro) l'a déjà acquise : règlement 2.8. */
  readonly capitalisee: { readonly semestreId: string; readonly moyenne: Centiemes | null } | null;
  /** Ce que le règlement donne aujourd'hui ; null si provisoire ou sans moyenne. */
  readonly proposition: CodeUe | null;
  readonly decision: DecisionEnregistree | null;
  /** Code qui vaut : la décision si elle existe, sinon rien n'est acquis officiellement. */
  readonly code: CodeUe | null;
  /** ADM, CMP, ADJ, ADJR, ADSUP (règlement 5.8), d'après la décision. */
  readonly acquise: boolean;
}

export interface ResultatRcue {
  readonly niveauId: string;
  readonly competenceId: string;
  readonly annee: 1 | 2 | 3;
  readonly impair: ResultatUe | null;
  readonly pair: ResultatUe | null;
  readonly moyenne: Centiemes | null;
  readonly provisoire: boolean;
  readonly proposition: CodeRcue | null;
  readonly decision: DecisionEnregistree | null;
  readonly code: CodeRcue | null;
}

export interface ResultatAnnee {
  readonly annee: 1 | 2 | 3;
  readonly anneeUniversitaire: string;
  readonly semestreImpairId: string | null;
  readonly semestrePairId: string | null;
  readonly rcues: readonly ResultatRcue[];
  /** RCUE qui comptent (n du règlement 5.5) : tous, sauf ceux dont les deux UE sont dispensées. */
  readonly competences: number;
  /** Nombre de RCUE acquis d'après les moyennes, et sous le seuil de passage. */
  readonly acquis: number;
  readonly sousLeSeuil: number;
  readonly proposition: CodeAnnee | null;
  readonly decision: DecisionEnregistree | null;
  readonly code: CodeAnnee | null;
  /** Manques de toutes ses UE : une année provisoire n'a pas de proposition. */
  readonly manques: readonly Manque[];
}

/**
 * a-venir : pas commencé ; en-cours ; acquis ; compensation : par compensation des deux UE ; superieur : par le niveau
 * supérieur (ADSUP) ; jury : par décision (ADJ, ADJR) ; a-repasser : échoué et décidé ; demission, defaillance,
 * abandon : interrompu, son dernier semestre a été quitté (règlement 2.7) ou le jury l'a dit.
 */
export type EtatNiveau =
  | "a-venir"
  | "en-cours"
  | "acquis"
  | "compensation"
  | "superieur"
  | "jury"
  | "a-repasser"
  | "demission"
  | "defaillance"
  | "abandon";

export interface ResultatNiveau {
  readonly niveauId: string;
  readonly competenceId: string;
  readonly ordre: number;
  readonly annee: 1 | 2 | 3;
  readonly etat: EtatNiveau;
  /** « d'après les notes » tant que le jury n'a pas décidé. */
  readonly decide: boolean;
  readonly rcue: ResultatRcue | null;
}

/** Une UE acquise parce qu'un niveau supérieur l'est (règlement 5.4). */
export interface AcquisParLeHaut {
  readonly ueId: string;
  readonly semestreId: string;
  readonly niveauId: string;
  readonly parNiveauId: string;
}

export interface ResultatCursus {
  readonly etudiantId: string;
  /** Triés par année universitaire puis numéro. */
  readonly semestres: readonly {
    readonly id: string;
    readonly numero: number;
    readonly anneeUniversitaire: string;
    readonly inscription: "I" | "DEM" | "DEF";
    /** Pourcentage appliqué après cumul et plafond, centièmes de pour cent. */
    readonly bonus: Centiemes;
    readonly ues: readonly ResultatUe[];
  }[];
  readonly annees: readonly ResultatAnnee[];
  readonly niveaux: readonly ResultatNiveau[];
  /** ADSUP que les propositions et décisions d'aujourd'hui entraîneraient sans être encore enregistrés. */
  readonly adsupProposes: readonly AcquisParLeHaut[];
  /** D'après les décisions seules. */
  readonly ectsAcquis: number;
  readonly ectsTotal: number;
  readonly passageS3: { readonly ouvert: boolean; readonly raison: string };
  readonly passageS5: { readonly ouvert: boolean; readonly raison: string };
  /** Propositions : ADM quand les conditions sont réunies par des décisions (règlement 5.8), sinon null. */
  readonly dut: CodeDiplome | null;
  readonly but: CodeDiplome | null;
  readonly decisionDut: DecisionEnregistree | null;
  readonly decisionBut: DecisionEnregistree | null;
  /** Phrases : ce qui manque encore pour le niveau, l'année, le diplôme. */
  readonly manque: readonly string[];
}

/**
 * Tous les résultats d'un étudiant, d'après ses notes publiées et les décisions enregistrées (règlement 2 à 5).
 * Pur et indépendant de l'ordre des semestres, évaluations et décisions. Les propositions viennent des notes ; codes,
 * ECTS et diplômes ne viennent que des décisions.
 * @throws RangeError si un pourcentage de bonus n'est pas permis (règlement 3)
 */
export function computeCursus(c: Cursus): ResultatCursus {
  const calcul = calculeCursus(c);
  const publiees = new Map<UeCalculee, ResultatUe>();
  for (const ue of calcul.inscriptions.toutes) publiees.set(ue, publieUe(ue));
  const publiee = (ue: UeCalculee | null): ResultatUe | null => (ue && publiees.get(ue)) ?? null;

  const rcuesPublies = new Map<RcueCalcule, ResultatRcue>();
  const annees = calcul.annees.map((annee): ResultatAnnee => {
    const rcues = annee.rcues.map((rcue) => {
      const resultat = publieRcue(rcue, annee.annee, publiee);
      rcuesPublies.set(rcue, resultat);
      return resultat;
    });
    return {
      annee: annee.annee,
      anneeUniversitaire: annee.anneeUniversitaire,
      semestreImpairId: annee.impair?.id ?? null,
      semestrePairId: annee.pair?.id ?? null,
      rcues,
      competences: annee.competences,
      acquis: annee.acquis,
      sousLeSeuil: annee.sousLeSeuil,
      proposition: annee.proposition,
      decision: annee.decision,
      code: (annee.decision?.code as CodeAnnee | undefined) ?? null,
      manques: annee.manques,
    };
  });
  const niveaux = bilanNiveaux(calcul);
  return {
    etudiantId: c.etudiantId,
    semestres: calcul.semestres.map((semestre) => ({
      id: semestre.id,
      numero: semestre.numero,
      anneeUniversitaire: semestre.anneeUniversitaire,
      inscription: semestre.inscription,
      bonus: pourcentBonus(semestre.bonus, semestre.reglement.bonus),
      ues: calcul.inscriptions.toutes.filter((ue) => ue.semestre === semestre).map((ue) => publieUeConnue(ue)),
    })),
    annees,
    niveaux: niveaux.map(({ niveau, etat, decide, rcue }) => ({
      niveauId: niveau.id,
      competenceId: niveau.competenceId,
      ordre: niveau.ordre,
      annee: niveau.annee,
      etat,
      decide,
      rcue: (rcue && rcuesPublies.get(rcue)) ?? null,
    })),
    adsupProposes: acquisParLeHaut(calcul, niveaux),
    ...bilanDiplomes(calcul, niveaux),
  };

  function publieUeConnue(ue: UeCalculee): ResultatUe {
    return publiees.get(ue) ?? publieUe(ue);
  }
}

function publieRcue(
  rcue: RcueCalcule,
  annee: 1 | 2 | 3,
  publiee: (ue: UeCalculee | null) => ResultatUe | null,
): ResultatRcue {
  return {
    niveauId: rcue.niveau.id,
    competenceId: rcue.niveau.competenceId,
    annee,
    impair: publiee(rcue.impair),
    pair: publiee(rcue.pair),
    moyenne: arrondiOuNull(rcue.exacte),
    provisoire: rcue.provisoire,
    proposition: rcue.proposition,
    decision: rcue.decision,
    code: (rcue.decision?.code as CodeRcue | undefined) ?? null,
  };
}
