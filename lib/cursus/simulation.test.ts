import { expect, test } from "vitest";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import type { Cursus } from "@/lib/but/modele/cursus";
import { REGLEMENT_DEFAUT } from "@/lib/but/modele/reglement";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { simuleCursus } from "./simulation";

const cursus: Cursus = {
  etudiantId: "e",
  niveaux: [{ id: "n", competenceId: "c", ordre: 1, annee: 1 }],
  decisions: [],
  forceMajeure: false,
  semestres: [
    {
      id: "s1",
      numero: 1,
      anneeUniversitaire: "2026-2027",
      inscription: "I",
      reglement: REGLEMENT_DEFAUT,
      bonus: [],
      ues: [{ id: "u", competenceId: "c", ects: 8, poles: null, dispensee: false }],
      elements: [
        {
          id: "r",
          titre: "Mécanique",
          nature: "ressource",
          coefficients: { u: centiemes(100) },
          evaluations: [
            {
              id: "e1",
              titre: "DS",
              date: "2026-10-01",
              type: "normale",
              coefficient: centiemes(100),
              bareme: centiemes(2000),
              poids: {},
              note: centiemes(800),
            },
            {
              id: "e2",
              titre: "TP",
              date: "2026-10-02",
              type: "normale",
              coefficient: centiemes(100),
              bareme: centiemes(2000),
              poids: {},
              note: centiemes(1200),
            },
          ],
        },
      ],
    },
  ],
};

const moyenne = (c: Cursus) => resultatCursus(c).semestres[0]?.ues[0]?.moyenne;

test.each([
  ["sans changement, la moyenne est la vraie", new Map(), [], 1000],
  ["une note changée", new Map([["e1", centiemes(1000)]]), [], 1100],
  ["une note neutralisée sort avec son coefficient", new Map([["e1", "EXC" as const]]), [], 1200],
  [
    "une évaluation imaginée de coefficient 2",
    new Map(),
    [{ id: "a", elementId: "r", coefficient: centiemes(200), note: centiemes(1600) }],
    1300,
  ],
])("%s", (_, notes, ajouts, attendue) => {
  expect(moyenne(simuleCursus(cursus, "s1", { notes, ajouts }))).toBe(attendue);
});

test("le vrai cursus ne bouge pas, ni un autre semestre", () => {
  simuleCursus(cursus, "s1", { notes: new Map([["e1", centiemes(0)]]), ajouts: [] });
  expect(moyenne(cursus)).toBe(1000);
  expect(moyenne(simuleCursus(cursus, "s2", { notes: new Map([["e1", centiemes(0)]]), ajouts: [] }))).toBe(1000);
});
