/** Le même objet donne toujours le même texte : clés triées, absences omises. C'est ce texte que l'empreinte d'un PV signe. */
export function jsonCanonique(valeur: unknown): string {
  return JSON.stringify(trie(valeur));
}

function trie(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(trie);
  if (typeof valeur !== "object" || valeur === null) return valeur;
  return Object.fromEntries(
    Object.entries(valeur)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([cle, v]) => [cle, trie(v)]),
  );
}
