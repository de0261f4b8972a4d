import type { TypeEvaluation } from "@/lib/but/modele/note";
import { isNoteAttendue } from "@/lib/evaluations/libelles";

export interface EvaluationAvancee {
  readonly id: string;
  readonly titre: string;
  /** AAAA-MM-JJ */
  readonly date: string;
  readonly type: TypeEvaluation;
  readonly etat: "brouillon" | "saisie" | "publiee";
  readonly publieeLe: string | null;
  /** Des numéros de copie tiennent lieu de noms, et elle n'est pas publiée. */
  readonly anonyme: boolean;
  readonly saisies: number;
  /** Notes « ATT » : annoncées, pas encore là. */
  readonly attendues: number;
  /** Instant de la dernière note saisie. */
  readonly derniereLe: string | null;
}

/** Où en est une évaluation pour qui doit la faire avancer. */
export interface Situation {
  readonly cas: "a-venir" | "vide" | "incomplete" | "a-publier" | "publiee-incomplete" | "publiee";
  readonly manquantes: number;
  /** Jour AAAA-MM-JJ depuis lequel il en est ainsi. */
  readonly depuis: string;
  /** Quelqu'un a quelque chose à faire. */
  readonly aRelancer: boolean;
}

const JOUR_PARIS = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });

/** Le jour qu'il était à Paris à cet instant : « 2026-11-22 ». */
export const jourDe = (instant: Date): string => JOUR_PARIS.format(instant);

/** Jours entiers d'un jour à l'autre. */
export const joursEntre = (debut: string, fin: string): number =>
  Math.round((Date.parse(`${fin}T00:00:00Z`) - Date.parse(`${debut}T00:00:00Z`)) / 86_400_000);

export function situationDe(e: EvaluationAvancee, inscrits: number, aujourdhui: string): Situation {
  const manquantes = isNoteAttendue(e.type) ? Math.max(0, inscrits - e.saisies) : 0;
  const publieeLe = e.publieeLe ? jourDe(new Date(e.publieeLe)) : e.date;
  const situation = (cas: Situation["cas"], depuis: string, aRelancer: boolean): Situation => ({
    cas,
    manquantes,
    depuis,
    aRelancer,
  });
  if (e.etat === "publiee")
    return manquantes > 0 ? situation("publiee-incomplete", publieeLe, true) : situation("publiee", publieeLe, false);
  if (e.date > aujourdhui) return { ...situation("a-venir", e.date, false), manquantes: 0 };
  // Un rattrapage où personne n'a été convoqué n'attend rien de personne.
  if (e.saisies === 0) return situation("vide", e.date, manquantes > 0);
  if (manquantes > 0) return situation("incomplete", e.date, true);
  return situation("a-publier", e.derniereLe ? jourDe(new Date(e.derniereLe)) : e.date, true);
}
