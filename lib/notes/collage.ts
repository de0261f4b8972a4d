import type { Centiemes } from "@/lib/but/note";
import { formatNote, type Note, parseNote } from "@/lib/but/note";

/** Le texte que met un tableur dans le presse-papiers : tabulations, retours à la ligne, cellules entre guillemets. */
export function parseTsv(texte: string): string[][] {
  const lignes: string[][] = [[]];
  let cellule = "";
  let guillemets = false;
  const ferme = () => {
    lignes.at(-1)?.push(cellule.trim());
    cellule = "";
  };
  const source = texte.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  for (let i = 0; i < source.length; i++) {
    const signe = source[i] ?? "";
    if (guillemets) {
      if (signe !== '"') cellule += signe;
      else if (source[i + 1] === '"') {
        cellule += '"';
        i++;
      } else guillemets = false;
    } else if (signe === '"' && cellule === "") guillemets = true;
    else if (signe === "\t") ferme();
    else if (signe === "\n") {
      ferme();
      lignes.push([]);
    } else cellule += signe;
  }
  ferme();
  // Un tableur termine son bloc par un retour à la ligne : ce n'est pas une ligne vide de plus.
  if (lignes.length > 1 && lignes.at(-1)?.every((c) => c === "")) lignes.pop();
  return lignes;
}

/** Une seule cellule, comme Excel la copie (avec son retour à la ligne). */
export const texteSeul = (texte: string): string => parseTsv(texte)[0]?.[0] ?? "";

/** Plusieurs cellules : à montrer avant d'écrire. */
export const isBloc = (texte: string): boolean => {
  const lignes = parseTsv(texte);
  return lignes.length > 1 || (lignes[0]?.length ?? 0) > 1;
};

export interface LigneCible {
  readonly inscriptionId: string;
  readonly numero: string;
  readonly nom: string;
  readonly prenom: string;
  readonly etat: "I" | "DEM" | "DEF";
  readonly note: { readonly note: Note; readonly version: number } | null;
}

export type SortCollage = "nouvelle" | "changee" | "identique" | "inconnue" | "refusee" | "effacee" | "vide";

export interface LigneCollee {
  readonly rang: number;
  /** Ce que le bloc dit de l'étudiant, ou le nom de la ligne où il tombe. */
  readonly qui: string;
  readonly inscriptionId: string | null;
  readonly versionLue: number;
  readonly avant: string;
  readonly saisie: string;
  readonly sort: SortCollage;
  readonly raison: string | null;
}

export type Rapprochement = "numero" | "nom" | "position";

export const cle = (texte: string): string =>
  texte
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();

/** Les façons d'écrire un étudiant : numéro, NOM Prénom, Prénom NOM. Un homonyme ne désigne personne. */
function annuaire(lignes: readonly LigneCible[], par: "numero" | "nom"): Map<string, LigneCible | null> {
  const entrees = new Map<string, LigneCible | null>();
  for (const l of lignes) {
    const cles = par === "numero" ? [l.numero] : [`${l.nom} ${l.prenom}`, `${l.prenom} ${l.nom}`];
    for (const k of new Set(cles.map(cle))) entrees.set(k, entrees.has(k) ? null : l);
  }
  return entrees;
}

/** Comment désigner l'étudiant d'une ligne du bloc : le numéro, sinon le nom, sinon la place. */
function trouveRapprochement(bloc: readonly (readonly string[])[], lignes: readonly LigneCible[]) {
  for (const par of ["numero", "nom"] as const) {
    const connus = annuaire(lignes, par);
    for (let colonne = 0; colonne < Math.max(0, ...bloc.map((l) => l.length)); colonne++) {
      const separe = (l: readonly string[]) =>
        par === "nom" ? [l[colonne] ?? "", `${l[colonne] ?? ""} ${l[colonne + 1] ?? ""}`] : [l[colonne] ?? ""];
      const reconnues = bloc.filter((l) => separe(l).some((t) => connus.has(cle(t)))).length;
      if (reconnues > 0 && reconnues * 2 >= bloc.length)
        return {
          par,
          cible: (l: readonly string[]) =>
            separe(l)
              .map((t) => connus.get(cle(t)))
              .find((x) => x !== undefined) ?? null,
          qui: (l: readonly string[]) => l.slice(colonne).join(" "),
        };
    }
  }
  return null;
}

