import { expect, test } from "vitest";
import type { Note } from "@/lib/but/modele/note";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { applyTri, sortLignes } from "./tri";

const ligne = (inscriptionId: string, groupe: string, note: Note) => ({ inscriptionId, groupes: [groupe], note });
const CLASSE = [
  ligne("adam", "TD 2", centiemes(1200)),
  ligne("benali", "TD 10", "ABS"),
  ligne("clement", "TD 2", null),
  ligne("dumas", "TD 1", centiemes(850)),
];
const ordre = (critere: "nom" | "groupe" | "note", descendant = false) =>
  sortLignes(CLASSE, critere, descendant, (l) => l.note).ordre.join(" ");

test.each([
  ["nom", false, "adam benali clement dumas"],
  ["nom", true, "dumas clement benali adam"],
  ["groupe", false, "dumas adam clement benali"],
  ["note", false, "dumas adam benali clement"],
  ["note", true, "adam dumas benali clement"],
] as const)("par %s, descendant %s", (critere, descendant, attendu) => {
  expect(ordre(critere, descendant)).toBe(attendu);
});

test("figé : une note qui change ne déplace pas sa ligne, et un nouvel inscrit vient à la fin", () => {
  const tri = sortLignes(CLASSE, "note", false, (l) => l.note);
  const ensuite = [ligne("aubert", "TD 1", null), ...CLASSE.map((l) => ({ ...l, note: centiemes(2000) }))];
  expect(applyTri(ensuite, tri).map((l) => l.inscriptionId)).toEqual(["dumas", "adam", "benali", "clement", "aubert"]);
});
