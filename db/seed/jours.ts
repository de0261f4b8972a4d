const JOUR = 86_400_000;

/** « 2026-11-13 » plus `jours`, reporté au lundi s'il tombe une fin de semaine. */
export function jourOuvre(date: string, jours: number): string {
  const brut = new Date(Date.parse(`${date}T00:00:00Z`) + jours * JOUR);
  const report = [1, 0, 0, 0, 0, 0, 2][brut.getUTCDay()] ?? 0;
  return new Date(brut.getTime() + report * JOUR).toISOString().slice(0, 10);
}

export function joursEntre(debut: string, fin: string): number {
  return Math.round((Date.parse(`${fin}T00:00:00Z`) - Date.parse(`${debut}T00:00:00Z`)) / JOUR);
}

export const instant = (date: string, heure: string): string => `${date}T${heure}:00.000Z`;
