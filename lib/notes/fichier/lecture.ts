import { refusClasseur } from "./classeur";

/** Une feuille de 500 étudiants pèse moins de 100 Ko. */
const OCTETS_MAX = 2_000_000;
const LIGNES_MAX = 2000;

export type Tableau = readonly (readonly string[])[];
type Lecture = { readonly ok: true; readonly tableau: Tableau } | { readonly ok: false; readonly message: string };

const refus = (message: string): Lecture => ({ ok: false, message });

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], "une image"],
  [[0xff, 0xd8, 0xff], "une image"],
  [[0x47, 0x49, 0x46, 0x38], "une image"],
  [[0x25, 0x50, 0x44, 0x46], "un PDF"],
];
const ANCIEN_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

const commence = (octets: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((o, i) => octets[i] === o);

/** UTF-8 s'il est valide, sinon Windows-1252, celui d'un Excel français ; UTF-16 s'il s'annonce. */
function decode(octets: Uint8Array): string {
  if (commence(octets, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(octets);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(octets);
  } catch {
    return new TextDecoder("windows-1252").decode(octets);
  }
}

const horsGuillemets = (texte: string): string => texte.replaceAll(/"[^"]*"/g, "");

/** La virgule sépare seulement si rien d'autre ne sépare et qu'elle n'est pas celle d'une note (« 12,5 »). */
function separateur(texte: string): string {
  const nu = horsGuillemets(texte);
  if (nu.includes("\t")) return "\t";
  if (nu.includes(";")) return ";";
  const lignes = nu.split(/\r\n|\r|\n/).filter((l) => l.trim() !== "");
  return lignes.every((l) => !l.includes(",") || /^\s*\d{1,3},\d{1,2}(\s*\/\s*\d+)?\s*$/.test(l)) ? ";" : ",";
}

const VIRGULE_DOUBLE =
  "Dans ce fichier la virgule sépare les colonnes et les décimales : on ne sait pas où finit une note. Enregistrez-le en .xlsx, ou en .csv avec des points-virgules.";

/** Sans guillemets, « 101,12,5 » se lirait « 5 » : mieux vaut refuser que deviner. */
function isVirguleDouble(tableau: Tableau): boolean {
  const entier = (c: string | undefined) => /^\d{1,2}$/.test(c ?? "");
  return (
    new Set(tableau.map((l) => l.length)).size > 1 ||
    tableau.some((l, i) => i > 0 && entier(l.at(-1)) && entier(l.at(-2)))
  );
}

async function readTexte(octets: Uint8Array): Promise<Lecture> {
  const texte = decode(octets).replace(/^\uFEFF/, "");
  if (texte.includes("\0")) return refus("Ce fichier n'est pas un tableau : choisissez un fichier .xlsx ou .csv.");
  const { default: papa } = await import("papaparse");
  const delimiter = separateur(texte);
  const { data, errors } = papa.parse<string[]>(texte, { delimiter, skipEmptyLines: "greedy" });
  const [erreur] = errors;
  if (erreur)
    return refus(`Ligne ${(erreur.row ?? 0) + 1} : des guillemets ne sont pas refermés. Corrigez-la, puis réessayez.`);
  const tableau = data.map((l) => l.map((c) => c.trim()));
  if (delimiter === "," && isVirguleDouble(tableau)) return refus(VIRGULE_DOUBLE);
  // « ="12" » garde un texte dans un CSV ; toute autre cellule qui commence par « = » est une formule.
  const valeurs = tableau.map((l) => l.map((c) => /^="([^"]*)"$/.exec(c)?.[1] ?? c));
  const rang = valeurs.findIndex((l) => l.some((c) => c.startsWith("=")));
  if (rang >= 0)
    return refus(`Ligne ${rang + 1} : ce fichier contient une formule. Remplacez-la par sa valeur, puis réessayez.`);
  // L'apostrophe que l'export met devant = + - @ pour qu'un tableur n'y voie pas une formule.
  return { ok: true, tableau: valeurs.map((l) => l.map((c) => c.replace(/^'(?=[=+\-@])/, ""))) };
}

const jour = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC" });

function texteDe(cellule: unknown): string {
  if (cellule === null || cellule === undefined) return "";
  if (cellule instanceof Date) return jour.format(cellule);
  // Un tableur range 16,1 comme 16.100000000000001 : douze chiffres suffisent à retrouver ce qui était tapé.
  if (typeof cellule === "number") return String(Number(cellule.toPrecision(12)));
  return String(cellule).trim();
}

async function readClasseur(octets: Uint8Array<ArrayBuffer>): Promise<Lecture> {
  const message = await refusClasseur(octets);
  if (message) return refus(message);
  const { default: readXlsx } = await import("read-excel-file/universal");
  const feuilles = (await readXlsx(octets.buffer)).filter((f) => f.data.some((l) => l.some((c) => c !== null)));
  const [feuille, ...autres] = feuilles;
  if (autres.length > 0)
    return refus(
      `Ce classeur a plusieurs feuilles remplies (${feuilles.map((f) => f.sheet).join(", ")}) : gardez la seule feuille des notes, puis réessayez.`,
    );
  const lignes = (feuille?.data ?? []).map((l) => l.map(texteDe));
  return { ok: true, tableau: lignes.filter((l) => l.some((c) => c !== "")) };
}

/** Un fichier choisi par l'enseignant, en cellules de texte ; ou la raison de ne pas le lire. La taille passe avant tout. */
export async function readFichier(fichier: Pick<Blob, "size" | "arrayBuffer">): Promise<Lecture> {
  if (fichier.size === 0) return refus("Ce fichier est vide : rien n'a été importé.");
  if (fichier.size > OCTETS_MAX)
    return refus("Ce fichier dépasse 2 Mo, bien plus qu'une feuille de notes : vérifiez que c'est le bon.");
  const octets = new Uint8Array(await fichier.arrayBuffer());
  const autre = SIGNATURES.find(([signature]) => commence(octets, signature));
  if (autre) return refus(`Ce fichier est ${autre[1]}, quel que soit son nom : choisissez un fichier .xlsx ou .csv.`);
  if (commence(octets, ANCIEN_EXCEL))
    return refus("Ce fichier est d'un ancien Excel (.xls) ou protégé par un mot de passe : enregistrez-le en .xlsx.");
  const lu = await (commence(octets, ZIP) ? readClasseur(octets) : readTexte(octets)).catch(() =>
    refus("Ce fichier est abîmé : ouvrez-le dans votre tableur, enregistrez-le à nouveau, puis réessayez."),
  );
  if (!lu.ok) return lu;
  if (lu.tableau.length === 0) return refus("Ce fichier est vide : rien n'a été importé.");
  if (lu.tableau.length > LIGNES_MAX)
    return refus(`Ce fichier a plus de ${LIGNES_MAX} lignes : ce n'est pas la feuille d'une seule évaluation.`);
  return lu;
}
