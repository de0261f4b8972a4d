const PARIS = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

export interface HeureParis {
  /** AAAA-MM-JJ */
  readonly jour: string;
  /** HH:MM */
  readonly heure: string;
}

/** L'heure qu'il est à Paris à cet instant, comme l'écrivent les champs de date et d'heure d'un formulaire. */
export function heureParis(instant: string | Date): HeureParis {
  const [jour = "", heure = ""] = PARIS.format(new Date(instant)).split(", ");
  return { jour, heure };
}

/**
 * L'instant UTC de cette heure de Paris ; null si le jour n'existe pas, ou l'heure que le passage à l'été saute. L'heure
 * que le retour à l'hiver répète est la première des deux.
 */
export function instantParis({ jour, heure }: HeureParis): string | null {
  for (const decalage of ["+02:00", "+01:00"]) {
    const instant = new Date(`${jour}T${heure}:00${decalage}`);
    if (Number.isNaN(instant.getTime())) return null;
    const lu = heureParis(instant);
    if (lu.jour === jour && lu.heure === heure) return instant.toISOString();
  }
  return null;
}
