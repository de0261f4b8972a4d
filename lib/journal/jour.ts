const PARIS = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris",
  dateStyle: "short",
  timeStyle: "short",
  hourCycle: "h23",
});

/** Un jour AAAA-MM-JJ existe-t-il ? */
export function isJour(texte: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(texte) &&
    !Number.isNaN(Date.parse(texte)) &&
    new Date(texte).toISOString().startsWith(texte)
  );
}

/** L'instant UTC où ce jour commence à Paris, heure d'été comprise. */
export function debutDuJour(jour: string): string {
  const ete = new Date(`${jour}T00:00:00+02:00`);
  const aParis = PARIS.format(ete);
  return (aParis.includes("00:00") ? ete : new Date(`${jour}T00:00:00+01:00`)).toISOString();
}

/** Le jour suivant, AAAA-MM-JJ. */
export function lendemain(jour: string): string {
  return new Date(Date.parse(jour) + 86_400_000).toISOString().slice(0, 10);
}
