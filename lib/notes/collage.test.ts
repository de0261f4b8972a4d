import { expect, test } from "vitest";
import { centiemes } from "@/lib/but/note";
import { isApplicable, isBloc, parseTsv, prepareCollage, texteSeul } from "./collage";

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
const prepare = (texte: string, depart = "i-101") =>
  prepareCollage(texte, { toutes: CLASSE, affichees: CLASSE }, depart, BAREME);
const resume = (texte: string, depart?: string) =>
  prepare(texte, depart).lignes.map((l) => [l.inscriptionId, l.saisie, l.sort]);

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
  expect(prepare("104\tGuérin\t15\n101\tAdam\t12").par).toBe("numero");
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
  expect(prepare(texte).par).toBe("nom");
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
  const { lignes } = prepare("101\t25\n103\t12\n104\t\n104\t13\n999\t14");
  expect(lignes.map((l) => l.sort)).toEqual(["refusee", "refusee", "effacee", "refusee", "inconnue"]);
  expect(lignes.filter(isApplicable).map((l) => [l.inscriptionId, l.versionLue])).toEqual([["i-104", 3]]);
});

test("un homonyme n'est deviné pour personne", () => {
  const classe = [...CLASSE, eleve("105", "ADAM", "Léa")];
  const { lignes } = prepareCollage(
    "ADAM Léa\t10\nBENALI Yanis\t9",
    { toutes: classe, affichees: classe },
    "i-101",
    BAREME,
  );
  expect(lignes.map((l) => l.sort)).toEqual(["inconnue", "nouvelle"]);
});

test("sous un filtre de groupe, un nom se reconnaît dans toute la classe ; une position, dans ce qui est affiché", () => {
  const cibles = { toutes: CLASSE, affichees: CLASSE.slice(1) };
  const sortis = (texte: string) => prepareCollage(texte, cibles, "i-102", BAREME).lignes.map((l) => l.inscriptionId);
  expect(sortis("ADAM Léa\t10\nGUÉRIN Anaïs\t9")).toEqual(["i-101", "i-104"]);
  expect(sortis("10\n9")).toEqual(["i-102", "i-104"]);
});
