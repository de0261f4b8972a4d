import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import writeXlsx from "write-excel-file/universal";
import { centiemes } from "@/lib/but/note";
import { isApplicable } from "../collage";
import type { Grille } from "../queries";
import { nomFichier, writeClasseur, writeCsv } from "./export";
import { type Import, prepareImport } from "./import";
import { readFichier } from "./lecture";

const eleve = (
  numero: string,
  nom: string,
  prenom: string,
  note: number | "ABS" | null = null,
  etat: "I" | "DEM" = "I",
) => ({
  inscriptionId: `i-${numero}`,
  numero,
  nom,
  prenom,
  etat,
  groupes: ["TD1"],
  note:
    note === null
      ? null
      : {
          note: note === "ABS" ? note : centiemes(note),
          version: 3,
          le: "2026-11-22T08:00:00.000Z",
          par: "X",
          modifiee: false,
        },
});

const GRILLE: Grille = {
  evaluation: {
    id: "ev:1",
    titre: "Devoir n° 1 ; mécanique",
    date: "2026-11-01",
    coefficient: centiemes(100),
    bareme: centiemes(2000),
    type: "normale",
    etat: "saisie",
    publieeLe: null,
    archiveeLe: null,
    doubleSaisie: false,
    version: 1,
  },
  element: { id: "el", titre: "Mécanique", nature: "ressource" },
  semestre: { id: "s", numero: 3, anneeUniversitaire: "2026-2027", etat: "ouvert", promotion: "2026" },
  passe: "premiere",
  anonyme: false,
  sansNumero: 0,
  lignes: [
    eleve("0101", "ADAM", "Léa", 1210),
    eleve("0102", "=BENALI", "Yanis"),
    eleve("0103", "DA SILVA", "Enzo", null, "DEM"),
    eleve("0104", "GUÉRIN", "Anaïs", "ABS"),
  ],
};

const lire = async (contenu: string | Uint8Array<ArrayBuffer> | Blob) => {
  const lu = await readFichier(contenu instanceof Blob ? contenu : new Blob([contenu]));
  if (!lu.ok) throw new Error(lu.message);
  return lu.tableau;
};
const importe = async (contenu: Parameters<typeof lire>[0], grille = GRILLE) =>
  prepareImport(await lire(contenu), grille);
const resume = (i: Import) =>
  i.ok ? i.apercu.lignes.map((l) => [l.inscriptionId, l.saisie, l.sort]) : [["refus", i.message]];
const raison = async (contenu: Parameters<typeof lire>[0]) => {
  const lu = await readFichier(contenu instanceof Blob ? contenu : new Blob([contenu]));
  if (!lu.ok) return lu.message;
  const prepare = prepareImport(lu.tableau, GRILLE);
  return prepare.ok ? null : prepare.message;
};
const cellules = (...lignes: (string | number | null)[][]) =>
  lignes.map((l) =>
    l.map((value) => (value === null ? null : { value, type: typeof value === "number" ? Number : String })),
  );
const classeur = (...lignes: (string | number | null)[][]) => writeXlsx(cellules(...lignes)).toBlob();

/** Une archive zip d'un seul fichier compressé : un classeur tel qu'un tableur l'écrit, à quelques balises près. */
function zip(fichiers: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const morceaux: Buffer[] = [];
  const repertoire: Buffer[] = [];
  let position = 0;
  for (const [nom, texte] of Object.entries(fichiers)) {
    const contenu = deflateRawSync(Buffer.from(texte));
    const commun = Buffer.alloc(26);
    commun.writeUInt16LE(20, 0);
    commun.writeUInt16LE(8, 4);
    commun.writeUInt32LE(contenu.length, 14);
    commun.writeUInt32LE(Buffer.byteLength(texte), 18);
    commun.writeUInt16LE(nom.length, 22);
    const locale = Buffer.concat([Buffer.from("PK\u0003\u0004"), commun, Buffer.from(nom), contenu]);
    const fin = Buffer.alloc(14);
    fin.writeUInt32LE(position, 10);
    repertoire.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), commun, fin, Buffer.from(nom)]),
    );
    morceaux.push(locale);
    position += locale.length;
  }
  const tout = Buffer.concat(repertoire);
  const pied = Buffer.alloc(18);
  pied.writeUInt16LE(repertoire.length, 4);
  pied.writeUInt16LE(repertoire.length, 6);
  pied.writeUInt32LE(tout.length, 8);
  pied.writeUInt32LE(position, 12);
  return new Uint8Array(Buffer.concat([...morceaux, tout, Buffer.from("PK\u0005\u0006"), pied]));
}

