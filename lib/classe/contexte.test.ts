import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { contexteClasse, fusionne, rangDe } from "./contexte";

const VINGT = centiemes(2000);
const notes = (...points: number[]) => points.map((p) => centiemes(Math.round(p * 100)));

describe("le contexte d'une évaluation", () => {
  test("quatre notes ne disent rien, cinq disent minimum, médiane et maximum", () => {
    expect(contexteClasse(notes(8, 9, 10, 11), VINGT)).toBeNull();
    expect(contexteClasse(notes(12, 8, 9.5, 10, 17), VINGT)).toEqual({
      notes: 5,
      minimum: 800,
      mediane: 1000,
      maximum: 1700,
      tranches: [{ de: 0, a: 2000, combien: 5 }],
    });
  });

  test("une tranche de moins de trois rejoint sa voisine, à droite, la dernière à gauche", () => {
    const { tranches } = contexteClasse(notes(3, 8.5, 9, 10, 11, 11.5, 12, 12.5, 13, 19), VINGT) ?? {};
    expect(tranches).toEqual([
      { de: 0, a: 1000, combien: 3 },
      { de: 1000, a: 1200, combien: 3 },
      { de: 1200, a: 2000, combien: 4 },
    ]);
  });

  test("sur un autre barème, les tranches vont jusqu'à lui", () => {
    const { tranches } = contexteClasse(notes(30, 31, 32, 39, 40, 40), centiemes(4000)) ?? {};
    expect(tranches).toEqual([
      { de: 0, a: 3600, combien: 3 },
      { de: 3600, a: 4000, combien: 3 },
    ]);
  });

  test("aucune tranche de moins de trois, aucun trou, aucune note perdue", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 5, maxLength: 60 }), (valeurs) => {
        const contexte = contexteClasse(valeurs.map(centiemes), VINGT);
        const tranches = contexte?.tranches ?? [];
        expect(tranches.every((t) => t.combien >= 3)).toBe(true);
        expect(tranches.reduce((n, t) => n + t.combien, 0)).toBe(valeurs.length);
        expect(tranches[0]?.de).toBe(0);
        expect(tranches.at(-1)?.a).toBe(2000);
        tranches.slice(1).forEach((t, i) => {
          expect(t.de).toBe(tranches[i]?.a);
        });
      }),
    );
  });

  test("rien à réunir ne fait rien", () => expect(fusionne([])).toEqual([]));
});

test.each([
  [1500, 1],
  [1400, 2],
  [1300, 4],
  [900, 5],
])("le rang de %i parmi 15, 14, 14, 13 et 9 est %i : les ex æquo partagent, le suivant saute", (moyenne, rang) => {
  expect(rangDe(moyenne, [900, 1400, 1500, 1300, 1400])).toBe(rang);
});
