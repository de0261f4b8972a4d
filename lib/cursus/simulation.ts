import type { Cursus } from "@/lib/but/modele/cursus";
import type { ElementNote } from "@/lib/but/modele/element";
import type { EvaluationNotee, Note } from "@/lib/but/modele/note";
import { type Centiemes, centiemes } from "@/lib/but/nombres/centiemes";

/** Une évaluation à venir, imaginée par l'étudiant : notée sur 20, de poids 1 vers chaque UE. */
export interface EvaluationAjoutee {
  readonly id: string;
  readonly elementId: string;
  readonly coefficient: Centiemes;
  /** null : la note que l'on cherche. */
  readonly note: Note;
}

/** Ce que l'étudiant change à son dossier ; EXC neutralise une note. */
export interface Changements {
  /** Par évaluation ; celles qui n'y sont pas gardent leur note. */
  readonly notes: ReadonlyMap<string, Note>;
  readonly ajouts: readonly EvaluationAjoutee[];
}

/** Le même cursus, avec les notes imaginées d'un semestre. Rien d'autre ne change : ni décision, ni bonus, ni règlement. */
export function simuleCursus(cursus: Cursus, semestreId: string, { notes, ajouts }: Changements): Cursus {
  const evaluer = (element: ElementNote): ElementNote => ({
    ...element,
    evaluations: [
      ...element.evaluations.map((e): EvaluationNotee => {
        const note = notes.get(e.id);
        return note === undefined ? e : { ...e, note };
      }),
      ...ajouts.filter((a) => a.elementId === element.id).map(evaluationImaginee),
    ],
  });
  return {
    ...cursus,
    semestres: cursus.semestres.map((s) => (s.id === semestreId ? { ...s, elements: s.elements.map(evaluer) } : s)),
  };
}

const evaluationImaginee = ({ id, coefficient, note }: EvaluationAjoutee): EvaluationNotee => ({
  id,
  titre: "Évaluation imaginée",
  date: "9999-12-31",
  type: "normale",
  coefficient,
  bareme: centiemes(2000),
  poids: {},
  note,
});
