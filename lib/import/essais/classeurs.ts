import { strToU8, type Zippable, zipSync } from "fflate";

/** Des classeurs tels que les écrivent des programmes qu'on ne choisit pas, à la cellule près. */

/** `f` : formule ; `v` : valeur enregistrée ; `s` : rang du format dans FORMATS ; `t` : type. */
export interface CelluleXlsx {
  readonly v?: string | number;
  readonly f?: string;
  readonly s?: number;
  readonly t?: "e" | "str" | "b" | "inlineStr" | "d";
}

type Valeur = string | number | null | CelluleXlsx;

const echappe = (t: string): string => t.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const lettre = (c: number): string => String.fromCharCode(65 + c);

/** Formats : 0 général, 1 date jj/mm/aaaa, 2 pourcentage, 3 zéros de tête, 4 nombre « pts », 5 date « 12-mai ». */
const STYLES = `<styleSheet><numFmts count="4"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="000000000"/><numFmt numFmtId="166" formatCode="0.00&quot; pts&quot;"/><numFmt numFmtId="167" formatCode="d\\-mmm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>`;

function cellule(valeur: Valeur, reference: string): string {
  if (valeur === null) return "";
  if (typeof valeur === "number") return `<c r="${reference}"><v>${valeur}</v></c>`;
  if (typeof valeur === "string") return `<c r="${reference}" t="inlineStr"><is><t>${echappe(valeur)}</t></is></c>`;
  const { v, f, s, t } = valeur;
  const attributs = `${s === undefined ? "" : ` s="${s}"`}${t === undefined ? "" : ` t="${t}"`}`;
  return `<c r="${reference}"${attributs}>${f === undefined ? "" : `<f>${echappe(f)}</f>`}${v === undefined ? "" : `<v>${echappe(String(v))}</v>`}</c>`;
}

export interface FeuilleXlsx {
  readonly nom: string;
  readonly lignes: readonly (readonly Valeur[])[];
  readonly fusions?: readonly string[];
  readonly cachee?: boolean;
}

const feuilleXml = ({ lignes, fusions = [] }: FeuilleXlsx): string => {
  const rows = lignes.map(
    (l, i) => `<row r="${i + 1}">${l.map((v, c) => cellule(v, `${lettre(c)}${i + 1}`)).join("")}</row>`,
  );
  const merges = fusions.map((f) => `<mergeCell ref="${f}"/>`).join("");
  return `<worksheet><sheetData>${rows.join("")}</sheetData>${merges && `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
};

export function xlsx(feuilles: readonly FeuilleXlsx[], autres: Zippable = {}): Uint8Array<ArrayBuffer> {
  const sheets = feuilles.map(
    ({ nom, cachee }, i) =>
      `<sheet name="${echappe(nom)}" sheetId="${i + 1}"${cachee ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`,
  );
  const liens = feuilles.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`);
  const contenu: Zippable = {
    "xl/workbook.xml": strToU8(`<workbook xmlns:r="r"><sheets>${sheets.join("")}</sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": strToU8(`<Relationships>${liens.join("")}</Relationships>`),
    "xl/styles.xml": strToU8(STYLES),
    ...Object.fromEntries(feuilles.map((f, i) => [`xl/worksheets/sheet${i + 1}.xml`, strToU8(feuilleXml(f))])),
    ...autres,
  };
  return new Uint8Array(zipSync(contenu));
}

export const feuille = (...lignes: (readonly Valeur[])[]): Uint8Array<ArrayBuffer> => xlsx([{ nom: "Feuil1", lignes }]);

/** Un classeur LibreOffice : les lignes sont le XML des cellules. */
export const ods = (rows: string, manifeste = "<manifest/>"): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync({
      mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
      "META-INF/manifest.xml": strToU8(manifeste),
      "content.xml": strToU8(
        `<office:document-content><office:body><office:spreadsheet><table:table table:name="Feuille1">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    }),
  );

export const celluleOds = (valeur: string | number): string =>
  typeof valeur === "number"
    ? `<table:table-cell office:value-type="float" office:value="${valeur}"><text:p>${valeur}</text:p></table:table-cell>`
    : `<table:table-cell office:value-type="string"><text:p>${echappe(valeur)}</text:p></table:table-cell>`;

export const ligneOds = (...valeurs: (string | number)[]): string =>
  `<table:table-row>${valeurs.map(celluleOds).join("")}</table:table-row>`;
