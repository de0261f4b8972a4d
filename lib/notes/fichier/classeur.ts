/** Ce qu'un classeur .xlsx contient et que la lecture des valeurs ne dit pas : formules, cellules fusionnées, démesure. */

const FIN_REPERTOIRE = 0x06054b50;
const ENTREE_REPERTOIRE = 0x02014b50;
/** Un classeur de notes fait quelques dizaines de Ko ; déplié, il n'en fait jamais autant. */
const DEPLIE_MAX = 30_000_000;

interface Entree {
  readonly nom: string;
  readonly compression: number;
  readonly compresse: number;
  readonly deplie: number;
  readonly position: number;
}

/** Le répertoire d'une archive zip, qui est à sa fin ; null si elle n'en a pas. */
function listEntrees(octets: Uint8Array): Entree[] | null {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  let fin = octets.length - 22;
  while (fin >= 0 && vue.getUint32(fin, true) !== FIN_REPERTOIRE) fin--;
  if (fin < 0) return null;
  const entrees: Entree[] = [];
  let p = vue.getUint32(fin + 16, true);
  for (let i = 0; i < vue.getUint16(fin + 10, true); i++) {
    if (p + 46 > octets.length || vue.getUint32(p, true) !== ENTREE_REPERTOIRE) return null;
    const longueur = vue.getUint16(p + 28, true);
    entrees.push({
      nom: new TextDecoder().decode(octets.subarray(p + 46, p + 46 + longueur)),
      compression: vue.getUint16(p + 10, true),
      compresse: vue.getUint32(p + 20, true),
      deplie: vue.getUint32(p + 24, true),
      position: vue.getUint32(p + 42, true),
    });
    p += 46 + longueur + vue.getUint16(p + 30, true) + vue.getUint16(p + 32, true);
  }
  return entrees;
}

async function deplie(octets: Uint8Array<ArrayBuffer>, e: Entree): Promise<string> {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const debut = e.position + 30 + vue.getUint16(e.position + 26, true) + vue.getUint16(e.position + 28, true);
  const donnees = octets.subarray(debut, debut + e.compresse);
  if (e.compression === 0) return new TextDecoder().decode(donnees);
  const flux = new Blob([donnees]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(flux).text();
}

const FORMULE = /<(?:\w+:)?c\s[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*<(?:\w+:)?f[\s>/]/;
const FUSION = /<(?:\w+:)?mergeCell\s[^>]*?\bref="([^"]+)"/;

/** Pourquoi ce classeur ne peut pas être lu sans risque ; null s'il le peut. */
export async function refusClasseur(octets: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const entrees = listEntrees(octets);
  if (!entrees) return "Ce classeur est abîmé : ouvrez-le dans votre tableur, enregistrez-le en .xlsx, puis réessayez.";
  if (!entrees.some((e) => e.nom === "xl/workbook.xml"))
    return "Ce fichier n'est pas un classeur Excel : dans votre tableur, enregistrez-le en .xlsx ou en .csv.";
  if (entrees.reduce((total, e) => total + e.deplie, 0) > DEPLIE_MAX)
    return "Ce classeur est trop grand pour une feuille de notes : gardez-y les seules notes de cette évaluation.";
  for (const e of entrees.filter(({ nom }) => /^xl\/worksheets\/[^/]+\.xml$/.test(nom))) {
    const feuille = await deplie(octets, e);
    const formule = FORMULE.exec(feuille);
    if (formule)
      return `Ce classeur contient des formules (cellule ${formule[1]}) : remplacez-les par leurs valeurs (copier, puis collage spécial « valeurs »), enregistrez, et réessayez.`;
    const fusion = FUSION.exec(feuille);
    if (fusion)
      return `Ce classeur contient des cellules fusionnées (${fusion[1]}) : on ne sait pas à qui elles reviennent. Défusionnez-les, enregistrez, et réessayez.`;
  }
  return null;
}
