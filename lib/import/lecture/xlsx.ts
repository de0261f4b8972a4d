import { type Cellule, type Feuille, type Lecture, type Ligne, refuse, VIDE } from "../tableau";
import { type Archive, openArchive } from "./archive";
import { COLONNES_MAX, LIGNES_MAX, TROP_DE_LIGNES } from "./limites";
import { dateIso, dateSerie, pourCent, sorteFormat, texteNombre } from "./nombres";
import { attribut, fils, liste, type Noeud, parseXml, texteDe } from "./xml";

const UTILES = /^(xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/;

type Format = "nombre" | "date" | "pour-cent";

interface Contexte {
  readonly textes: readonly string[];
  readonly formats: readonly Format[];
  readonly depuis1904: boolean;
}

/** Un texte partagé ou en ligne : d'un tenant, ou en morceaux de plusieurs mises en forme. La phonétique n'en est pas. */
const texteRiche = (si: Noeud): string =>
  texteDe(si.t) +
  liste(si.r)
    .map((r) => texteDe(r.t))
    .join("");

function readFormats(archive: Archive): Format[] {
  const racine = fils(parseXml(archive.lit("xl/styles.xml") ?? "<styleSheet/>"), "styleSheet");
  const propres = new Map(
    liste(fils(fils(racine, "numFmts"), "numFmt")).map((f) => [
      attribut(f, "numFmtId"),
      sorteFormat(attribut(f, "formatCode")),
    ]),
  );
  return liste(fils(fils(racine, "cellXfs"), "xf")).map((xf) => {
    const id = attribut(xf, "numFmtId");
    const n = Number(id);
    // Les formats de naissance d'Excel : 9 et 10 sont des pourcentages ; 14 à 22, 27 à 36, 45 à 47, 50 à 58 des dates.
    if (n === 9 || n === 10) return "pour-cent";
    if ((n >= 14 && n <= 22) || (n >= 27 && n <= 36) || (n >= 45 && n <= 47) || (n >= 50 && n <= 58)) return "date";
    return propres.get(id) ?? "nombre";
  });
}

function celluleNombre(brut: string, format: Format, { depuis1904 }: Contexte): Cellule {
  const n = Number(brut);
  if (brut.trim() === "" || !Number.isFinite(n)) return { texte: brut.trim(), sorte: "texte" };
  if (format === "date") return dateSerie(n, depuis1904);
  return format === "pour-cent" ? pourCent(n) : { texte: texteNombre(n), sorte: "nombre" };
}

function readCellule(c: Noeud, contexte: Contexte): Cellule {
  const valeur = c.v === undefined ? null : texteDe(c.v);
  const texte = (t: string): Cellule => ({ texte: t.trim(), sorte: "texte" });
  switch (attribut(c, "t")) {
    case "s":
      return texte(contexte.textes[Number(valeur)] ?? "");
    case "inlineStr":
      return texte(liste(c.is).map(texteRiche).join(""));
    case "e":
      return { texte: valeur ?? "", sorte: "erreur" };
    case "b":
      return texte(valeur === "1" ? "VRAI" : "FAUX");
    case "d":
      return dateIso(valeur ?? "");
    case "str":
      if (valeur !== null || c.f === undefined) return texte(valeur ?? "");
      return { texte: "formule sans résultat", sorte: "formule" };
    default:
      if (valeur === null || valeur === "")
        return c.f === undefined ? VIDE : { texte: "formule sans résultat", sorte: "formule" };
      return celluleNombre(valeur, contexte.formats[Number(attribut(c, "s"))] ?? "nombre", contexte);
  }
}

/** « BC12 » → 54 ; -1 si la référence n'en est pas une. */
function rangColonne(reference: string): number {
  const lettres = /^([A-Z]{1,3})\d/.exec(reference)?.[1] ?? "";
  return [...lettres].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1;
}

function readLignes(xml: string, contexte: Contexte): Ligne[] | null {
  const rows = liste(fils(fils(fils(parseXml(xml), "worksheet"), "sheetData"), "row"));
  if (rows.length > LIGNES_MAX * 4) return null;
  let numero = 0;
  const lignes = rows.map((row): Ligne => {
    numero = Number(attribut(row, "r")) || numero + 1;
    const cellules: Cellule[] = [];
    for (const c of liste(row.c)) {
      const rang = rangColonne(attribut(c, "r"));
      const colonne = rang < 0 ? cellules.length : rang;
      if (colonne >= COLONNES_MAX) continue;
      while (cellules.length < colonne) cellules.push(VIDE);
      cellules[colonne] = readCellule(c, contexte);
    }
    return { numero, cellules };
  });
  const remplies = lignes.filter((l) => l.cellules.some((c) => c.texte !== ""));
  return remplies.length > LIGNES_MAX ? null : remplies;
}

/** Les feuilles visibles, dans l'ordre des onglets, avec la place de leur contenu dans l'archive. */
function listFeuilles(archive: Archive): readonly { readonly nom: string; readonly chemin: string }[] {
  const workbook = fils(parseXml(archive.lit("xl/workbook.xml") ?? ""), "workbook");
  const liens = new Map(
    liste(
      fils(
        fils(parseXml(archive.lit("xl/_rels/workbook.xml.rels") ?? "<Relationships/>"), "Relationships"),
        "Relationship",
      ),
    ).map((r) => [attribut(r, "Id"), attribut(r, "Target")]),
  );
  return liste(fils(fils(workbook, "sheets"), "sheet"))
    .filter((s) => !attribut(s, "state").includes("idden"))
    .map((s, i) => {
      const cible = liens.get(attribut(s, "id")) ?? `worksheets/sheet${i + 1}.xml`;
      return { nom: attribut(s, "name"), chemin: cible.startsWith("/") ? cible.slice(1) : `xl/${cible}` };
    });
}

/** Un classeur Excel : les valeurs enregistrées, jamais les formules ; le format dit si un nombre est une date ou un pourcentage. */
export function readXlsx(octets: Uint8Array): Lecture {
  const archive = openArchive(octets, (nom) => UTILES.test(nom));
  if (archive.noms.has("xl/vbaProject.bin"))
    return refuse("Ce classeur contient des macros (.xlsm) : enregistrez-le en .xlsx, sans macros, puis réessayez.");
  if (!archive.noms.has("xl/workbook.xml"))
    return refuse("Ce fichier n'est pas un classeur Excel : dans votre tableur, enregistrez-le en .xlsx ou en .csv.");
  const workbook = fils(parseXml(archive.lit("xl/workbook.xml") ?? ""), "workbook");
  const [proprietes] = liste(fils(workbook, "workbookPr"));
  const contexte: Contexte = {
    textes: liste(fils(fils(parseXml(archive.lit("xl/sharedStrings.xml") ?? "<sst/>"), "sst"), "si")).map(texteRiche),
    formats: readFormats(archive),
    depuis1904: ["1", "true"].includes(proprietes ? attribut(proprietes, "date1904") : ""),
  };
  const feuilles: Feuille[] = [];
  for (const { nom, chemin } of listFeuilles(archive)) {
    const xml = archive.lit(chemin);
    const lignes = xml === null ? [] : readLignes(xml, contexte);
    if (lignes === null) return refuse(TROP_DE_LIGNES);
    if (lignes.length > 0) feuilles.push({ nom, lignes, origine: "classeur" });
  }
  const [premiere, ...autres] = feuilles;
  return premiere
    ? { ok: true, feuilles: [premiere, ...autres] }
    : refuse("Ce fichier est vide : rien n'a été importé.");
}
