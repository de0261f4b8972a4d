import { expect, test } from "vitest";
import writeXlsx from "write-excel-file/universal";
import { cellules, GRILLE, importe, raison, resume, zip } from "./essais/feuille";
import { writeCsv } from "./export";

const PNG = new Uint8Array(
  Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M8AAAMBAQDJ/pLvAAAAAElFTkSuQmCC", "base64"),
);
const feuille = (cellule: string, reste = "") =>
  zip({
    "xl/workbook.xml": '<workbook><sheets><sheet name="Notes"/></sheets></workbook>',
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="3"><c r="A3" t="inlineStr"><is><t>Numéro</t></is></c><c r="C3" t="inlineStr"><is><t>Note</t></is></c></row><row r="4"><c r="A4"><v>101</v></c>${cellule}</row></sheetData>${reste}</worksheet>`,
  });

test.each([
  ["une image renommée", PNG, "est une image"],
  ["11 Mo", new Blob([new Uint8Array(11_000_000)]), "dépasse 5 Mo"],
  ["un fichier vide", "", "vide"],
  [
    "une autre évaluation",
    writeCsv({ ...GRILLE, evaluation: { ...GRILLE.evaluation, id: "ev:2", titre: "Oral" } }),
    "« Oral »",
  ],
  ["un étudiant deux fois", "Numéro;Note\n0101;10\n0104;11\n0101;12\n", "ADAM Léa est plusieurs fois"],
  [
    "une formule de classeur sans son résultat",
    feuille('<c r="C4" s="1"><f>AVERAGE(A4:B4)</f></c>'),
    "Ligne 4 : ce fichier contient une formule",
  ],
  ["une formule de CSV", "Numéro;Note\n0101;=A1+2\n", "Ligne 2 : ce fichier contient une formule"],
  [
    "une archive quelconque",
    zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }),
    "n'est pas un classeur Excel",
  ],
  ["une archive tronquée", feuille("<c/>").slice(0, 60), "abîmé"],
  ["un ancien Excel", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), ".xls"],
  ["des octets quelconques", new Uint8Array([1, 0, 2, 0]), "n'est pas un tableau"],
  ["deux colonnes de notes", "Numéro;Note 1;Note 2\n0101;10;11\n", "plusieurs colonnes qui peuvent être « Note »"],
  ["des macros", zip({ "xl/workbook.xml": "<workbook/>", "xl/vbaProject.bin": "x" }), ".xlsm"],
  [
    "un .ods sous mot de passe",
    zip({ "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>", "content.xml": "x" }),
    "mot de passe",
  ],
  ["des entités XML", zip({ "content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><office:document-content/>' }), "abîmé"],
  ["une virgule qui sépare et décime", "0101,12,5\n0104,8,5\n", "virgule sépare"],
  ["rien que des notes, sans nom", "10\n11\n12\n13\n", "ne dit pas de qui parle chaque ligne"],
  ["des en-têtes seuls", "Numéro;Note\n", "que des en-têtes"],
] as const)("%s : une phrase claire, et rien à écrire", async (_, contenu, phrase) => {
  expect(await raison(contenu as Parameters<typeof raison>[0])).toContain(phrase);
});

test("une bombe zip est refusée à sa taille annoncée, sans être dépliée", async () => {
  const bombe = zip({ "xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": " ".repeat(31_000_000) });
  expect(bombe.length).toBeLessThan(100_000);
  expect(await raison(bombe)).toContain("trop grand");
});

test("plusieurs feuilles remplies : on ne devine pas laquelle", async () => {
  const blob = await writeXlsx([
    { sheet: "A", data: cellules(["0101", 12]) },
    { sheet: "B", data: cellules(["0101", 13]) },
  ]).toBlob();
  expect(await raison(blob)).toContain("plusieurs feuilles remplies (A, B)");
});

test("un titre fusionné par un vrai tableur ne refuse pas le classeur", async () => {
  const blob = await writeXlsx([
    [{ value: "Devoir n° 1", type: String, columnSpan: 2 }, null],
    [
      { value: "Numéro", type: String },
      { value: "Note", type: String },
    ],
    [
      { value: "0101", type: String },
      { value: 12, type: Number },
    ],
  ]).toBlob();
  expect(resume(await importe(blob))).toEqual([["i-0101", "12", "changee"]]);
});