test("le CSV exporté s'ouvre dans un Excel français et n'y exécute rien", () => {
  expect(nomFichier(GRILLE, "csv")).toBe("notes-mecanique-devoir-n-1-mecanique.csv");
  expect(writeCsv(GRILLE).split("\r\n")).toEqual([
    "\uFEFFNuméro;Nom;Prénom;Groupe;Évaluation;Note sur 20;Repère (à garder)",
    '0101;ADAM;Léa;TD1;"Devoir n° 1 ; mécanique";12,10;ev:1#3',
    `0102;'=BENALI;Yanis;TD1;"Devoir n° 1 ; mécanique";;ev:1#0`,
    '0104;GUÉRIN;Anaïs;TD1;"Devoir n° 1 ; mécanique";ABS;ev:1#3',
    "",
  ]);
});

test("anonyme, l'export ne porte que des numéros de copie, et revient", async () => {
  const copie = (n: string) => ({ ...eleve(n, "Copie", n), inscriptionId: `copie-${n}`, groupes: [] });
  const grille = { ...GRILLE, anonyme: true, lignes: [copie("2"), copie("11")] };
  expect(writeCsv(grille).split("\r\n").slice(0, 2)).toEqual([
    "\uFEFFCopie;Évaluation;Note sur 20;Repère (à garder)",
    '2;"Devoir n° 1 ; mécanique";;ev:1#0',
  ]);
  expect(resume(await importe("Copie;Note\n11;12\n2;abs\n", grille))).toEqual([
    ["copie-11", "12", "nouvelle"],
    ["copie-2", "abs", "nouvelle"],
  ]);
});

test.each(["csv", "xlsx"] as const)("l'export %s revient identique, et une case vide n'efface rien", async (format) => {
  const fichier = format === "csv" ? new Blob([writeCsv(GRILLE)]) : await writeClasseur(GRILLE);
  const retour = await importe(fichier);
  expect(retour).toMatchObject({ ok: true, absents: 0, apercu: { par: "numero" } });
  expect(resume(retour)).toEqual([
    ["i-0101", format === "csv" ? "12,10" : "12.1", "identique"],
    ["i-0102", "", "vide"],
    ["i-0104", "ABS", "identique"],
  ]);
});

test("l'export revient même trié, en-têtes compris, et amputé de lignes", async () => {
  const [entete = "", adam = "", benali = ""] = writeCsv(GRILLE).replace("\uFEFF", "").split("\r\n");
  const retour = await importe([benali.replace(";;", ";15,5;"), adam, entete].join("\r\n"));
  expect(retour).toMatchObject({ ok: true, absents: 1 });
  expect(resume(retour)).toEqual([
    ["i-0102", "15,5", "nouvelle"],
    ["i-0101", "12,10", "identique"],
  ]);
});

test("une note changée depuis l'export garde la version de l'export : le serveur dira le conflit", async () => {
  const ancienne = writeCsv(GRILLE).replace("12,10", "9");
  const [adam, ...autres] = GRILLE.lignes;
  const depuis = { ...GRILLE, lignes: [{ ...adam, note: { ...adam?.note, version: 4 } }, ...autres] } as Grille;
  const retour = await importe(ancienne, depuis);
  expect(retour.ok && retour.apercu.lignes[0]).toMatchObject({
    versionLue: 3,
    sort: "changee",
    raison: expect.stringContaining("depuis l'export"),
  });
});

