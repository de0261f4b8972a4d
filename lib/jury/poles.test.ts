import { expect, test } from "vitest";
import type { Cursus } from "@/lib/but/modele/cursus";
import { REGLEMENT_DEFAUT } from "@/lib/but/modele/reglement";
import { polesRefuses } from "./poles";

const cursus = (ressource: number): Cursus => ({
  etudiantId: "e",
  niveaux: [],
  semestres: [
    {
      id: "s1",
      numero: 1,
      anneeUniversitaire: "2025-2026",
      inscription: "I",
      reglement: REGLEMENT_DEFAUT,
      ues: [
        {
          id: "A1",
          titre: "Spécifier",
          competenceId: "A",
          ects: 6,
          poles: { ressource, sae: 100 - ressource },
          dispensee: false,
        },
        { id: "B1", competenceId: "B", ects: 6, poles: null, dispensee: false },
      ],
      elements: [],
      bonus: [],
    },
  ],
  decisions: [],
  forceMajeure: false,
});

test("des pôles entre 40 et 60 % ne disent rien, au-delà l'UE est nommée une fois", () => {
  expect(polesRefuses([cursus(60), cursus(40)], "s1")).toEqual([]);
  expect(polesRefuses([cursus(61), cursus(61)], "s1")).toEqual([expect.stringContaining("Spécifier S1 : ")]);
});
