/** Une colonne à remplir du fichier, telle que sa section COLONNES la décrit. */
export interface Colonne {
  /** « apoL_c0007 » : son nom dans l'en-tête des valeurs. */
  readonly nom: string;
  /** VET : l'année ; ELP : un élément ; EPR : une épreuve. */
  readonly objet: string;
  readonly code: string;
  /** « 2025 » pour 2025-2026. */
  readonly annee: string;
  /** N : la note ; B : son barème ; R : le résultat. */
  readonly type: string;
  readonly titre: string;
  /** Sa place dans une ligne de valeurs. */
  readonly rang: number;
}

export interface LigneEtudiant {
  /** Numéro de ligne dans le fichier, à partir de 1. */
  readonly ligne: number;
  readonly numero: string;
  readonly nom: string;
  readonly prenom: string;
  readonly cellules: readonly string[];
}

export interface FichierApogee {
  readonly titre: string;
  /** Les codes de résultat que l'université accepte ; null : le fichier n'en dit rien. */
  readonly resultats: ReadonlySet<string> | null;
  readonly colonnes: readonly Colonne[];
  readonly etudiants: readonly LigneEtudiant[];
  /** Chaque ligne avec sa fin, mot pour mot : ce qui n'est pas rempli repart tel quel. */
  readonly lignes: readonly string[];
}

export type Lu =
  | { readonly ok: true; readonly fichier: FichierApogee }
  | { readonly ok: false; readonly message: string };

/** Le plus gros fichier lu : cent fois une promotion ordinaire. */
export const OCTETS_MAX = 2_500_000;
const FIN = /\r?\n$/;
const cellulesDe = (ligne: string): string[] => ligne.replace(FIN, "").split("\t");
const refus = (message: string): Lu => ({ ok: false, message });

/** Les lignes d'une section, avec leur place ; vide si elle n'y est pas. */
function section(lignes: readonly string[], nom: string): readonly { readonly texte: string; readonly rang: number }[] {
  const debut = lignes.findIndex((l) => l.replace(FIN, "").trimEnd() === `XX-APO_${nom}-XX`);
  if (debut < 0) return [];
  const suite = lignes.slice(debut + 1);
  const fin = suite.findIndex((l) => l.startsWith("XX-APO_"));
  return (fin < 0 ? suite : suite.slice(0, fin)).map((texte, i) => ({ texte, rang: debut + 1 + i }));
}

/** « 11⇥ADM : Admis⇥AJ : Ajourné » : le compte, puis chaque code et son sens. */
function resultatsPermis(lignes: readonly string[]): ReadonlySet<string> | null {
  const codes = section(lignes, "TYP_RES").flatMap(({ texte }) =>
    cellulesDe(texte)
      .slice(1)
      .flatMap((c) => /^\s*([^\s:]+)\s*:/.exec(c)?.[1] ?? []),
  );
  return codes.length > 0 ? new Set(codes) : null;
}

function colonnesDecrites(lignes: readonly string[]): readonly string[][] {
  const decrites = section(lignes, "COLONNES").map((l) => l.texte);
  const debut = decrites.findIndex((l) => l.startsWith("APO_COL_VAL_DEB"));
  const fin = decrites.findIndex((l) => l.startsWith("APO_COL_VAL_FIN"));
  return debut < 0 || fin < debut ? [] : decrites.slice(debut + 1, fin).map(cellulesDe);
}

/**
 * Lit un fichier d'échange Apogée (ISO-8859-1, tabulations). Chaque octet y a sa lettre et inversement : rien ne se perd à
 * le relire puis à le récrire.
 */
export function lisFichier(octets: Uint8Array): Lu {
  if (octets.length > OCTETS_MAX) return refus("Ce fichier dépasse 2,5 Mo : ce n'est pas un fichier d'échange Apogée.");
  const texte = Buffer.from(octets).toString("latin1");
  const lignes = texte.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const valeurs = section(lignes, "VALEURS");
  const [entete, ...corps] = valeurs;
  const decrites = colonnesDecrites(lignes);
  if (!entete || decrites.length === 0)
    return refus(
      "Ce n'est pas un fichier d'échange Apogée : ses sections XX-APO_COLONNES-XX et XX-APO_VALEURS-XX manquent. Donnez le fichier texte que l'université vous a remis, sans l'ouvrir dans un tableur.",
    );
  const rangs = new Map(cellulesDe(entete.texte).map((nom, rang) => [nom, rang]));
  const colonnes: Colonne[] = [];
  for (const [nom = "", objet = "", code = "", , annee = "", , , type = "", titre = ""] of decrites) {
    const rang = rangs.get(nom);
    if (rang === undefined)
      return refus(
        `La colonne ${nom} est décrite mais absente de l'en-tête des valeurs : demandez un nouveau fichier.`,
      );
    colonnes.push({ nom, objet, code, annee, type, titre, rang });
  }
  const etudiants = corps
    .map(({ texte, rang }) => ({ ligne: rang + 1, cellules: cellulesDe(texte) }))
    .filter(({ cellules }) => (cellules[0] ?? "").trim() !== "")
    .map(({ ligne, cellules }) => {
      const [numero = "", nom = "", prenom = ""] = cellules;
      return { ligne, numero: numero.trim(), nom: nom.trim(), prenom: prenom.trim(), cellules };
    });
  const doubles = etudiants.filter((e, i) => etudiants.findIndex((a) => a.numero === e.numero) !== i);
  if (doubles[0])
    return refus(
      `L'étudiant ${doubles[0].numero} y est deux fois (ligne ${doubles[0].ligne}) : demandez un nouveau fichier.`,
    );
  const titre = section(lignes, "TITRES")
    .map(({ texte }) => cellulesDe(texte))
    .find(([cle]) => cle === "apoC_lib_dip")?.[1];
  return { ok: true, fichier: { titre: titre ?? "", resultats: resultatsPermis(lignes), colonnes, etudiants, lignes } };
}

/** Une cellule à écrire. */
export interface Ecrit {
  readonly ligne: number;
  readonly rang: number;
  readonly valeur: string;
}

/** Le fichier avec ces cellules, et tout le reste octet pour octet. */
export function ecrisFichier({ lignes }: FichierApogee, ecrits: readonly Ecrit[]): Uint8Array {
  const parLigne = new Map<number, Ecrit[]>();
  for (const e of ecrits) parLigne.set(e.ligne, [...(parLigne.get(e.ligne) ?? []), e]);
  const sortie = lignes.map((texte, i) => {
    const ici = parLigne.get(i + 1);
    if (!ici) return texte;
    const fin = FIN.exec(texte)?.[0] ?? "";
    const cellules = cellulesDe(texte);
    for (const { rang, valeur } of ici) {
      while (cellules.length <= rang) cellules.push("");
      cellules[rang] = valeur;
    }
    return cellules.join("\t") + fin;
  });
  return Buffer.from(sortie.join(""), "latin1");
}
