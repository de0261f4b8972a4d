/** Ce que la fenêtre garde en mémoire : quinze minutes d'essais. */
export const FENETRE_MS = 15 * 60 * 1000;
/** Assez peu pour que, l'attente et la vérification faites, la réponse vienne toujours en moins de 30 secondes. */
export const ATTENTE_MAX_S = 20;
/** Une personne se trompe quelques fois ; au-delà, chaque essai raté sur un compte fait attendre le double. */
export const ESSAIS_COMPTE = 5;
/** Un même réseau porte toute une salle : il lui en faut davantage, puis une demi-seconde de plus par essai raté. */
export const ESSAIS_RESEAU = 20;
/** Un appareil déjà venu ne fait pas attendre ; s'il se trompe autant, il redevient un inconnu (un poste prêté, volé). */
export const ESSAIS_APPAREIL = 10;

export interface Compteurs {
  /** Essais ratés ou en cours sur ce compte, depuis des appareils inconnus, celui-ci compris. */
  readonly compte: number;
  /** Les mêmes depuis ce réseau, tous comptes ensemble. */
  readonly reseau: number;
}

/**
 * Combien cet essai attend avant d'être vérifié, en secondes, de 0 à ATTENTE_MAX_S. Jamais un refus : qui connaît le mot
 * de passe entre, quoi que d'autres essaient.
 */
export function attente({ compte, reseau }: Compteurs): number {
  const trop = compte - ESSAIS_COMPTE;
  const parCompte = trop > 0 ? 2 ** Math.min(trop - 1, 5) : 0;
  const parReseau = Math.max(0, reseau - ESSAIS_RESEAU) / 2;
  return Math.min(ATTENTE_MAX_S, Math.max(parCompte, parReseau));
}