function sortDe(
  { rang, qui, saisie }: Pick<LigneCollee, "rang" | "qui" | "saisie">,
  cible: LigneCible | null,
  bareme: Centiemes,
): LigneCollee {
  const avant = formatNote(cible?.note?.note ?? null);
  const base = {
    rang,
    qui,
    saisie,
    avant,
    inscriptionId: cible?.inscriptionId ?? null,
    versionLue: cible?.note?.version ?? 0,
  };
  if (!cible) return { ...base, sort: "inconnue", raison: "Aucun étudiant de cette liste ne correspond." };
  if (cible.etat !== "I") return { ...base, sort: "refusee", raison: "Démissionnaire ou défaillant." };
  const lu = parseNote(saisie, bareme);
  if (!lu.ok) return { ...base, sort: "refusee", raison: lu.message };
  const apres = formatNote(lu.note);
  if (apres === avant) return { ...base, sort: "identique", raison: null };
  if (apres === "") return { ...base, sort: "effacee", raison: null };
  return { ...base, sort: avant === "" ? "nouvelle" : "changee", raison: null };
}

/** Une ligne d'un bloc ou d'un fichier : ce qui dit l'étudiant, et sa note. */
interface LigneBloc {
  readonly designation: readonly string[];
  readonly saisie: string;
}

export interface Apercu {
  readonly par: Rapprochement;
  readonly lignes: readonly LigneCollee[];
}

/** Où cherchent les numéros et les noms, et où se comptent les positions : un filtre peut ne montrer qu'un groupe. */
interface Cibles {
  readonly toutes: readonly LigneCible[];
  readonly affichees: readonly LigneCible[];
}

/**
 * Ce que ferait un bloc, avant de rien écrire. L'étudiant se reconnaît à son numéro, à son nom, sinon à sa place à partir
 * de `depart` (null : de la première ligne).
 */
export function prepareBloc(
  bloc: readonly LigneBloc[],
  { toutes, affichees }: Cibles,
  depart: string | null,
  bareme: Centiemes,
): Apercu {
  const rapproche = trouveRapprochement(
    bloc.map((l) => l.designation),
    toutes,
  );
  const inscrits = affichees.filter((l) => l.etat === "I");
  const debut = depart === null ? 0 : inscrits.findIndex((l) => l.inscriptionId === depart);
  const vus = new Set<string>();
  const collees = bloc.map(({ designation, saisie }, i): LigneCollee => {
    const cible = rapproche ? rapproche.cible(designation) : (inscrits[debut + i] ?? null);
    const nom = cible ? `${cible.nom} ${cible.prenom}` : null;
    const qui = nom ?? (rapproche?.qui(designation) || "Après la dernière ligne");
    const ligne = sortDe({ rang: i + 1, qui, saisie }, cible, bareme);
    if (ligne.inscriptionId === null || ligne.sort === "inconnue") return ligne;
    if (vus.has(ligne.inscriptionId)) return { ...ligne, sort: "refusee", raison: DEJA_VU };
    vus.add(ligne.inscriptionId);
    return ligne;
  });
  return { par: rapproche?.par ?? "position", lignes: collees };
}

/** Un étudiant deux fois : la seconde ligne est refusée pour cette raison. */
export const DEJA_VU = "Cet étudiant est déjà plus haut dans le bloc.";

/** Un bloc collé : la note est la dernière colonne. */
export function prepareCollage(texte: string, cibles: Cibles, depart: string, bareme: Centiemes): Apercu {
  const bloc = parseTsv(texte).map((l) => ({ designation: l.slice(0, -1), saisie: l.at(-1) ?? "" }));
  return prepareBloc(bloc, cibles, depart, bareme);
}

/** Ce qui s'écrira si la personne applique. */
export const isApplicable = (ligne: LigneCollee): boolean =>
  ligne.sort === "nouvelle" || ligne.sort === "changee" || ligne.sort === "effacee";
