import { type Apercu, cle, DEJA_VU, type LigneCollee, prepareBloc } from "../collage";
import { readRepere } from "../import/repere";
import type { Grille } from "../queries";
import type { Tableau } from "./lecture";

export type Import =
  | {
      readonly ok: true;
      readonly apercu: Apercu;
      /** Les inscrits dont le fichier ne parle pas : leurs notes ne bougent pas. */
      readonly absents: number;
    }
  | { readonly ok: false; readonly message: string };

const refus = (message: string): Import => ({ ok: false, message });

const isEnteteNote = (cellule: string): boolean => /^notes?( sur \d.*| \d.*)?$/.test(cle(cellule));

/** La ligne d'en-têtes, où qu'un tri l'ait mise. */
const trouveEntete = (tableau: Tableau): number => tableau.findIndex((l) => l.some(isEnteteNote));

/** Le titre qu'un fichier exporté donne à l'évaluation d'où il vient. */
function titreDe(entete: readonly string[] | undefined, ligne: readonly string[]): string {
  const colonne = entete?.findIndex((c) => cle(c) === "evaluation") ?? -1;
  const titre = colonne < 0 ? "" : (ligne[colonne] ?? "");
  return titre ? `, « ${titre} »` : "";
}

const CHANGEE_DEPUIS = "Cette note a changé depuis l'export : vous verrez les deux valeurs et vous choisirez.";

/** Ce que dit le fichier d'une ligne, au regard de ce que son auteur avait sous les yeux en l'exportant. */
function affine(ligne: LigneCollee, versionExport: number | null): LigneCollee {
  // Une case restée vide dans une feuille pré-remplie n'efface rien : la note a pu être saisie entre-temps.
  if (ligne.sort === "effacee" || (ligne.sort === "identique" && ligne.saisie === ""))
    return { ...ligne, sort: "vide" };
  if (versionExport === null || versionExport === ligne.versionLue) return ligne;
  if (ligne.sort !== "nouvelle" && ligne.sort !== "changee") return ligne;
  return { ...ligne, versionLue: versionExport, raison: CHANGEE_DEPUIS };
}

/** Ce que ferait un fichier, avant de rien écrire ; ou pourquoi il n'est pas celui qu'il faut. */
export function prepareImport(tableau: Tableau, { evaluation, lignes }: Grille): Import {
  const rangEntete = trouveEntete(tableau);
  const entete = tableau[rangEntete];
  const colonnesNote = (entete ?? []).flatMap((c, i) => (isEnteteNote(c) ? [i] : []));
  if (colonnesNote.length > 1)
    return refus(
      `Ce fichier a plusieurs colonnes de notes (${colonnesNote.map((i) => entete?.[i]).join(", ")}) : gardez celle de cette évaluation.`,
    );
  const donnees = tableau.filter((_, i) => i !== rangEntete);
  if (donnees.length === 0) return refus("Ce fichier n'a que des en-têtes : il n'y a aucune note à importer.");

  const reperes = donnees.map((l) => l.map(readRepere).find((r) => r !== null) ?? null);
  const etrangere = reperes.findIndex((r) => r !== null && r.evaluationId !== evaluation.id);
  if (etrangere >= 0)
    return refus(
      `Ce fichier vient d'une autre évaluation${titreDe(entete, donnees[etrangere] ?? [])} : ouvrez-la pour l'y importer, ou exportez d'abord la feuille de celle-ci.`,
    );

  const [colonne] = colonnesNote;
  const bloc = donnees.map((l) => {
    const utiles = l.flatMap((c, i) => (readRepere(c) === null ? [i] : []));
    const note = colonne ?? utiles.at(-1);
    return {
      designation: utiles.filter((i) => i !== note).map((i) => l[i] ?? ""),
      saisie: note === undefined ? "" : (l[note] ?? ""),
    };
  });
  const apercu = prepareBloc(bloc, { toutes: lignes, affichees: lignes }, null, evaluation.bareme);
  if (apercu.par === "position" && donnees.length > lignes.filter((l) => l.etat === "I").length)
    return refus(
      "Aucun numéro ni nom de cette classe dans ce fichier, et plus de lignes que d'étudiants : ajoutez une colonne avec leurs numéros.",
    );
  const double = apercu.lignes.find((l) => l.raison === DEJA_VU);
  if (double)
    return refus(
      `${double.qui} est plusieurs fois dans ce fichier : gardez une seule ligne par étudiant, puis réessayez.`,
    );
  const nommes = new Set(apercu.lignes.map((l) => l.inscriptionId));
  return {
    ok: true,
    apercu: { par: apercu.par, lignes: apercu.lignes.map((l, i) => affine(l, reperes[i]?.version ?? null)) },
    absents: lignes.filter((l) => l.etat === "I" && !nommes.has(l.inscriptionId)).length,
  };
}
