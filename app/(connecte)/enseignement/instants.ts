const FUSEAU = "Europe/Paris";
const heure = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit", timeZone: FUSEAU });
const jour = new Intl.DateTimeFormat("fr-FR", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: FUSEAU });

/** « 14:32 », à l'heure de Paris sur le serveur comme dans le navigateur. */
export const formatHeure = (instant: string): string => heure.format(new Date(instant));

/** « le 22/11/2026 à 14:32 » */
export const formatInstant = (instant: string): string =>
  `le ${jour.format(new Date(instant))} à ${formatHeure(instant)}`;

/** Le jour qu'il est à Paris : « 2026-11-22 ». */
export const jourCourant = (): string => new Intl.DateTimeFormat("sv-SE", { timeZone: FUSEAU }).format(new Date());
