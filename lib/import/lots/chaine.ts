export interface LigneDefaite {
  readonly sujetId: string;
  readonly versionAvant: number;
  readonly versionAnnulee: number | null;
}

/**
 * La version sur laquelle on se trouve vraiment : une annulation a laissé une version de plus, mais la valeur est celle d'avant
 * le lot annulé. On redescend ainsi d'annulation en annulation.
 */
export function remonte(sujetId: string, version: number, defaites: readonly LigneDefaite[]): number {
  const miennes = new Map(defaites.filter((d) => d.sujetId === sujetId).map((d) => [d.versionAnnulee, d.versionAvant]));
  let ici = version;
  for (let avant = miennes.get(ici); avant !== undefined && avant < ici; avant = miennes.get(ici)) ici = avant;
  return ici;
}
