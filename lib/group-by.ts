/** Range des lignes par clé, dans l'ordre où elles viennent (Map.groupBy demande Node 21). */
export function groupBy<T, K>(lignes: readonly T[], cle: (ligne: T) => K): Map<K, T[]> {
  const groupes = new Map<K, T[]>();
  for (const ligne of lignes) {
    const k = cle(ligne);
    const groupe = groupes.get(k);
    if (groupe) groupe.push(ligne);
    else groupes.set(k, [ligne]);
  }
  return groupes;
}
