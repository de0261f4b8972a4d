import { expect, test } from "vitest";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { isApplicable } from "@/lib/import/apercu";
import { readPressePapiers } from "@/lib/import/lecture/texte";
import type { LigneCible } from "./cible";
import { isBloc, parseTsv, texteSeul } from "./collage";
import { prepareNotes } from "./import/preparation";

const BAREME = centiemes(2000);
const eleve = (numero: string, nom: string, prenom: string, note: number | null = null, etat: "I" | "DEM" = "I") => ({
  inscriptionId: `i-${numero}`,
  numero,
  nom,
  prenom,
  etat,
  note: note === null ? null : { note: centiemes(note), version: 3 },
});
const CLASSE = [
  eleve("101", "ADAM", "Léa", 1200),
  eleve("102", "BENALI", "Yanis"),
  eleve("103", "DA SILVA", "Enzo", null, "DEM"),
  eleve("104", "GUÉRIN", "Anaïs", 900),
];
const prepareDans = (
  texte: string,
  toutes: readonly LigneCible[],
  affichees: readonly LigneCible[],
  depart: string,
) => {
  const lignes = new Map(toutes.map((l) => [l.inscriptionId, l]));
  const evaluations = [{ champ: "note", evaluationId: "ev-1", titre: "DS", bareme: BAREME, lignes }];
  const classe = { toutes, affichees, depart, videEfface: true, courriels: new Map(), evaluations };
  const essai = prepareNotes(readPressePapiers(texte), classe);
  if (!essai.ok) throw new Error(essai.message);
  return essai.apercu;
};
const prepare = (texte: string, depart = "i-101") => prepareDans(texte, CLASSE, CLASSE, depart);
const resume = (texte: string, depart?: string) => prepare(texte, depart).lignes.map((l) => [l.cle, l.lu, l.sort]);

test("le presse-papiers d'un tableur : guillemets, cellules à retours, dernière ligne vide", () => {
  expect(parseTsv('a\t"b\n""c"""\r\n1\t2\r\n')).toEqual([
    ["a", 'b\n"c"'],
    ["1", "2"],
  ]);
  expect(isBloc("12,5\r\n")).toBe(false);
  expect(texteSeul("12,5\r\n")).toBe("12,5");
  expect(isBloc("12\n13")).toBe(true);
});

test("par numéro, dans n'importe quel ordre", () => {
  expect(prepare("104\tGuérin\t15\n101\tAdam\t12").colonnes.has("numero")).toBe(true);
  expect(resume("104\tGuérin\t15\n101\tAdam\t12")).toEqual([
    ["i-104", "15", "changee"],
    ["i-101", "12", "identique"],
  ]);
});

test.each([
  ["en une colonne, sans accent ni casse", "guerin anais\t15\nBenali Yanis\t8"],
  ["prénom d'abord", "Anaïs GUÉRIN\t15\nYanis BENALI\t8"],
  ["en deux colonnes", "GUÉRIN\tAnaïs\t15\nBENALI\tYanis\t8"],
])("par nom, %s", (_, texte) => {
  expect(prepare(texte).position).toBe(false);
  expect(resume(texte)).toEqual([
    ["i-104", "15", "changee"],
    ["i-102", "8", "nouvelle"],
  ]);
});

test("par position à partir de la case choisie, sans compter les démissionnaires ; le surplus est inconnu", () => {
  expect(resume("10\nABS\n11", "i-102")).toEqual([
    ["i-102", "10", "nouvelle"],
    ["i-104", "ABS", "changee"],
    [null, "11", "inconnue"],
  ]);
});

test("refus, inconnus et doublons se montrent et ne s'appliquent pas", () => {
  const { lignes } = prepare("101\t25\n103\t12\n104\t\n102\t13\n102\t14\n999\t14");
  expect(lignes.map((l) => l.sort)).toEqual(["refusee", "refusee", "effacee", "refusee", "refusee", "inconnue"]);
  expect(lignes.filter(isApplicable).map((l) => [l.cle, l.valeur.versionLue])).toEqual([["i-104", 3]]);
});

test("un homonyme n'est deviné pour personne", () => {
  const classe = [...CLASSE, eleve("105", "ADAM", "Léa")];
  const { lignes } = prepareDans("ADAM Léa\t10\nBENALI Yanis\t9", classe, classe, "i-101");
  expect(lignes.map((l) => l.sort)).toEqual(["inconnue", "nouvelle"]);
});

test("sous un filtre de groupe, un nom se reconnaît dans toute la classe ; une position, dans ce qui est affiché", () => {
  const sortis = (texte: string) => prepareDans(texte, CLASSE, CLASSE.slice(1), "i-102").lignes.map((l) => l.cle);
  expect(sortis("ADAM Léa\t10\nGUÉRIN Anaïs\t9")).toEqual(["i-101", "i-104"]);
  expect(sortis("10\n9")).toEqual(["i-102", "i-104"]);
});
