import Papa from "papaparse";
import { type Cellule, type Feuille, type Lecture, type Ligne, refuse } from "../tableau";
import { decode } from "./decodage";
import { LIGNES_MAX, TROP_DE_LIGNES } from "./limites";

const SEPARATEURS = [";", "\t", ",", "|"] as const;
type Separateur = (typeof SEPARATEURS)[number];

/** Assez de lignes pour juger d'un fichier, quelle que soit sa longueur. */
const ECHANTILLON = 300;

const decoupe = (texte: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> =>
  Papa.parse<string[]>(texte, { delimiter, preview, skipEmptyLines: false });

/** Une ligne d'une seule note, « 12,5 » ou « 12,5/20 » : sa virgule ne sépare rien. */
const isDecimaleSeule = (ligne: string): boolean => /^\s*"?-?\d{1,6},\d{1,6}\s*(\/\s*\d{1,4}\s*)?"?\s*$/.test(ligne);

/**
 * La part des lignes qu'un séparateur coupe toutes au même nombre de colonnes. Une tabulation ou un « ; » égaré dans une
 * cellule ne coupe que sa ligne : il ne fait pas changer tout le fichier.
 */
function regularite(texte: string, separateur: Separateur): number {
  const lignes = decoupe(texte, separateur, ECHANTILLON).data.filter((l) => l.some((c) => c.trim() !== ""));
  const comptes = new Map<number, number>();
  for (const l of lignes) {
    if (l.length < 2 || (separateur === "," && isDecimaleSeule(l.join(",")))) continue;
    comptes.set(l.length, (comptes.get(l.length) ?? 0) + 1);
  }
  return lignes.length === 0 ? 0 : Math.max(0, ...comptes.values()) / lignes.length;
}

/** Le séparateur le plus régulier ; à égalité, « ; » d'abord, la virgule décimale pouvant se faire passer pour un séparateur. */
export function trouveSeparateur(texte: string): Separateur {
  let meilleur: Separateur = ";";
  let part = 0;
  for (const s of SEPARATEURS) {
    const p = regularite(texte, s);
    if (p > part + 0.001) [meilleur, part] = [s, p];
  }
  return meilleur;
}

const VIRGULE_DOUBLE =
  "Dans ce fichier la virgule sépare les colonnes et les décimales : on ne sait pas où finit une note. Enregistrez-le en .xlsx, ou en .csv avec des points-virgules.";

const isEntier = (c: string | undefined): boolean => /^\d{1,2}$/.test((c ?? "").trim());

/**
 * « 101,12,5 » sans guillemets se lirait « 5 ». L'en-tête tranche : si une ligne a plus de cellules que lui et finit par
 * deux petits entiers, la virgule est double ; si toutes en ont autant, deux entiers sont deux colonnes.
 */
function isVirguleDouble(tableau: readonly (readonly string[])[]): boolean {
  const lignes = tableau.filter((l) => l.some((c) => c.trim() !== ""));
  const finitEntiers = (l: readonly string[]) => isEntier(l.at(-1)) && isEntier(l.at(-2));
  const entete = lignes.find(
    (l) => l.length > 1 && l.filter((c) => c.trim() !== "").length > 1 && !l.some((c) => /\d/.test(c)),
  );
  if (!entete) return lignes.some(finitEntiers);
  return lignes.some((l) => l.length > entete.length && finitEntiers(l));
}

/** « ="12" » garde un texte dans un CSV ; toute autre cellule qui commence par « = » est une formule, sans son résultat. */
function celluleDe(brut: string): Cellule {
  const texte = brut.replaceAll("\0", "").trim();
  const garde = /^="([^"]*)"$/.exec(texte)?.[1];
  if (garde !== undefined) return { texte: garde.trim(), sorte: "texte" };
  if (texte.startsWith("=")) return { texte, sorte: "formule" };
  if (/^#(N\/?[AD]|DIV\/0|REF|VALE?UR?|VALUE|NOM|NAME|NUM|NOMBRE|NULL?)[!?]?$/i.test(texte))
    return { texte, sorte: "erreur" };
  const pourCent = /^(-?\d{1,6}(?:[.,]\d{1,6})?)\s*%$/.exec(texte)?.[1];
  if (pourCent !== undefined) return { texte: pourCent.replace(".", ","), sorte: "pour-cent" };
  // L'apostrophe que l'export met devant = + - @ pour qu'un tableur n'y voie pas une formule, ou devant un numéro.
  return { texte: texte.replace(/^'(?=[=+\-@\d])/, ""), sorte: "texte" };
}

function versLignes(data: readonly (readonly string[])[], premiere: number): Ligne[] {
  let numero = premiere;
  const lignes: Ligne[] = [];
  for (const brutes of data) {
    if (brutes.some((c) => c.trim() !== "")) lignes.push({ numero, cellules: brutes.map(celluleDe) });
    // Une cellule entre guillemets peut tenir sur plusieurs lignes du fichier.
    numero += 1 + brutes.reduce((n, c) => n + (c.includes("\n") ? c.split("\n").length - 1 : 0), 0);
  }
  return lignes;
}

function versFeuille(texte: string, separateur: string, origine: Feuille["origine"], premiere: number): Lecture {
  const { data, errors } = decoupe(texte, separateur);
  const [erreur] = errors.filter((e) => e.type === "Quotes");
  if (erreur)
    return refuse(
      `Ligne ${(erreur.row ?? 0) + premiere} : des guillemets ne sont pas refermés. Corrigez-la, puis réessayez.`,
    );
  if (separateur === "," && isVirguleDouble(data)) return refuse(VIRGULE_DOUBLE);
  const lignes = versLignes(data, premiere);
  if (lignes.length === 0) return refuse("Ce fichier est vide : rien n'a été importé.");
  if (lignes.length > LIGNES_MAX) return refuse(TROP_DE_LIGNES);
  return { ok: true, feuilles: [{ nom: "", lignes, origine }] };
}

const unifie = (texte: string): string =>
  texte
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n");

/** Un caractère de commande ailleurs qu'entre les cellules : ce n'est pas un texte. */
function isBinaire(texte: string): boolean {
  for (let i = 0; i < texte.length; i++) {
    const code = texte.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 27)) return true;
  }
  return false;
}

/** Un fichier de texte : CSV à tout séparateur, TSV, dans les encodages qu'on rencontre. */
export function readTexte(octets: Uint8Array): Lecture {
  const brut = unifie(decode(octets));
  if (isBinaire(brut)) return refuse("Ce fichier n'est pas un tableau : choisissez un fichier .xlsx, .ods ou .csv.");
  // « sep=; » : la ligne par laquelle un fichier dit à Excel son séparateur.
  const annonce = /^"?sep=(.)"?\n/i.exec(brut);
  const texte = annonce ? brut.slice(annonce[0].length) : brut;
  return versFeuille(texte, annonce?.[1] ?? trouveSeparateur(texte), "texte", annonce ? 2 : 1);
}

/** Ce que met un tableur dans le presse-papiers : des tabulations, toujours. */
export const readPressePapiers = (texte: string): Lecture => {
  const propre = unifie(texte).replace(/\n$/, "");
  return versFeuille(propre, propre.includes("\t") ? "\t" : "\u001f", "presse-papiers", 1);
};
