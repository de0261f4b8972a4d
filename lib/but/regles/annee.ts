/** Ce qu'il faut pour proposer une année (règlement 5.5). */
export interface BilanAnnee {
  readonly annee: 1 | 2 | 3;
  /** Nombre de compétences de l'étudiant cette année-là : vient de son parcours, jamais d'une constante. */
  readonly competences: number;
  readonly acquis: number;
  readonly sousLeSeuil: number;
  readonly redoublementPossible: boolean;
}

/**
 * Proposition d'année (règlement 5.5) : ADM si tous les RCUE sont acquis ; en BUT1 et BUT2, PASD si plus de la moitié
 * **strictement** le sont et qu'aucun n'est sous 8 ; sinon RED, ou NAR quand on ne peut plus redoubler.
 */
export function propositionAnnee(bilan: BilanAnnee): "ADM" | "PASD" | "RED" | "NAR" {
  const { annee, competences, acquis, sousLeSeuil, redoublementPossible } = bilan;
  if (acquis >= competences) return "ADM";
  if (annee < 3 && acquis * 2 > competences && sousLeSeuil === 0) return "PASD";
  return redoublementPossible ? "RED" : "NAR";
}

/**
 * Redoubler encore (règlement 5.7) : un semestre au plus une fois, quatre redoublements en tout, plus un pour force
 * majeure, qui peut lever l'une ou l'autre limite mais une seule fois.
 * @param inscriptions numéro de chaque semestre où l'étudiant a été inscrit, un par inscription
 * @param aRefaire numéro du semestre qu'il redoublerait
 */
export function redoublementPossible(
  inscriptions: readonly number[],
  aRefaire: number,
  limites: { readonly parSemestre: number; readonly total: number },
  forceMajeure: boolean,
): boolean {
  const fois = new Map<number, number>();
  for (const numero of [...inscriptions, aRefaire]) fois.set(numero, (fois.get(numero) ?? 0) + 1);
  let total = 0;
  let exces = 0;
  for (const nombre of fois.values()) {
    total += nombre - 1;
    exces += Math.max(0, nombre - 1 - limites.parSemestre);
  }
  return Math.max(exces, total - limites.total) <= (forceMajeure ? 1 : 0);
}
