import {
  CODES_ANNEE,
  CODES_DIPLOME,
  CODES_RCUE,
  CODES_UE,
  type CodeAnnee,
  type CodeDiplome,
  type CodeRcue,
  type CodeUe,
  type Portee,
} from "../modele/decision";

/** Ce qui restreint les codes d'un jury ; sans contexte, tous ceux de la portée. */
export interface ContexteCodes {
  readonly annee?: 1 | 2 | 3;
  /** Le jury siège après le seul semestre impair : rien n'est encore compensé (règlement 5.2). */
  readonly semestreImpairSeul?: boolean;
  /** Un niveau supérieur de la compétence est acquis : sans cela ADSUP n'a pas de cause (règlement 5.4). */
  readonly niveauSuperieurAcquis?: boolean;
}

/** Codes qu'un jury peut enregistrer (règlement 5.9), dans l'ordre des documents officiels. */
export function codesPermis(portee: "ue", contexte?: ContexteCodes): readonly CodeUe[];
export function codesPermis(portee: "rcue", contexte?: ContexteCodes): readonly CodeRcue[];
export function codesPermis(portee: "annee", contexte?: ContexteCodes): readonly CodeAnnee[];
export function codesPermis(portee: "diplome", contexte?: ContexteCodes): readonly CodeDiplome[];
export function codesPermis(portee: Portee, contexte?: ContexteCodes): readonly string[];
export function codesPermis(portee: Portee, contexte: ContexteCodes = {}): readonly string[] {
  const { annee, semestreImpairSeul, niveauSuperieurAcquis } = contexte;
  const sansAdsup = niveauSuperieurAcquis === false || annee === 3;
  switch (portee) {
    case "ue":
      return CODES_UE.filter((code) => !(code === "ADSUP" && sansAdsup) && !(code === "CMP" && semestreImpairSeul));
    case "rcue":
      return semestreImpairSeul ? [] : CODES_RCUE.filter((code) => !(code === "ADSUP" && sansAdsup));
    case "annee":
      // Après BUT3 il n'y a pas de semestre où passer.
      return CODES_ANNEE.filter(
        (code) => !(code === "ADSUP" && sansAdsup) && !(annee === 3 && (code === "PASD" || code === "PAS1NCI")),
      );
    case "diplome":
      return CODES_DIPLOME;
  }
}

/** Un code autre que la proposition demande un motif (règlement 5.9) ; sans proposition, tout code en demande un. */
export const isMotifRequis = (proposition: string | null, code: string): boolean => proposition !== code;
