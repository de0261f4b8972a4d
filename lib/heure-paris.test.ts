import { expect, test } from "vitest";
import { heureParis, instantParis } from "./heure-paris";

test.each([
  ["l'hiver", "2026-11-25", "18:00", "2026-11-25T17:00:00.000Z"],
  ["l'été", "2026-07-03", "18:00", "2026-07-03T16:00:00.000Z"],
  ["minuit", "2026-07-03", "00:00", "2026-07-02T22:00:00.000Z"],
  ["l'heure répétée en octobre est la première", "2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"],
  ["après le retour à l'hiver", "2026-10-25", "03:00", "2026-10-25T02:00:00.000Z"],
])("%s", (_, jour, heure, instant) => {
  expect(instantParis({ jour, heure })).toBe(instant);
  expect(heureParis(instant)).toEqual({ jour, heure });
});

test.each([
  ["l'heure sautée en mars", "2027-03-28", "02:30"],
  ["un jour qui n'existe pas", "2026-02-30", "10:00"],
  ["une heure qui n'existe pas", "2026-11-25", "25:00"],
  ["un champ vide", "", "10:00"],
  ["une heure vide", "2026-11-25", ""],
])("%s n'est pas un instant", (_, jour, heure) => {
  expect(instantParis({ jour, heure })).toBeNull();
});
