import { expect, test } from "vitest";
import { depuisQuand, type Visite, visiteApres } from "./visite";

const A = "2026-11-20T18:00:00.000Z";
const plus = (minutes: number): string => new Date(Date.parse(A) + minutes * 60_000).toISOString();
const premiere: Visite = { depuis: null, derniereLe: A };

test("à la première visite rien n'est nouveau, et elle s'écrit", () => {
  expect(depuisQuand(null, A)).toBeNull();
  expect(visiteApres(null, A)).toEqual(premiere);
});

test("pendant une visite, « depuis » ne bouge pas ; on n'écrit qu'une fois par minute", () => {
  const visite = { depuis: "2026-11-01T08:00:00.000Z", derniereLe: A };
  expect(depuisQuand(visite, plus(30))).toBe("2026-11-01T08:00:00.000Z");
  expect(visiteApres(visite, plus(0.9))).toBeNull();
  expect(visiteApres(visite, plus(1))).toEqual({ ...visite, derniereLe: plus(1) });
});

test("après plus de trente minutes d'absence, est nouveau ce qui est venu depuis le dernier passage", () => {
  expect(depuisQuand(premiere, plus(30))).toBeNull();
  expect(depuisQuand(premiere, plus(30.1))).toBe(A);
  expect(visiteApres(premiere, plus(60))).toEqual({ depuis: A, derniereLe: plus(60) });
});
