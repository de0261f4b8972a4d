import { groupBy } from "@/lib/group-by";

/** Un étudiant, sans nom : où on le compte, et le code décidé pour lui. */
export interface Observation {
  readonly groupe: string;
  readonly code: string;
}

export interface LigneRepartition {
  readonly nom: string;
  /** Un effectif par code gardé. */
  readonly effectifs: readonly number[];
  /** Les codes trop rares, comptés ensemble. */
  readonly autres: number;
  readonly total: number;
}

export interface Repartition {
  readonly codes: readonly string[];
  readonly lignes: readonly LigneRepartition[];
  readonly isRegroupee: boolean;
}

/** Sous cet effectif, un nombre désigne quelqu'un. */
const SEUIL = 3;

/**
 * Les décisions comptées sans désigner personne : aucune case ne vaut 1 ou 2. Les codes trop rares se comptent ensemble,
 * et avec eux le plus petit code suivant tant que leur somme reste trop petite ; un groupe de moins de trois personnes
 * fond tous les groupes en un. null : trop peu d'étudiants pour rien en dire.
 */
export function repartition(observations: readonly Observation[]): Repartition | null {
  if (observations.length < SEUIL) return null;
  const parGroupe = groupBy(observations, (o) => o.groupe);
  const petits = [...parGroupe.values()].some((memes) => memes.length < SEUIL);
  const groupes: ReadonlyMap<string, readonly Observation[]> = petits
    ? new Map([["Ensemble", observations]])
    : parGroupe;
  const effectif = (groupe: readonly Observation[], code: string): number =>
    groupe.filter((o) => o.code === code).length;
  const tous = [...new Set(observations.map((o) => o.code))].sort();
  const isRare = (n: number): boolean => n > 0 && n < SEUIL;
  let gardes = tous.filter((code) => [...groupes.values()].every((g) => !isRare(effectif(g, code))));
  const autres = (g: readonly Observation[]): number => g.filter((o) => !gardes.includes(o.code)).length;
  for (;;) {
    const expose = [...groupes.values()].find((g) => isRare(autres(g)));
    if (!expose) break;
    const [suivant] = gardes
      .filter((code) => effectif(expose, code) > 0)
      .sort((a, b) => effectif(expose, a) - effectif(expose, b));
    gardes = gardes.filter((code) => code !== suivant);
  }
  return {
    codes: gardes,
    lignes: [...groupes].map(([nom, groupe]) => ({
      nom,
      effectifs: gardes.map((code) => effectif(groupe, code)),
      autres: autres(groupe),
      total: groupe.length,
    })),
    isRegroupee: petits || gardes.length < tous.length,
  };
}
