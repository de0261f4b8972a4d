/** Générateurs fast-check des tests de propriétés. */
import fc from "fast-check";
import type { Cursus, SemestreSuivi } from "../modele/cursus";
import type { ElementNote } from "../modele/element";
import type { EvaluationNotee, Note, TypeEvaluation } from "../modele/note";
import { REGLEMENT_DEFAUT } from "../modele/reglement";
import { c, cursus, niveau, ueId } from "./fabrique";

export const PASSES = { numRuns: 10_000 } as const;

/** Un expect de quelques nanosecondes : les propriétés en font des centaines de milliers. */
export function exige(condition: boolean, quoi: string): void {
  if (!condition) throw new Error(quoi);
}

const BAREMES = [2000, 2000, 2000, 1000, 4000, 3000, 700];
const STATUTS: readonly Note[] = ["ABS", "EXC", "ATT", null];
const tire = <T>(liste: readonly T[]) => fc.constantFrom(...liste);

let suivant = 0;

/** Note tirée au plus près du seuil une fois sur deux : c'est là que les erreurs d'arrondi se voient. */
const fraction10000 = fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 4900, max: 5100 }));

export function arbEvaluation(
  types: readonly TypeEvaluation[],
  ues: readonly string[],
  statuts: readonly Note[] = STATUTS,
): fc.Arbitrary<EvaluationNotee> {
  return fc
    .tuple(
      tire(BAREMES),
      fraction10000,
      fc.integer({ min: 0, max: 9 }),
      tire(statuts.length > 0 ? statuts : [null]),
      tire(types),
      fc.integer({ min: 0, max: 400 }),
      fc.array(tire([0, 50, 100, 100, 130]), { minLength: ues.length, maxLength: ues.length }),
    )
    .map(([bareme, part, sort, statut, type, coefficient, poids]): EvaluationNotee => {
      const id = `e${suivant++}`;
      const valeur = Math.floor((bareme * part) / 10_000);
      return {
        id,
        titre: id,
        date: "2025-10-01",
        type,
        coefficient: c(coefficient),
        bareme: c(bareme),
        poids: Object.fromEntries(ues.map((ue, i) => [ue, c(poids[i] ?? 100)])),
        note: statuts.length > 0 && sort < 2 ? statut : c(valeur),
      };
    });
}

export const TOUS_TYPES: readonly TypeEvaluation[] = [
  "normale",
  "normale",
  "normale",
  "rattrapage",
  "seconde-session",
  "bonus",
];

export function arbElement(
  ues: readonly string[],
  types: readonly TypeEvaluation[] = TOUS_TYPES,
  statuts: readonly Note[] = STATUTS,
): fc.Arbitrary<ElementNote> {
  return fc
    .tuple(
      tire(["ressource", "ressource", "sae", "portfolio", "stage"] as const),
      fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: ues.length, maxLength: ues.length }),
      fc.array(arbEvaluation(types, ues, statuts), { minLength: 0, maxLength: 4 }),
    )
    .map(([nature, coefficients, evaluations]): ElementNote => {
      const id = `m${suivant++}`;
      return {
        id,
        titre: id,
        nature,
        coefficients: Object.fromEntries(ues.map((ue, i) => [ue, c(coefficients[i] ?? 0)])),
        evaluations,
      };
    });
}

export const arbPoles = tire([
  null,
  { ressource: 50, sae: 50 },
  { ressource: 40, sae: 60 },
  { ressource: 60, sae: 40 },
]);
export const arbPourcent = fc.integer({ min: 0, max: 20 }).map((pas) => c(pas * 25));
export const arbLecture = tire(["multiplicatif", "points"] as const);

export const COMPETENCES = ["a", "b", "d", "e"] as const;

/** Une année de BUT complète : quatre compétences (la moitié s'y voit), des notes près du seuil, un bonus, parfois un ATT. */
export const arbAnnee: fc.Arbitrary<Cursus> = fc.tuple(arbSemestre(1), arbSemestre(2)).map((semestres) =>
  cursus(
    COMPETENCES.map((id) => niveau(id, 1)),
    semestres,
  ),
);

function arbSemestre(numero: 1 | 2): fc.Arbitrary<SemestreSuivi> {
  const ues = COMPETENCES.map((id) => ueId(id, numero));
  return fc
    .tuple(
      arbPourcent,
      arbLecture,
      arbPoles,
      ...ues.map((ue) =>
        fc.tuple(
          fc.array(arbEvaluation(["normale"], [ue], []), { minLength: 1, maxLength: 3 }),
          fc.array(arbEvaluation(["normale"], [ue], ["ABS", "ABS", "ABS", "EXC", "EXC", "ATT"]), {
            minLength: 1,
            maxLength: 2,
          }),
        ),
      ),
    )
    .map(([pourcent, lecture, poles, ...notes]): SemestreSuivi => {
      const id = `S${numero}`;
      return {
        id,
        numero,
        anneeUniversitaire: "2022-2023",
        inscription: "I",
        reglement: { ...REGLEMENT_DEFAUT, bonus: { ...REGLEMENT_DEFAUT.bonus, lecture } },
        bonus: [{ activite: "Sport", pourcent }],
        ues: COMPETENCES.map((competenceId) => ({
          id: ueId(competenceId, numero),
          competenceId,
          ects: 7,
          poles,
          dispensee: false,
        })),
        elements: ues.flatMap((ue, i): ElementNote[] => {
          const [ressource = [], sae = []] = notes[i] ?? [];
          return [
            {
              id: `R-${ue}`,
              titre: `R-${ue}`,
              nature: "ressource",
              coefficients: { [ue]: c(150) },
              evaluations: ressource,
            },
            { id: `SAE-${ue}`, titre: `SAE-${ue}`, nature: "sae", coefficients: { [ue]: c(270) }, evaluations: sae },
          ];
        }),
      };
    });
}
