import { expect, test } from "vitest";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { genreNouveaute, type Nouveaute, resumeNouveautes } from "./nouveaute";

const DEPUIS = "2026-11-20T18:00:00.000Z";
const AVANT = "2026-11-19T18:00:00.000Z";
const APRES = "2026-11-21T18:00:00.000Z";
const DIX = centiemes(1000);
const ONZE = centiemes(1100);

test.each([
  ["publiée depuis", { publieeLe: APRES, note: DIX }, "nouvelle"],
  ["publiée depuis, sans note pour lui", { publieeLe: APRES, note: null }, null],
  ["publiée depuis, corrigée ensuite : il ne l'a jamais vue", { publieeLe: APRES, note: ONZE, lue: DIX }, "nouvelle"],
  ["publiée avant, changée depuis", { publieeLe: AVANT, note: ONZE, lue: DIX }, "modifiee"],
  ["publiée avant, effacée depuis", { publieeLe: AVANT, note: null, lue: DIX }, "modifiee"],
  ["publiée avant sans note, donnée depuis", { publieeLe: AVANT, note: DIX, lue: null }, "nouvelle"],
  ["changée puis rétablie", { publieeLe: AVANT, note: DIX, lue: DIX }, null],
  ["déjà vue", { publieeLe: AVANT, note: DIX }, null],
] as const)("%s : %o → %s", (_, note, attendu) => {
  expect(genreNouveaute(note, DEPUIS)).toBe(attendu);
});

const faites = (nouvelles: number, modifiees: number): Nouveaute[] =>
  Array.from({ length: nouvelles + modifiees }, (_, i) => ({
    evaluationId: `e${i}`,
    genre: i < nouvelles ? "nouvelle" : "modifiee",
    titre: "",
    element: "",
    semestreId: "s",
    numero: 1,
  }));

test.each([
  [0, 0, ""],
  [1, 0, "1 note nouvelle"],
  [3, 1, "3 notes nouvelles, 1 modifiée"],
  [0, 1, "1 note modifiée"],
  [0, 2, "2 notes modifiées"],
  [1, 2, "1 note nouvelle, 2 modifiées"],
])("%i nouvelles, %i modifiées : « %s »", (nouvelles, modifiees, phrase) => {
  expect(resumeNouveautes(faites(nouvelles, modifiees))).toBe(phrase);
});
