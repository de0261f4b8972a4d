import { expect, test } from "vitest";
import {
  type ActionGrille,
  GRILLE_AU_REPOS,
  gesteDe,
  type Mode,
  plage,
  prochaineVide,
  reduceGrille,
  type Touche,
} from "./clavier";

const touche = (combinaison: string): Touche => {
  const parties = combinaison.split("+");
  return {
    key: parties.at(-1) ?? "",
    shiftKey: parties.includes("Maj"),
    ctrlKey: parties.includes("Ctrl"),
    metaKey: false,
    altKey: parties.includes("Alt"),
  };
};

test.each<[string, Mode, number, number | null]>([
  ["Enter", "frappe", 3, 4],
  ["Enter", "navigation", 9, 9],
  ["Maj+Enter", "frappe", 3, 2],
  ["Tab", "edition", 3, 4],
  ["Tab", "navigation", 9, null],
  ["Maj+Tab", "navigation", 0, null],
  ["ArrowDown", "frappe", 3, 4],
  ["ArrowUp", "navigation", 0, 0],
  ["Ctrl+ArrowDown", "navigation", 3, 9],
  ["PageDown", "navigation", 3, 9],
  ["Home", "navigation", 3, 0],
  ["Home", "edition", 3, null],
  ["Ctrl+End", "edition", 3, 9],
  ["ArrowLeft", "edition", 3, null],
  ["5", "navigation", 3, null],
])("%s en %s depuis la case %i", (combinaison, mode, index, attendu) => {
  const geste = gesteDe(touche(combinaison), mode, index, 10);
  expect(geste?.geste === "aller" ? geste.vers : null).toBe(attendu);
});

test("Maj et une flèche étendent la plage, sauf pendant la frappe", () => {
  expect(gesteDe(touche("Maj+ArrowDown"), "navigation", 3, 10)).toEqual({ geste: "aller", vers: 4, etendre: true });
  expect(gesteDe(touche("Maj+ArrowDown"), "frappe", 3, 10)).toEqual({ geste: "aller", vers: 4, etendre: false });
});

test("pendant la frappe, a, Suppr, Ctrl+Z et ? appartiennent au texte", () => {
  for (const t of ["Delete", "Ctrl+z", "?", "n", "Ctrl+d"]) expect(gesteDe(touche(t), "frappe", 0, 10)).toBeNull();
  expect(gesteDe(touche("Delete"), "navigation", 0, 10)).toEqual({ geste: "effacer" });
  expect(gesteDe(touche("Ctrl+Maj+Z"), "navigation", 0, 10)).toEqual({ geste: "refaire" });
  expect(gesteDe(touche("a"), "navigation", 0, 10)).toBeNull();
});

const apres = (...actions: ActionGrille[]) => actions.reduce(reduceGrille, GRILLE_AU_REPOS);

test("la version lue est celle du premier signe tapé", () => {
  const etat = apres(
    { type: "focus", id: "a", etendre: false },
    { type: "taper", texte: "1", versionLue: 3 },
    { type: "taper", texte: "12", versionLue: 4 },
    { type: "editer", texte: "", versionLue: 4 },
  );
  expect(etat.edition).toEqual({ mode: "edition", texte: "12", versionLue: 3 });
});

test("aller dans une autre case quitte l'édition ; étendre garde l'ancre", () => {
  const etat = apres(
    { type: "focus", id: "c", etendre: false },
    { type: "taper", texte: "1", versionLue: 0 },
    { type: "focus", id: "a", etendre: true },
  );
  expect(etat).toEqual({ actif: "a", ancre: "c", edition: null });
  expect(plage(etat, ["a", "b", "c", "d"])).toEqual(["a", "b", "c"]);
  expect(plage({ ...etat, ancre: "filtrée" }, ["a", "b"])).toEqual(["a"]);
});

test("la prochaine case vide reprend du début", () => {
  const vides = new Set(["a", "c"]);
  expect(prochaineVide(["a", "b", "c", "d"], "a", (id) => vides.has(id))).toBe("c");
  expect(prochaineVide(["a", "b", "c", "d"], "c", (id) => vides.has(id))).toBe("a");
  expect(prochaineVide(["a", "b"], "a", () => false)).toBeNull();
});