test.each([
  ["point-virgule, Windows-1252", new Uint8Array(Buffer.from("Nom;Note\r\nGUÉRIN Anaïs;8,5\r\n", "latin1"))],
  ["tabulation, UTF-16 d'Excel", new Uint8Array(Buffer.from("\uFEFFNom\tNote\r\nGUÉRIN Anaïs\t8,5\r\n", "utf16le"))],
  ["virgule, décimale entre guillemets", 'Nom,Note\nGUÉRIN Anaïs,"8,5"\n'],
  ["virgule, point décimal", "Nom,Note\nGUÉRIN Anaïs,8.5\n"],
  ["sans en-tête", "GUÉRIN;Anaïs;8,5\n"],
  ["colonne de note au milieu", "Nom;Notes /20;Remarque\nGUÉRIN Anaïs;8,5;bien\n"],
] as const)("un CSV : %s", async (_, contenu) => {
  const retour = await importe(contenu as string | Uint8Array<ArrayBuffer>);
  expect(resume(retour)).toEqual([["i-0104", expect.stringMatching(/^8[.,]5$/), "changee"]]);
});

test("une seule colonne de notes à virgule se place dans l'ordre", async () => {
  const retour = await importe("12,10\n15,5\nABS\n");
  expect(retour).toMatchObject({ ok: true, apercu: { par: "position" } });
  expect(resume(retour).map((l) => l[2])).toEqual(["identique", "nouvelle", "identique"]);
});

test("un classeur : nombres du tableur, codes, inconnus et refus se montrent sans s'appliquer", async () => {
  const retour = await importe(
    await classeur(
      ["Numéro", "Note"],
      ["0101", 16.100000000000001],
      ["0102", "exc"],
      ["0103", 12],
      ["0104", 25],
      ["9999", 10],
    ),
  );
  expect(resume(retour)).toEqual([
    ["i-0101", "16.1", "changee"],
    ["i-0102", "exc", "nouvelle"],
    ["i-0103", "12", "refusee"],
    ["i-0104", "25", "refusee"],
    [null, "10", "inconnue"],
  ]);
  expect(retour.ok && retour.apercu.lignes.filter(isApplicable)).toHaveLength(2);
});

const PNG = new Uint8Array(
  Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M8AAAMBAQDJ/pLvAAAAAElFTkSuQmCC", "base64"),
);
const feuille = (cellule: string, reste = "") =>
  zip({
    "xl/workbook.xml": "<workbook/>",
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="4">${cellule}</row></sheetData>${reste}</worksheet>`,
  });

test.each([
  ["une image renommée", PNG, "est une image"],
  ["11 Mo", new Blob([new Uint8Array(11_000_000)]), "dépasse 2 Mo"],
  ["un fichier vide", "", "vide"],
  [
    "une autre évaluation",
    writeCsv({ ...GRILLE, evaluation: { ...GRILLE.evaluation, id: "ev:2", titre: "Oral" } }),
    "« Oral »",
  ],
  ["un étudiant deux fois", "Numéro;Note\n0101;10\n0104;11\n0101;12\n", "ADAM Léa est plusieurs fois"],
  ["une formule de classeur", feuille('<c r="C4" s="1"><f>AVERAGE(A4:B4)</f><v>12</v></c>'), "formules (cellule C4)"],
  ["une formule de CSV", "Numéro;Note\n0101;=A1+2\n", "Ligne 2 : ce fichier contient une formule"],
  [
    "des cellules fusionnées",
    feuille('<c r="A4"/>', '<mergeCells count="1"><mergeCell ref="A4:B5"/></mergeCells>'),
    "A4:B5",
  ],
  [
    "une archive quelconque",
    zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }),
    "n'est pas un classeur Excel",
  ],
  ["une archive tronquée", feuille("<c/>").slice(0, 60), "abîmé"],
  ["un ancien Excel", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), ".xls"],
  ["des octets quelconques", new Uint8Array([1, 0, 2, 0]), "n'est pas un tableau"],
  ["deux colonnes de notes", "Numéro;Note 1;Note 2\n0101;10;11\n", "plusieurs colonnes de notes"],
  ["une virgule qui sépare et décime", "0101,12,5\n0104,8,5\n", "virgule sépare"],
  ["plus de lignes que d'étudiants, sans nom", "10\n11\n12\n13\n", "plus de lignes que d'étudiants"],
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

test("des cellules fusionnées par un vrai tableur sont refusées", async () => {
  const blob = await writeXlsx([
    [{ value: "0101", type: String, columnSpan: 2 }, null, { value: 12, type: Number }],
  ]).toBlob();
  expect(await raison(blob)).toContain("fusionnées (A1:B1)");
});
