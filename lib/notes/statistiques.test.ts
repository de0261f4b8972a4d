import { expect, test } from "vitest";
import type { Note } from "@/lib/but/modele/note";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { repartition, statistiques } from "./statistiques";

const colonne = (...notes: (number | "ABS" | "EXC" | "ATT" | null)[]): Note[] =>
  notes.map((n) => (typeof n === "number" ? centiemes(n) : n));

test("les codes et les manques ne sont pas des zéros", () => {
  expect(statistiques(colonne(1000, "ABS", 1400, null, "EXC", "ATT", null))).toMatchObject({
    notes: 2,
    manquantes: 2,
    abs: 1,
    exc: 1,
    att: 1,
    chiffres: { moyenne: 1200, mediane: 1200, ecartType: 200, min: 1000, max: 1400 },
  });
});

test("moyenne et médiane s'arrondissent à la moitié vers le haut", () => {
  // 10,00 et 10,01 : 10,005 → 10,01.
  expect(statistiques(colonne(1001, 1000)).chiffres).toMatchObject({ moyenne: 1001, mediane: 1001 });
  // 8, 9 et 9 : 8,666… → 8,67 ; l'écart type vaut √2/3 = 0,4714…
  expect(statistiques(colonne(900, 800, 900)).chiffres).toMatchObject({ moyenne: 867, mediane: 900, ecartType: 47 });
});

test("sans note chiffrée, pas de moyenne", () => {
  expect(statistiques(colonne("ABS", null)).chiffres).toBeNull();
});

test("la répartition range chaque note dans un dixième du barème, le barème dans le dernier", () => {
  const combien = repartition(colonne(0, 199, 200, 1999, 2000, "ABS", null), centiemes(2000)).map((t) => t.combien);
  expect(combien).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
});
