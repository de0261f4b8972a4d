import type { SemestreSuivi } from "@/lib/but/modele/cursus";
import type { NatureElement } from "@/lib/but/modele/element";
import { poleDe } from "@/lib/but/modele/element";
import type { Note, TypeEvaluation } from "@/lib/but/modele/note";
import { arrondiOuNull } from "@/lib/but/nombres/arrondi";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { moyenneModule } from "@/lib/but/regles/module";

/** Quand une note publiée l'a été, et ce qu'elle est devenue depuis. */
export interface Publication {
  readonly evaluationId: string;
  /** Instants ISO 8601 UTC. */
  readonly publieeLe: string;
  readonly modification: { readonly le: string; readonly avant: Note } | null;
  /** Ce que l'enseignant en a dit ; null s'il n'a rien dit. */
  readonly commentaire?: string | null;
}

export interface VueNote {
  readonly evaluationId: string;
  readonly titre: string;
  readonly elementId: string;
  readonly element: string;
  readonly nature: NatureElement;
  /** Jour de l'évaluation. */
  readonly date: string;
  readonly type: TypeEvaluation;
  readonly coefficient: Centiemes;
  readonly bareme: Centiemes;
  readonly note: Note;
  readonly publieeLe: string;
  readonly modification: Publication["modification"];
  readonly commentaire: string | null;
}

/** Une UE qu'un élément nourrit, et le poids qu'il y a. */
export interface UeNourrie {
  readonly ueId: string;
  readonly competence: string;
  readonly coefficient: Centiemes;
  /** Somme des coefficients de son pôle dans cette UE (de toute l'UE sans pôles). */
  readonly total: Centiemes;
  /** Pour cent du pôle dans l'UE ; null sans pôles. */
  readonly pole: number | null;
  /** Moyenne de l'élément vue de cette UE. */
  readonly moyenne: Centiemes | null;
  readonly confirmee: boolean;
}

export interface VueElement {
  readonly id: string;
  readonly titre: string;
  readonly nature: NatureElement;
  readonly ues: readonly UeNourrie[];
  readonly notes: readonly VueNote[];
}

interface Noms {
  readonly publications: ReadonlyMap<string, Publication>;
  readonly isConfirmee: (ueId: string) => boolean;
}

/** Les éléments d'un semestre, leurs notes publiées, et dans l'autre sens les UE que chacun nourrit. */
export function vueElements(semestre: SemestreSuivi, { publications, isConfirmee }: Noms): VueElement[] {
  return semestre.elements.map((element) => ({
    id: element.id,
    titre: element.titre,
    nature: element.nature,
    ues: semestre.ues.flatMap((ue): UeNourrie[] => {
      const coefficient = element.coefficients[ue.id];
      if (!coefficient) return [];
      const pole = poleDe(element.nature);
      const total = semestre.elements
        .filter((autre) => ue.poles === null || poleDe(autre.nature) === pole)
        .reduce((somme, autre) => somme + (autre.coefficients[ue.id] ?? 0), 0);
      return [
        {
          ueId: ue.id,
          competence: ue.titre ?? ue.id,
          coefficient,
          total: total as Centiemes,
          pole: ue.poles?.[pole] ?? null,
          moyenne: arrondiOuNull(moyenneModule(element, ue.id).moyenne),
          confirmee: isConfirmee(ue.id),
        },
      ];
    }),
    notes: element.evaluations.map((e): VueNote => {
      const publication = publications.get(e.id);
      return {
        evaluationId: e.id,
        titre: e.titre,
        elementId: element.id,
        element: element.titre,
        nature: element.nature,
        date: e.date,
        type: e.type,
        coefficient: e.coefficient,
        bareme: e.bareme,
        note: e.note,
        publieeLe: publication?.publieeLe ?? e.date,
        modification: publication?.modification ?? null,
        commentaire: publication?.commentaire ?? null,
      };
    }),
  }));
}

/** Combien l'accueil en montre. */
export const NOTES_MONTREES = 5;

/** Les plus récemment publiées ou modifiées d'abord ; une évaluation sans note pour cet étudiant n'en est pas une. */
export function dernieresNotes(elements: readonly VueElement[], combien: number): VueNote[] {
  const instant = (n: VueNote): string => n.modification?.le ?? n.publieeLe;
  return elements
    .flatMap((e) => e.notes)
    .filter((n) => n.note !== null)
    .sort((a, b) => (instant(a) < instant(b) ? 1 : instant(a) > instant(b) ? -1 : a.titre.localeCompare(b.titre, "fr")))
    .slice(0, combien);
}
