import fc from "fast-check";
import { expect, test } from "vitest";
import { ATTENTE_MAX_S, attente, ESSAIS_COMPTE, ESSAIS_RESEAU } from "./attente";

test("se tromper quelques fois ne fait pas attendre, une salle entière non plus", () => {
  expect(attente({ compte: ESSAIS_COMPTE, reseau: ESSAIS_RESEAU })).toBe(0);
});

test("chaque essai raté de plus sur un compte double l'attente, jusqu'à vingt secondes", () => {
  const suite = [6, 7, 8, 9, 10, 11, 12, 5_000].map((compte) => attente({ compte, reseau: 1 }));
  expect(suite).toEqual([1, 2, 4, 8, 16, 20, 20, 20]);
});

test("essayer quarante comptes depuis un même réseau fait attendre, sans viser aucun compte", () => {
  expect(attente({ compte: 1, reseau: 21 })).toBe(0.5);
  expect(attente({ compte: 1, reseau: 40 })).toBe(10);
});

test("jamais plus que la borne, jamais moins quand les essais augmentent", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (compte, reseau) => {
      const ici = attente({ compte, reseau });
      expect(ici).toBeLessThanOrEqual(ATTENTE_MAX_S);
      expect(attente({ compte: compte + 1, reseau: reseau + 1 })).toBeGreaterThanOrEqual(ici);
    }),
  );
});
