import { type Lecture, refuse } from "../tableau";
import { OCTETS_MAX } from "./limites";

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], "une image"],
  [[0xff, 0xd8, 0xff], "une image"],
  [[0x47, 0x49, 0x46, 0x38], "une image"],
  [[0x25, 0x50, 0x44, 0x46], "un PDF"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "un texte de traitement de texte"],
];
const ANCIEN_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

const commence = (octets: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((o, i) => octets[i] === o);

const ABIME = refuse("Ce fichier est abîmé : ouvrez-le dans votre tableur, enregistrez-le à nouveau, puis réessayez.");

async function readArchive(octets: Uint8Array): Promise<Lecture> {
  const { ArchiveRefusee, openArchive } = await import("./archive");
  try {
    const { noms } = openArchive(octets, () => false);
    if (noms.has("content.xml")) return (await import("./ods")).readOds(octets);
    return (await import("./xlsx")).readXlsx(octets);
  } catch (erreur) {
    if (erreur instanceof ArchiveRefusee) return refuse(erreur.message);
    return ABIME;
  }
}

/**
 * Un fichier choisi, en cellules ; ou la raison de ne pas le lire. La taille passe avant tout, puis ce que disent les
 * premiers octets, jamais le nom. Rien n'y est exécuté : ni formule, ni macro, ni entité.
 */
export async function readFichier(fichier: Pick<Blob, "size" | "arrayBuffer">): Promise<Lecture> {
  if (fichier.size === 0) return refuse("Ce fichier est vide : rien n'a été importé.");
  if (fichier.size > OCTETS_MAX)
    return refuse(
      `Ce fichier dépasse ${OCTETS_MAX / 1_000_000} Mo, bien plus qu'un tableau de cette sorte : vérifiez que c'est le bon.`,
    );
  const octets = new Uint8Array(await fichier.arrayBuffer());
  const autre = SIGNATURES.find(([signature]) => commence(octets, signature));
  if (autre)
    return refuse(`Ce fichier est ${autre[1]}, quel que soit son nom : choisissez un fichier .xlsx, .ods ou .csv.`);
  if (commence(octets, ANCIEN_EXCEL))
    return refuse("Ce fichier est d'un ancien Excel (.xls) ou protégé par un mot de passe : enregistrez-le en .xlsx.");
  if (commence(octets, ZIP)) return readArchive(octets);
  try {
    return (await import("./texte")).readTexte(octets);
  } catch {
    return ABIME;
  }
}
