import { expect, test } from "vitest";
import type { ElementSuivi, EvaluationSuivie } from "@/lib/evaluations/effectifs";
import { aFaire, urgence } from "./a-faire";

const AUJOURDHUI = "2026-11-22";
const evaluation = (champs: Partial<EvaluationSuivie>): EvaluationSuivie => ({
  id: "e",
  titre: "Devoir",
  date: "2026-11-01",
  type: "normale",
  etat: "saisie",
  saisies: 10,
  ...champs,
});
const suivi = (etat: ElementSuivi["semestre"]["etat"], ...evaluations: EvaluationSuivie[]): ElementSuivi => ({
  semestre: { id: "s", numero: 1, anneeUniversitaire: "2026-2027", regime: "commun", etat, promotion: "2026" },
  element: { id: "el", titre: "Mécanique", nature: "ressource" },
  inscrits: 24,
  evaluations,
});

test.each([
  ["une évaluation passée attend ses notes, puis sa publication", [evaluation({})], { notes: 14, publications: 1 }],
  [
    "une évaluation à venir n'attend rien",
    [evaluation({ date: "2026-12-01", saisies: 0 })],
    { notes: 0, publications: 0 },
  ],
  ["un rattrapage n'est pas dû à tous", [evaluation({ type: "rattrapage" })], { notes: 0, publications: 1 }],
  ["publiée, ses notes manquantes restent à saisir", [evaluation({ etat: "publiee" })], { notes: 14, publications: 0 }],
])("%s", (_, evaluations, attendu) => {
  expect(aFaire(suivi("ouvert", ...evaluations), AUJOURDHUI)).toMatchObject(attendu);
});

test("un semestre gelé ne demande plus rien à personne", () => {
  expect(urgence(aFaire(suivi("jury", evaluation({})), AUJOURDHUI))).toBe(0);
});

test("des notes à saisir passent avant une publication, et une publication avant un élément vide", () => {
  const rangs = [suivi("ouvert", evaluation({})), suivi("ouvert", evaluation({ saisies: 24 })), suivi("ouvert")].map(
    (s) => urgence(aFaire(s, AUJOURDHUI)),
  );
  expect(rangs).toEqual([3, 2, 1]);
});
