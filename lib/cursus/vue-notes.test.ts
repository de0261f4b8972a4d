import { expect, test } from "vitest";
import type { SemestreSuivi, UeSuivie } from "@/lib/but/modele/cursus";
import type { ElementNote, NatureElement } from "@/lib/but/modele/element";
import type { EvaluationNotee, Note } from "@/lib/but/modele/note";
import { REGLEMENT_DEFAUT } from "@/lib/but/modele/reglement";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { dernieresNotes, type Publication, vueElements } from "./vue-notes";

const evaluation = (id: string, note: Note, poids: Readonly<Record<string, number>> = {}): EvaluationNotee => ({
  id,
  titre: id,
  date: "2026-10-01",
  type: "normale",
  coefficient: centiemes(100),
  bareme: centiemes(2000),
  poids: Object.fromEntries(Object.entries(poids).map(([ue, p]) => [ue, centiemes(p)])),
  note,
});

const element = (
  id: string,
  nature: NatureElement,
  coefficients: Readonly<Record<string, number>>,
  evaluations: readonly EvaluationNotee[] = [],
): ElementNote => ({
  id,
  titre: id,
  nature,
  coefficients: Object.fromEntries(Object.entries(coefficients).map(([ue, c]) => [ue, centiemes(c)])),
  evaluations,
});

const ue = (id: string, poles: UeSuivie["poles"]): UeSuivie => ({
  id,
  competenceId: id,
  ects: 8,
  poles,
  dispensee: false,
  titre: id,
});

const semestre: SemestreSuivi = {
  id: "s",
  numero: 1,
  anneeUniversitaire: "2026-2027",
  inscription: "I",
  reglement: REGLEMENT_DEFAUT,
  bonus: [],
  ues: [ue("Spécifier", { ressource: 60, sae: 40 }), ue("Réaliser", null)],
  elements: [
    element("Mécanique", "ressource", { Spécifier: 300, Réaliser: 200 }, [
      evaluation("ds", centiemes(800), { Réaliser: 300 }),
      evaluation("tp", centiemes(1200)),
      evaluation("absente", null),
    ]),
    element("Anglais", "ressource", { Spécifier: 100 }, [evaluation("oral", "ABS")]),
    element("Projet", "sae", { Spécifier: 500, Réaliser: 600 }),
  ],
};

const publication = (evaluationId: string, publieeLe: string, le?: string): [string, Publication] => [
  evaluationId,
  { evaluationId, publieeLe, modification: le === undefined ? null : { le, avant: centiemes(700) } },
];

const elements = vueElements(semestre, {
  publications: new Map([
    publication("ds", "2026-10-05T00:00:00.000Z", "2026-11-01T00:00:00.000Z"),
    publication("tp", "2026-10-10T00:00:00.000Z"),
    publication("oral", "2026-10-20T00:00:00.000Z"),
    publication("absente", "2026-11-20T00:00:00.000Z"),
  ]),
  isConfirmee: (id) => id === "Réaliser",
});

test("un élément dit les UE qu'il nourrit, son coefficient dans son pôle et sa moyenne vue de chacune", () => {
  expect(elements[0]?.ues).toEqual([
    {
      ueId: "Spécifier",
      competence: "Spécifier",
      coefficient: 300,
      total: 400,
      pole: 60,
      moyenne: 1000,
      confirmee: false,
    },
    {
      ueId: "Réaliser",
      competence: "Réaliser",
      coefficient: 200,
      total: 800,
      pole: null,
      moyenne: 900,
      confirmee: true,
    },
  ]);
});

test("une UE qu'il ne nourrit pas n'y est pas, et sans note il n'a pas de moyenne", () => {
  expect(elements[1]?.ues.map((u) => u.ueId)).toEqual(["Spécifier"]);
  expect(elements[2]?.ues[0]).toMatchObject({ moyenne: null, total: 500, pole: 40 });
});

test("les dernières notes : les plus récemment publiées ou changées d'abord, sans celles qui manquent", () => {
  expect(dernieresNotes(elements, 5).map((n) => n.evaluationId)).toEqual(["ds", "oral", "tp"]);
  expect(dernieresNotes(elements, 1)).toHaveLength(1);
});
