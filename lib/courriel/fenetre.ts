const MINUTE = 60_000;
const HEURE = 60 * MINUTE;

/** Au-delà, le courriel est abandonné et le journal le dit. */
export const ESSAIS_MAX = 6;

const iso = (ms: number): string => new Date(ms).toISOString();

export interface Fenetre {
  /** Une clé par heure : tout ce qui se publie dans la même n'en fait qu'un par personne. */
  readonly cle: string;
  readonly fin: string;
  /** Une minute après la fin : une publication commencée juste avant a eu le temps de s'écrire. */
  readonly envoi: string;
}

export function fenetreDe(instant: string): Fenetre {
  const fin = (Math.floor(Date.parse(instant) / HEURE) + 1) * HEURE;
  return { cle: `publications ${instant.slice(0, 13)}h`, fin: iso(fin), envoi: iso(fin + MINUTE) };
}

/** Quand reprendre après cet essai (1 pour le premier) : 10 min, 30 min, 1 h 30, 4 h 30, 13 h 30, puis un jour. */
export function prochainEssai(instant: string, essai: number): string {
  return iso(Date.parse(instant) + Math.min(10 * MINUTE * 3 ** (essai - 1), 24 * HEURE));
}
