import type { ElementNote } from "@/lib/but/modele/element";
import { type Note, parseNote } from "@/lib/but/modele/note";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { parseDecimal } from "@/lib/but/nombres/decimal";
import type { Changements, EvaluationAjoutee } from "@/lib/cursus/simulation";

/** Une évaluation imaginée, telle que tapée. */
export interface AjoutSaisi {
  readonly id: string;
  readonly elementId: string;
  readonly note: string;
  readonly coefficient: string;
}

/** Ce que l'étudiant a tapé ; clé : évaluation. */
export interface Saisies {
  readonly notes: Readonly<Record<string, string>>;
  readonly ajouts: readonly AjoutSaisi[];
}

/** Une évaluation imaginée de plus dans chacun de ces éléments, encore sans note. */
export const avecAjouts = (saisies: Saisies, elementIds: readonly string[]): Saisies => ({
  ...saisies,
  ajouts: [
    ...saisies.ajouts,
    ...elementIds.map((elementId) => ({ id: crypto.randomUUID(), elementId, note: "", coefficient: "1" })),
  ],
});

export const RIEN: Saisies = { notes: {}, ajouts: [] };

interface Lecture {
  readonly changements: Changements;
  /** Par évaluation, ou « id coefficient » pour celui d'une évaluation imaginée. */
  readonly erreurs: ReadonlyMap<string, string>;
}

const SUR_VINGT = centiemes(2000);

/** Lit les saisies ; une saisie refusée dit pourquoi et ne change rien au calcul. */
export function lireSaisies(saisies: Saisies, elements: readonly ElementNote[]): Lecture {
  const erreurs = new Map<string, string>();
  const notes = new Map<string, Note>();
  for (const { id, bareme } of elements.flatMap((e) => e.evaluations)) {
    const texte = saisies.notes[id];
    if (texte === undefined) continue;
    const lu = parseNote(texte, bareme);
    if (lu.ok) notes.set(id, lu.note);
    else erreurs.set(id, lu.message);
  }
  const ajouts = saisies.ajouts.flatMap((ajout): EvaluationAjoutee[] => {
    const note = parseNote(ajout.note, SUR_VINGT);
    const coefficient = parseDecimal(ajout.coefficient, { nom: "Coefficient", min: 1, max: 10_000, decimales: 2 });
    if (!note.ok) erreurs.set(ajout.id, note.message);
    if (!coefficient.ok) erreurs.set(`${ajout.id} coefficient`, coefficient.message);
    return note.ok && coefficient.ok
      ? [{ id: ajout.id, elementId: ajout.elementId, note: note.note, coefficient: coefficient.valeur }]
      : [];
  });
  return { changements: { notes, ajouts }, erreurs };
}
