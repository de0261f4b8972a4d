import type { Cellule, Ligne } from "./tableau";

/**
 * Ce qu'un usage de l'import déclare : ses champs, comment un enregistrement se trouve, ce que fait une ligne. Le moteur
 * ne sait rien d'autre : ni note, ni étudiant.
 */
export interface Usage<E, V> {
  /** « notes », « bonus »… : ce que portent le lot et la mémoire des colonnes. */
  readonly nom: string;
  readonly annuaire: Annuaire<E>;
  readonly champs: readonly Champ[];
  /** Ce que ferait une ligne, un effet par champ rempli ou attendu. `enregistrement` a été trouvé, seul. */
  readonly lit: (enregistrement: E, dit: Dit, ligne: Ligne) => readonly Effet<V>[];
  /** Une ligne qui ne désigne personne de connu et dit pourtant de qui elle parle : ce qu'elle créerait. Absent : elle reste inconnue. */
  readonly cree?: (dit: Dit, ligne: Ligne) => Creation<V> | null;
  /** Un fichier qui n'est pas pour ici (un export d'une autre évaluation) : la phrase qui le refuse, avant toute lecture. */
  readonly refuse?: (feuille: LignesLues) => string | null;
  /** Un même enregistrement peut avoir plusieurs lignes, chacune d'un champ à elle ; absent : deux lignes sont un doublon. */
  readonly plusieurs?: true;
  /** Des surprises qui se voient sur tout le fichier, une phrase chacune. */
  readonly alertes?: (lignes: readonly LigneApercu<V>[], feuille: LignesLues) => readonly string[];
  /** Des cellules qui accompagnent la feuille sans en être une colonne (un repère d'export) : jamais devinées. */
  readonly ecarte?: (cellule: Cellule) => boolean;
  /** Un bloc collé qui n'a que des valeurs se place dans l'ordre, à partir d'une case choisie ; absent : jamais. */
  readonly parPosition?: {
    readonly place: (rang: number) => E | null;
    readonly valeur: (cellule: Cellule) => boolean;
  };
}

/** Une valeur que le fichier apporte : une colonne au plus par champ. */
export interface Champ {
  readonly id: string;
  readonly titre: string;
  /** Sans cette colonne, le fichier ne peut rien faire. */
  readonly requis: boolean;
  /**
   * Ce que dit l'en-tête (sa clé, en mots sans accents) : 3 il nomme ce champ et nul autre, 2 sûrement, 1 peut-être, 0 rien,
   * -1 c'est autre chose.
   */
  readonly entete: (cle: string, brut: string) => number;
  /** Cet en-tête interdit-il de lire la colonne telle quelle (un autre barème) ? La phrase qui le dit. */
  readonly refuse?: (brut: string) => string | null;
  /** Cette cellule peut-elle être une valeur de ce champ ? Absent : seul l'en-tête le reconnaît. */
  readonly contenu?: (cellule: Cellule) => boolean;
  /** Toute la colonne dit autre chose que ses cellules une à une : un rang 1, 2, 3… */
  readonly exclut?: (cellules: readonly Cellule[]) => boolean;
}

/** Les cellules d'une ligne, par champ ; un champ sans colonne n'y est pas. */
export type Dit = ReadonlyMap<string, Cellule>;

export type Sort = "nouvelle" | "changee" | "effacee" | "identique" | "vide" | "inconnue" | "refusee";

export interface Effet<V> {
  readonly champ: string;
  readonly sort: Exclude<Sort, "inconnue">;
  /** Ce qui est en place, ce que la cellule montre, et comment elle est lue : tous trois se voient. */
  readonly avant: string;
  readonly lu: string;
  readonly apres: string;
  readonly raison: string | null;
  /** La cellule n'est pas écrite comme il faut et sa lecture est une proposition : « Abs. » lu ABS. */
  readonly propose?: boolean;
  /** Ce qui s'écrira ; null si rien. */
  readonly valeur: V | null;
}

/** Un enregistrement à faire, désigné comme s'il existait : deux lignes de même clé sont un doublon. */
export interface Creation<V> {
  readonly cle: string;
  readonly qui: string;
  readonly effets: readonly Effet<V>[];
}

export interface LigneApercu<V> {
  /** La ligne du fichier. */
  readonly ligne: number;
  /** L'enregistrement trouvé ; null si aucun. */
  readonly cle: string | null;
  readonly qui: string;
  /** Ce que l'identité a de douteux sans empêcher la ligne : un nom écrit autrement. */
  readonly nuance: string | null;
  readonly champ: string;
  readonly sort: Sort;
  readonly avant: string;
  readonly lu: string;
  readonly apres: string;
  readonly raison: string | null;
  readonly propose: boolean;
  readonly valeur: V | null;
}

export interface LignesLues {
  /** L'en-tête tel quel, une cellule par colonne ; vide sans en-tête. */
  readonly entetes: readonly string[];
  readonly lignes: readonly Ligne[];
  /** Titres, consignes, totaux, en-têtes répétés : laissés de côté, et dits. */
  readonly ecartees: readonly Ligne[];
}

export type Colonnes = ReadonlyMap<string, number>;

export type Trouvaille<E> =
  | { readonly trouve: true; readonly enregistrement: E; readonly nuance: string | null }
  /** `muet` : la ligne ne dit rien de qui elle parle. */
  | { readonly trouve: false; readonly raison: string; readonly muet: boolean };

/** Ce qui désigne un enregistrement dans un fichier, et comment le trouver. */
export interface Annuaire<E> {
  readonly champs: readonly { readonly id: string; readonly titre: string }[];
  readonly cle: (enregistrement: E) => string;
  readonly qui: (enregistrement: E) => string;
  /** Cet en-tête est-il celui d'une de ses colonnes ? */
  readonly nomme: (cle: string) => boolean;
  /** Les colonnes qui désignent, d'après les en-têtes et les contenus ; et ce qu'il faut en dire. */
  readonly devine: (
    lues: LignesLues,
    choisies: Colonnes,
  ) => { readonly colonnes: Colonnes; readonly dit: readonly string[] };
  readonly trouve: (dit: Dit) => Trouvaille<E>;
  /** Ce que la ligne dit de qui elle parle, pour le montrer. */
  readonly designe: (dit: Dit) => string;
}
