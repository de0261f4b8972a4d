import { expect, test } from "vitest";
import { centiemes } from "@/lib/but/note";
import { prepareBlocPlan } from "./bloc";

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
  evaluationId,
  titre: evaluationId.toUpperCase(),
  bareme: centiemes(bareme),
  toutes: CLASSE,
  affichees: CLASSE,
});
const resume = (texte: string, depart = "i-2101") =>
  prepareBlocPlan(texte, [colonne("ds"), colonne("tp", 1000)], depart).lignes.map((l) => [
    l.inscriptionId,
    l.saisie,
    l.sort,
  ]);

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

test("un numéro, lui, n'est pas une note", () => {
  expect(resume("2103\t12\n2101\t13").map(([id]) => id)).toEqual(["ds i-2103", "ds i-2101"]);
});

test("ce qui dépasse la dernière évaluation ne va nulle part", () => {
  expect(resume("1\t2\t3")).toHaveLength(2);
});
