import { expect, test } from "vitest";
import { REFERENCES } from "@/lib/but/expliquer/references";
import { REGLEMENT_DEFAUT } from "@/lib/but/modele/reglement";
import { changementsReglement, reglages } from "./reglages";

test("chaque réglage se dit, avec son point ; aucun n'est oublié", () => {
  const dits = reglages(REGLEMENT_DEFAUT);
  expect(dits.map((r) => r.cle)).toEqual(REFERENCES.map((r) => r.cle));
  expect(dits.every((r) => r.valeur !== "" && r.sens !== "" && r.point !== "")).toBe(true);
});

test("seul ce qui change est écrit, en mots", () => {
  expect(changementsReglement(REGLEMENT_DEFAUT, REGLEMENT_DEFAUT)).toEqual({ avant: {}, apres: {} });
  expect(changementsReglement(REGLEMENT_DEFAUT, { ...REGLEMENT_DEFAUT, rcue: "ects" })).toEqual({
    avant: { "Moyenne du RCUE": "simple" },
    apres: { "Moyenne du RCUE": "pondérée par les ECTS" },
  });
});
