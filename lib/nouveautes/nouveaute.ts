import type { Note } from "@/lib/but/modele/note";

/** Une note publiée que l'étudiant n'a pas encore vue telle qu'elle est. */
export interface Nouveaute {
  readonly evaluationId: string;
  readonly genre: "nouvelle" | "modifiee";
  readonly titre: string;
  readonly element: string;
  readonly semestreId: string;
  readonly numero: number;
}

export interface Nouveautes {
  /** Fin de la visite précédente ; null à la première. */
  readonly depuis: string | null;
  /** Les plus récentes d'abord. */
  readonly notes: readonly Nouveaute[];
  /** Ce passage est à compter. */
  readonly aCompter: boolean;
}

interface NoteVue {
  readonly publieeLe: string;
  readonly note: Note;
  /** Ce que l'étudiant lisait à la fin de sa visite précédente ; absent si elle n'a pas changé depuis. */
  readonly lue?: Note;
}

/** Ce qu'une note a de neuf depuis la visite précédente. Rétablie telle qu'elle était, ou encore vide, elle n'a rien. */
export function genreNouveaute({ publieeLe, note, lue }: NoteVue, depuis: string): Nouveaute["genre"] | null {
  if (publieeLe > depuis) return note === null ? null : "nouvelle";
  if (lue === undefined || lue === note) return null;
  return lue === null ? "nouvelle" : "modifiee";
}

const compte = (n: number, un: string, plusieurs: string): string[] =>
  n === 0 ? [] : [n === 1 ? `1 ${un}` : `${n} ${plusieurs}`];

/** « 3 notes nouvelles, 1 modifiée » ; rien sans nouveauté. */
export function resumeNouveautes(notes: readonly Nouveaute[]): string {
  const nouvelles = notes.filter((n) => n.genre === "nouvelle").length;
  const modifiees = notes.length - nouvelles;
  return [
    ...compte(nouvelles, "note nouvelle", "notes nouvelles"),
    ...(nouvelles > 0
      ? compte(modifiees, "modifiée", "modifiées")
      : compte(modifiees, "note modifiée", "notes modifiées")),
  ].join(", ");
}

/** Les évaluations dont la note est nouvelle, pour le dire à sa place ; une note modifiée le dit déjà. */
export const nouvelles = ({ notes }: Nouveautes): ReadonlySet<string> =>
  new Set(notes.filter((n) => n.genre === "nouvelle").map((n) => n.evaluationId));
