/** Le passage d'une personne : `depuis` reste fixe pendant une même visite, pour que le nouveau le reste aussi. */
export interface Visite {
  /** Fin de la visite précédente ; null à la première. */
  readonly depuis: string | null;
  readonly derniereLe: string;
}

const MINUTE = 60_000;
/** Absent plus longtemps, on revient : c'est une autre visite. */
const ABSENCE = 30 * MINUTE;
/** Inutile d'écrire à chaque page lue. */
const PAS = MINUTE;

const ecart = (visite: Visite, instant: string): number => Date.parse(instant) - Date.parse(visite.derniereLe);
const isAutreVisite = (visite: Visite, instant: string): boolean => ecart(visite, instant) > ABSENCE;

/** Depuis quand une note est nouvelle pour qui regarde à cet instant ; null à la première visite : rien ne l'est. */
export function depuisQuand(visite: Visite | null, instant: string): string | null {
  if (!visite) return null;
  return isAutreVisite(visite, instant) ? visite.derniereLe : visite.depuis;
}

/** La visite une fois ce passage compté ; null quand elle n'a pas à être récrite. */
export function visiteApres(visite: Visite | null, instant: string): Visite | null {
  if (visite && ecart(visite, instant) < PAS) return null;
  return { depuis: depuisQuand(visite, instant), derniereLe: instant };
}
