import { expect, test } from "vitest";
import { debutDuJour, isJour, lendemain } from "./jour";

test("un jour de Paris commence à 23 h UTC la veille en hiver, 22 h en été", () => {
  expect(debutDuJour("2026-11-22")).toBe("2026-11-21T23:00:00.000Z");
  expect(debutDuJour("2026-07-14")).toBe("2026-07-13T22:00:00.000Z");
  // Les deux changements d'heure ont lieu après minuit.
  expect(debutDuJour("2026-10-25")).toBe("2026-10-24T22:00:00.000Z");
  expect(debutDuJour("2026-03-29")).toBe("2026-03-28T23:00:00.000Z");
});

test("le lendemain passe les mois et les années", () => {
  expect(lendemain("2026-12-31")).toBe("2027-01-01");
});

test.each([
  ["2026-11-22", true],
  ["2026-02-30", false],
  ["22/11/2026", false],
  ["", false],
])("« %s » est un jour : %s", (texte, oui) => {
  expect(isJour(texte)).toBe(oui);
});
