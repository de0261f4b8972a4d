/**
 * Le même texte pour les mêmes valeurs, quel que soit l'ordre des clés : ce qu'une empreinte peut signer, et ce qu'un
 * instantané de décision garde (règlement 5.10).
 */
export function jsonCanonique(valeur: unknown): string {
  return JSON.stringify(valeur, (_cle, v: unknown) =>
    v !== null && typeof v === "object" && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}
