import fc from "fast-check";
import { expect, test } from "vitest";
import { type Observation, repartition } from "./repartition";

const de = (groupe: string, codes: Readonly<Record<string, number>>): Observation[] =>
  Object.entries(codes).flatMap(([code, n]) => Array.from({ length: n }, () => ({ groupe, code })));

test("des effectifs assez grands sont montrés tels quels", () => {
  expect(repartition([...de("IPI", { ADM: 8, PASD: 3 }), ...de("CAI", { ADM: 5 })])).toEqual({
    codes: ["ADM", "PASD"],
    lignes: [
      { nom: "IPI", effectifs: [8, 3], autres: 0, total: 11 },
      { nom: "CAI", effectifs: [5, 0], autres: 0, total: 5 },
    ],
  });
});

test("deux codes rares se comptent ensemble", () => {
  expect(repartition(de("IPI", { ADM: 8, RED: 1, PASD: 2 }))).toMatchObject({
    codes: ["ADM"],
    lignes: [{ effectifs: [8], autres: 3 }],
  });
});

test("un seul code rare entraîne le plus petit suivant : la soustraction ne le rend pas", () => {
  expect(repartition(de("IPI", { ADM: 8, PASD: 4, RED: 1 }))).toMatchObject({
    codes: ["ADM"],
    lignes: [{ effectifs: [8], autres: 5 }],
  });
});

test("un groupe de deux personnes fond tous les groupes", () => {
  expect(repartition([...de("IPI", { ADM: 8 }), ...de("CAI", { ADM: 2 })])).toMatchObject({
    lignes: [{ nom: "Ensemble", total: 10 }],
  });
});

test("ce qui est rare sur une ligne ne cache rien sur l'autre", () => {
  expect(repartition([...de("Spécifier", { ADM: 9 }), ...de("Réaliser", { ADM: 8, AJ: 1 })])).toMatchObject({
    codes: ["ADM"],
    lignes: [
      { effectifs: [9], autres: 0 },
      { effectifs: [null], autres: 9 },
    ],
  });
});

test("moins de trois étudiants : rien", () => {
  expect(repartition(de("IPI", { ADM: 2 }))).toBeNull();
});

test("jamais une case de 1 ou 2, et personne n'est perdu", () => {
  const observation = fc.record({
    groupe: fc.constantFrom("IPI", "CAI", "tronc"),
    code: fc.constantFrom("ADM", "PASD", "RED", "NAR", "DEM"),
  });
  fc.assert(
    fc.property(fc.array(observation, { maxLength: 60 }), (observations) => {
      const trouvee = repartition(observations);
      if (!trouvee) return observations.length < 3;
      const nombres = trouvee.lignes.flatMap((l) => [...l.effectifs, l.autres, l.total]);
      const somme = trouvee.lignes.reduce(
        (n, l) => n + l.autres + l.effectifs.reduce<number>((a, b) => a + (b ?? 0), 0),
        0,
      );
      return nombres.every((n) => n === null || n === 0 || n >= 3) && somme === observations.length;
    }),
  );
});
