import { type Cellule, type Feuille, type Lecture, type Ligne, refuse, VIDE } from "../tableau";
import { openArchive } from "./archive";
import { COLONNES_MAX, LIGNES_MAX, TROP_DE_LIGNES } from "./limites";
import { dateIso, pourCent, texteNombre } from "./nombres";
import { attribut, fils, liste, type Noeud, parseXml, texteDe } from "./xml";

/**
 * Ce que l'arbre lu ne garderait pas dans l'ordre : les balises qui coupent un texte en deux, celles qui groupent des
 * lignes, et les cellules qu'une fusion recouvre, qui tiennent leur place entre les autres.
 */
const aplanit = (xml: string): string =>
  xml
    .replaceAll(/<text:(?:s|tab|line-break)\b[^<>]*>/g, " ")
    .replaceAll(/<\/?text:(?:span|a|s|tab|line-break)\b[^<>]*>/g, "")
    .replaceAll(/<\/?table:(?:table-header-rows|table-rows|table-row-group)\b[^<>]*>/g, "")
    .replaceAll("<table:covered-table-cell", '<table:table-cell table:covered="1"')
    .replaceAll("</table:covered-table-cell", "</table:table-cell");

function readCellule(c: Noeud): Cellule {
  if (attribut(c, "covered") !== "") return VIDE;
  const texte = liste(c.p).map(texteDe).join(" ").trim();
  const valeur = attribut(c, "value");
  const n = Number(valeur);
  switch (attribut(c, "value-type")) {
    case "float":
    case "currency":
      return Number.isFinite(n) && valeur !== ""
        ? { texte: texteNombre(n), sorte: "nombre" }
        : { texte, sorte: "texte" };
    case "percentage":
      return Number.isFinite(n) && valeur !== "" ? pourCent(n) : { texte, sorte: "texte" };
    case "date":
      return dateIso(attribut(c, "date-value"));
    case "time":
      return { texte, sorte: "date" };
    case "string":
      // LibreOffice range une erreur de calcul comme un texte vide de valeur : « #N/D », « Err:502 ».
      return attribut(c, "formula") !== "" && /^(#|Err:)/.test(texte)
        ? { texte, sorte: "erreur" }
        : { texte: texte || attribut(c, "string-value"), sorte: "texte" };
    default:
      if (texte === "" && attribut(c, "formula") !== "") return { texte: "formule sans résultat", sorte: "formule" };
      return texte === "" ? VIDE : { texte, sorte: "texte" };
  }
}

function readLigne(row: Noeud): Cellule[] {
  const cellules: Cellule[] = [];
  for (const c of liste(row["table-cell"])) {
    const cellule = readCellule(c);
    const fois = Math.max(1, Number(attribut(c, "number-columns-repeated")) || 1);
    for (let i = 0; i < fois && cellules.length < COLONNES_MAX; i++) cellules.push(cellule);
  }
  return cellules;
}

function readLignes(table: Noeud): Ligne[] | null {
  const lignes: Ligne[] = [];
  let numero = 0;
  for (const row of liste(table["table-row"])) {
    const fois = Math.max(1, Number(attribut(row, "number-rows-repeated")) || 1);
    const cellules = readLigne(row);
    if (cellules.some((c) => c.texte !== ""))
      for (let i = 1; i <= fois; i++) {
        if (lignes.length >= LIGNES_MAX) return null;
        lignes.push({ numero: numero + i, cellules });
      }
    numero += fois;
  }
  return lignes;
}

/** Un classeur LibreOffice : les valeurs enregistrées, jamais les formules. */
export function readOds(octets: Uint8Array): Lecture {
  const archive = openArchive(octets, (nom) => nom === "content.xml" || nom === "META-INF/manifest.xml");
  if ((archive.lit("META-INF/manifest.xml") ?? "").includes("encryption-data"))
    return refuse("Ce classeur est protégé par un mot de passe : enregistrez-le sans mot de passe, puis réessayez.");
  const contenu = archive.lit("content.xml") ?? "";
  const tables = liste(fils(fils(fils(parseXml(aplanit(contenu)), "document-content"), "body"), "spreadsheet")).flatMap(
    (s) => liste(s.table),
  );
  if (tables.length === 0)
    return refuse("Ce fichier n'est pas un classeur : dans votre tableur, enregistrez-le en .xlsx, .ods ou .csv.");
  const feuilles: Feuille[] = [];
  for (const table of tables) {
    const lignes = readLignes(table);
    if (lignes === null) return refuse(TROP_DE_LIGNES);
    if (lignes.length > 0) feuilles.push({ nom: attribut(table, "name"), lignes, origine: "classeur" });
  }
  const [premiere, ...autres] = feuilles;
  return premiere
    ? { ok: true, feuilles: [premiere, ...autres] }
    : refuse("Ce fichier est vide : rien n'a été importé.");
}
