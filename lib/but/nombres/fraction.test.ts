import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { c } from "../essais/fabrique";
import { arrondiCentieme, atteint } from "./arrondi";
import {
  compare,
  depuisDecimal,
  divisePar,
  ecrireFraction,
  fois,
  foisEntier,
  fraction,
  plus,
  plusGrande,
  plusPetite,
} from "./fraction";

describe("fractions", () => {
  it.each([
    ["1/3", fraction(1, 3), "0,333…"],
    ["38/3", fraction(38, 3), "12,666…"],
    ["entier", fraction(12), "12,00"],
    ["une décimale", fraction(25, 2), "12,50"],
    ["quatre décimales", depuisDecimal("10.0065"), "10,0065"],
    ["trois décimales", depuisDecimal("9.995"), "9,995"],
    ["six décimales : tronquées, jamais arrondies", depuisDecimal("9.982675"), "9,982…"],
    ["négatif", fraction(-1, 3), "-0,333…"],
    ["dénominateur négatif", fraction(1, -4), "-0,25"],
    ["zéro", fraction(0, 7), "0,00"],
  ])("écrit %s", (_, valeur, attendu) => {
    expect(ecrireFraction(valeur)).toBe(attendu);
  });

  it("refuse une division par zéro et un terme non entier", () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => fraction(0.5, 1)).toThrow(RangeError);
    expect(() => depuisDecimal("1e3")).toThrow(RangeError);
    expect(() => depuisDecimal("douze")).toThrow(RangeError);
  });

  const entier = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.maxSafeInteger());
  const denominateur = fc.oneof(
    fc.integer({ min: 1, max: 1000 }),
    fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  );
  const valeur = fc.tuple(entier, denominateur).map(([n, d]) => ({ f: fraction(n, d), n: BigInt(n), d: BigInt(d) }));
  const egale = (f: { n: number | bigint; d: number | bigint }, n: bigint, d: bigint) =>
    expect(BigInt(f.n) * d).toBe(BigInt(f.d) * n);

  it("calcule comme des BigInt, même quand les entiers ne sont plus sûrs", () => {
    fc.assert(
      fc.property(valeur, valeur, fc.integer({ min: 1, max: 1_000_000_000 }), (a, b, k) => {
        egale(plus(a.f, b.f), a.n * b.d + b.n * a.d, a.d * b.d);
        egale(fois(a.f, b.f), a.n * b.n, a.d * b.d);
        egale(foisEntier(a.f, k), a.n * BigInt(k), a.d);
        egale(divisePar(a.f, k), a.n, a.d * BigInt(k));
        const ordre = a.n * b.d - b.n * a.d;
        expect(Math.sign(compare(a.f, b.f))).toBe(ordre < 0n ? -1 : ordre > 0n ? 1 : 0);
        expect(plusGrande(a.f, b.f)).toBe(ordre >= 0n ? a.f : b.f);
        expect(plusPetite(a.f, b.f)).toBe(ordre <= 0n ? a.f : b.f);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("arrondi (règlement 4)", () => {
  it.each([
    ["9.995", 1000, true],
    ["9.9949", 999, false],
    ["9.994999999999999999999999", 999, false],
    ["10.0065", 1001, true],
    ["9.982675", 998, false],
    ["12.666666", 1267, true],
    ["0", 0, false],
    ["20", 2000, true],
    ["0.005", 1, false],
    ["0.00499", 0, false],
  ])("%s donne %i centièmes, atteint 10 : %s", (texte, arrondie, reussi) => {
    expect(arrondiCentieme(depuisDecimal(texte))).toBe(arrondie);
    expect(atteint(depuisDecimal(texte), c(1000))).toBe(reussi);
  });

  it("sans moyenne, rien n'est atteint", () => {
    expect(atteint(null, c(0))).toBe(false);
  });

  it("arrondit moitié vers le haut, comme des BigInt", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (numerateur, d) => {
        expect(arrondiCentieme(fraction(numerateur, d))).toBe(
          Number((BigInt(numerateur) * 200n + BigInt(d)) / (2n * BigInt(d))),
        );
      }),
      { numRuns: 10_000 },
    );
  });
});
