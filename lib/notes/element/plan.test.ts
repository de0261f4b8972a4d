import { expect, test } from "vitest";
import type { Mode, Touche } from "../clavier";
import { gestePlan, rectangle } from "./plan";

const TAILLE = { ligne: 3, colonne: 4 };
const touche = (texte: string): Touche => {
  const parties = texte.split("+");
  return {
    key: parties.at(-1) ?? "",
    shiftKey: parties.includes("Shift"),
    ctrlKey: parties.includes("Control"),
    metaKey: false,
    altKey: parties.includes("Alt"),
  };
};
const depuis = (texte: string, ligne: number, colonne: number, mode: Mode = "navigation") => {
  const geste = gestePlan(touche(texte), mode, { ligne, colonne }, TAILLE);
  return geste?.geste === "aller" ? [geste.vers.ligne, geste.vers.colonne, geste.etendre] : (geste?.geste ?? null);
};

test.each([
  ["Enter", 0, 1, [1, 1, false]],
  ["Shift+Enter", 1, 1, [0, 1, false]],
  ["Enter", 2, 1, [2, 1, false]],
  ["Tab", 0, 3, [1, 0, false]],
  ["Shift+Tab", 1, 0, [0, 3, false]],
  ["Tab", 2, 3, null],
  ["Shift+Tab", 0, 0, null],
  ["ArrowRight", 1, 1, [1, 2, false]],
  ["Shift+ArrowLeft", 1, 1, [1, 0, true]],
  ["Control+ArrowRight", 1, 1, [1, 3, false]],
  ["Control+ArrowDown", 0, 2, [2, 2, false]],
  ["Home", 2, 2, [2, 0, false]],
  ["End", 2, 0, [2, 3, false]],
  ["Control+Home", 2, 2, [0, 0, false]],
  ["Control+End", 0, 0, [2, 3, false]],
  ["PageDown", 0, 1, [2, 1, false]],
  ["F2", 0, 0, "editer"],
  ["Control+d", 0, 0, "recopier"],
  ["Alt+ArrowRight", 0, 0, null],
  ["a", 0, 0, null],
] as const)("%s depuis (%i, %i)", (texte, ligne, colonne, attendu) => {
  expect(depuis(texte, ligne, colonne)).toEqual(attendu);
});

test("les flèches de côté valident une frappe, mais déplacent le curseur dans un texte qui se corrige", () => {
  expect(depuis("ArrowRight", 0, 0, "frappe")).toEqual([0, 1, false]);
  expect(depuis("ArrowRight", 0, 0, "edition")).toBeNull();
  expect(depuis("Home", 0, 2, "edition")).toBeNull();
});

test("le rectangle se lit ligne par ligne, quel que soit le coin de départ", () => {
  const cases = rectangle({ ligne: 2, colonne: 0 }, { ligne: 1, colonne: 1 });
  expect(cases.map((l) => l.map((p) => `${p.ligne}${p.colonne}`).join(" "))).toEqual(["10 11", "20 21"]);
});
