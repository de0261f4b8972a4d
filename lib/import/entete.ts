import { cleMots } from "./cles";
import { isAccompagnement, isPied } from "./entetes";
import { celluleDe, type Feuille, type Ligne } from "./tableau";
import type { Dit, LignesLues, Usage } from "./usage";

interface Tete {
  readonly rang: number;
  /** Combien de ses cellules sont des noms de colonnes. */
  readonly reconnues: number;
}

const textes = (ligne: Ligne): string[] => ligne.cellules.map((c) => (c.sorte === "texte" ? c.texte : ""));

/** Le plus de cellules remplies qu'une ligne ait. */
const largeurDe = (lignes: readonly Ligne[]): number =>
  lignes.reduce((n, l) => Math.max(n, l.cellules.filter((c) => c.texte !== "").length), 0);

/**
 * La ligne d'en-têtes, où qu'elle soit : sous un titre et des consignes, ou tout en bas après un tri. C'est celle qui nomme le
 * plus de colonnes ; à égalité, la plus remplie (un titre fusionné en nomme autant, mais en remplit moins).
 */
function trouveTete<E, V>(lignes: readonly Ligne[], usage: Usage<E, V>): Tete | null {
  const largeur = largeurDe(lignes);
  let meilleure: (Tete & { readonly note: number }) | null = null;
  lignes.forEach((ligne, rang) => {
    const remplies = textes(ligne).filter((t) => t !== "");
    if (remplies.length === 0 || (remplies.length === 1 && largeur > 1)) return;
    const cles = remplies.map((t) => [cleMots(t), t] as const);
    const fortes = cles.filter(
      ([c, brut]) => usage.annuaire.nomme(c) || usage.champs.some((champ) => champ.entete(c, brut) >= 2),
    ).length;
    if (fortes === 0) return;
    const reconnues = fortes + cles.filter(([c]) => isAccompagnement(c)).length;
    // Une personne peut s'appeler « NOMS » : une ligne qui porte un nombre n'est un en-tête que si le reste en est un.
    const nombres = ligne.cellules.filter((c) => c.sorte === "nombre" || /^\d+([.,]\d+)?$/.test(c.texte)).length;
    if (nombres > 0 && reconnues * 2 <= remplies.length) return;
    const note = reconnues * 3 + remplies.length;
    if (!meilleure || note > meilleure.note) meilleure = { rang, reconnues, note };
  });
  return meilleure;
}

const memes = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((t) => t !== "") && a.length === b.length && a.every((t, i) => t === b[i]);

/** Une ligne qui commence comme un bas de tableau (« Moyenne », « Total »), ou d'une seule cellule sans numéro : une légende. */
function isBasDeTableau(ligne: Ligne, largeur: number): boolean {
  const remplies = ligne.cellules.map((c) => c.texte).filter((t) => t !== "");
  if (remplies.some((t) => t.includes("@"))) return false;
  const [premiere = ""] = remplies;
  const cle = cleMots(premiere);
  const intertitre =
    /^(groupe|gr|td|tp|classe|page|feuille)( |\d|$)/.test(cle) || (!/\d/.test(premiere) && cle.includes(" "));
  const legende = largeur > 1 && remplies.length === 1 && intertitre;
  return legende || isPied(cle);
}

interface Essai<E> {
  readonly trouve: (ligne: Ligne) => E | null;
}

/**
 * Sépare l'en-tête, les lignes qui parlent de quelqu'un, et ce qui ne parle de personne. Une ligne au-dessus de l'en-tête n'est
 * une ligne du tableau que si l'une d'elles au moins se reconnaît : un tri a pu emporter l'en-tête.
 */
export function separe<E, V>(feuille: Feuille, usage: Usage<E, V>): LignesLues {
  const lignes = usage.ecarte ? feuille.lignes.map((l) => sansEcartees(l, usage)) : feuille.lignes;
  const tete = trouveTete(lignes, usage) ?? teteParContenu(lignes, usage);
  const largeur = largeurDe(lignes);
  if (!tete) {
    const essai = essaie({ entetes: [], lignes, ecartees: [] }, usage);
    const isPied = (l: Ligne) => isBasDeTableau(l, largeur) && !essai.trouve(l);
    return { entetes: [], lignes: lignes.filter((l) => !isPied(l)), ecartees: lignes.filter(isPied) };
  }
  const entete = lignes[tete.rang];
  const entetes = entete ? textes(entete) : [];
  const dessous = lignes.slice(tete.rang + 1);
  const essai = essaie(
    { entetes, lignes: dessous.length > 0 ? dessous : lignes.slice(0, tete.rang), ecartees: [] },
    usage,
  );
  const dessus = lignes.slice(0, tete.rang);
  const emportee = dessus.some((l) => essai.trouve(l) !== null);
  const corps: Ligne[] = [];
  const ecartees: Ligne[] = [];
  for (const l of dessus) (emportee && l.cellules.filter((c) => c.texte !== "").length > 1 ? corps : ecartees).push(l);
  for (const l of dessous)
    (memes(textes(l), entetes) || (isBasDeTableau(l, largeur) && !essai.trouve(l)) ? ecartees : corps).push(l);
  return { entetes, lignes: corps, ecartees };
}

function sansEcartees<E, V>(ligne: Ligne, { ecarte }: Usage<E, V>): Ligne {
  return { ...ligne, cellules: ligne.cellules.map((c) => (ecarte?.(c) ? { texte: "", sorte: "texte" } : c)) };
}

function essaie<E, V>(lues: LignesLues, { annuaire }: Usage<E, V>): Essai<E> {
  const { colonnes } = annuaire.devine(lues, new Map());
  return {
    trouve: (ligne) => {
      const dit: Dit = new Map([...colonnes].map(([champ, c]) => [champ, celluleDe(ligne, c)]));
      const trouve = annuaire.trouve(dit);
      return trouve.trouve ? trouve.enregistrement : null;
    },
  };
}

/** Des titres qu'on ne connaît pas, mais juste au-dessus de la première ligne reconnue : ce sont des titres. */
function teteParContenu<E, V>(lignes: readonly Ligne[], usage: Usage<E, V>): Tete | null {
  const essai = essaie({ entetes: [], lignes, ecartees: [] }, usage);
  const premiere = lignes.findIndex((l) => essai.trouve(l) !== null);
  const dessus = premiere > 0 ? lignes[premiere - 1] : undefined;
  const cellules = dessus?.cellules.filter((c) => c.texte !== "") ?? [];
  const titre = cellules.length > 1 && cellules.every((c) => c.sorte === "texte" && !/^[\d.,\s]+$/.test(c.texte));
  const valeur = cellules.some((c) => usage.champs.some((champ) => champ.contenu?.(c)));
  return titre && !valeur ? { rang: premiere - 1, reconnues: 0 } : null;
}
