import { cleNom } from "@/lib/import/cles";
import { readFichier } from "@/lib/import/lecture/fichier";
import { lisCodes } from "./entree";

interface Objet {
  readonly objet: string;
  readonly objetId: string;
  readonly libelle: string;
  readonly codes: readonly string[];
}

export type CodesLus =
  | {
      readonly ok: true;
      /** « objet id » → les codes, séparés par une espace ; ceux du fichier s'ajoutent à ceux qui y sont. */
      readonly saisies: ReadonlyMap<string, string>;
      readonly inconnus: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

const cleLibelle = (texte: string): string => texte.split("/").map(cleNom).join("/");

/** Un fichier de codes, « objet ; code », quel que soit l'ordre de ses colonnes et ce qui le précède. */
export async function lisFichierCodes(
  fichier: Pick<Blob, "size" | "arrayBuffer">,
  objets: readonly Objet[],
): Promise<CodesLus> {
  const lecture = await readFichier(fichier);
  if (!lecture.ok) return lecture;
  const lignes = lecture.feuilles[0].lignes.map((l) => l.cellules.map((c) => c.texte));
  const rang = lignes.findIndex(
    (l) => l.some((c) => cleNom(c) === "objet") && l.some((c) => /^codes?(apogee)?$/.test(cleNom(c))),
  );
  const entete = lignes[rang];
  if (!entete)
    return {
      ok: false,
      message: "Ce fichier n'a pas de colonnes « objet » et « code » : ajoutez cette première ligne, puis réessayez.",
    };
  const colonneObjet = entete.findIndex((c) => cleNom(c) === "objet");
  const colonneCode = entete.findIndex((c) => /^codes?(apogee)?$/.test(cleNom(c)));
  const parLibelle = new Map(objets.map((o) => [cleLibelle(o.libelle), o]));
  const saisies = new Map<string, string>();
  const inconnus: string[] = [];
  for (const ligne of lignes.slice(rang + 1)) {
    const libelle = ligne[colonneObjet] ?? "";
    const codes = lisCodes(ligne[colonneCode] ?? "");
    if (libelle === "" || codes.length === 0) continue;
    const objet = parLibelle.get(cleLibelle(libelle));
    if (!objet) {
      inconnus.push(libelle);
      continue;
    }
    const cle = `${objet.objet} ${objet.objetId}`;
    const deja = lisCodes(saisies.get(cle) ?? objet.codes.join(" "));
    saisies.set(cle, [...new Set([...deja, ...codes])].sort().join(" "));
  }
  return { ok: true, saisies, inconnus };
}
