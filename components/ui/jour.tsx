const JOUR = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", dateStyle: "short" });

/** Un jour (AAAA-MM-JJ) ou un instant ISO, écrit « 22/11/2026 » à l'heure de Paris. */
export function Jour({ le }: { readonly le: string }) {
  const ecrit = le.length === 10 ? le.split("-").reverse().join("/") : JOUR.format(new Date(le));
  return <time dateTime={le}>{ecrit}</time>;
}
