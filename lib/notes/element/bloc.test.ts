import { expect, test } from "vitest";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { readPressePapiers } from "@/lib/import/lecture/texte";
import { prepareNotes } from "../import/preparation";
import { cleCase } from "./bloc";

const eleve = (numero: string, nom: string, prenom: string) => ({
  inscriptionId: `i-${numero}`,
  numero,
  nom,
  prenom,
  etat: "I" as const,
  note: null,
});
const CLASSE = [eleve("2101", "ADAM", "Léa"), eleve("2102", "BENALI", "Yanis"), eleve("2103", "GUÉRIN", "Anaïs")];
const colonne = (evaluationId: string, bareme = 2000) => ({
  champ: evaluationId,
  evaluationId,
  titre: evaluationId.toUpperCase(),
  bareme: centiemes(bareme),
  lignes: new Map(CLASSE.map((l) => [l.inscriptionId, l])),
});
const prepare = (texte: string, depart = "i-2101") => {
  const evaluations = [colonne("ds"), colonne("tp", 1000)];
  const classe = { toutes: CLASSE, affichees: CLASSE, depart, videEfface: true, courriels: new Map(), evaluations };
  return prepareNotes(readPressePapiers(texte), classe);
};
const resume = (texte: string, depart?: string) => {
  const essai = prepare(texte, depart);
  if (!essai.ok) throw new Error(essai.message);
  // Dans l'ordre des évaluations, puis des lignes.
  return essai.apercu.lignes
    .toSorted((a, b) => (a.champ < b.champ ? -1 : a.champ > b.champ ? 1 : a.ligne - b.ligne))
    .map((l) => [cleCase(l.champ, l.cle ?? "?"), l.lu, l.sort]);
};

test("un rectangle de notes se place à partir de la case choisie, une évaluation par colonne", () => {
  expect(resume("10\t5\n11\t15", "i-2102")).toEqual([
    ["ds i-2102", "10", "nouvelle"],
    ["ds i-2103", "11", "nouvelle"],
    ["tp i-2102", "5", "nouvelle"],
    ["tp i-2103", "15", "refusee"],
  ]);
});

test("des noms devant les notes désignent les étudiants, dans n'importe quel ordre", () => {
  expect(resume("GUÉRIN\tAnaïs\t12\ta\nADAM\tLéa\t13\t7")).toEqual([
    ["ds i-2103", "12", "nouvelle"],
    ["ds i-2101", "13", "nouvelle"],
    ["tp i-2103", "a", "nouvelle"],
    ["tp i-2101", "7", "nouvelle"],
  ]);
});

test("des titres disent où va chaque colonne, dans leur ordre à eux", () => {
  expect(resume("Numéro\tTP\tDS\n2103\t5\t12")).toEqual([
    ["ds i-2103", "12", "nouvelle"],
    ["tp i-2103", "5", "nouvelle"],
  ]);
});

test("un numéro, lui, n'est pas une note", () => {
  expect(resume("2103\t12\n2101\t13").map(([id]) => id)).toEqual(["ds i-2103", "ds i-2101"]);
});

test("ce qui dépasse la dernière évaluation ne va nulle part", () => {
  expect(resume("1\t2\t3")).toHaveLength(2);
});

test("des noms que la classe ne connaît pas ne se placent jamais dans l'ordre", () => {
  const essai = prepare("DURAND\tZoé\t12\nMERLE\tAxel\t9");
  expect(essai.ok && essai.apercu.lignes.some((l) => l.cle !== null)).toBe(false);
});
