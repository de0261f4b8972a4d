import { groupBy } from "@/lib/group-by";

/** Un étudiant, sans nom : où on le compte, et le code décidé pour lui. */
export interface Observation {
  readonly groupe: string;
  readonly code: string;
}

export interface LigneRepartition {
  readonly nom: string;
  /** Un effectif par code montré ; null : compté avec les autres. */
  readonly effectifs: readonly (number | null)[];
  /** Les codes trop rares de cette ligne, comptés ensemble. */
  readonly autres: number;
  readonly total: number;
}

export interface Repartition {
  readonly codes: readonly string[];
  readonly lignes: readonly LigneRepartition[];
}

/** Sous cet effectif, un nombre désigne quelqu'un. */
const SEUIL = 3;

/**
 * Les décisions comptées sans désigner personne : aucune case ne vaut 1 ou 2. Sur chaque ligne, les codes trop rares se
 * comptent ensemble, et avec eux le plus petit effectif suivant tant que leur somme reste trop petite (sinon le total la
 * rendrait) ; un groupe de moins de trois personnes fond tous les groupes en un. null : trop peu d'étudiants.
 */
export function repartition(observations: readonly Observation[]): Repartition | null {
  if (observations.length < SEUIL) return null;
  const parGroupe = groupBy(observations, (o) => o.groupe);
  const petits = [...parGroupe.values()].some((memes) => memes.length < SEUIL);
  const groupes = petits ? new Map([["Ensemble", observations]]) : parGroupe;
  const lignes = [...groupes].map(([nom, memes]) => ({ nom, total: memes.length, gardes: gardes(memes) }));
  const codes = [...new Set(lignes.flatMap((l) => [...l.gardes.keys()]))].sort();
  return {
    codes,
    lignes: lignes.map(({ nom, total, gardes: connus }) => {
      const autres = total - [...connus.values()].reduce((a, b) => a + b, 0);
      // Un zéro à côté d'un regroupement dirait quels codes n'y sont pas.
      const absent = autres > 0 ? null : 0;
      return { nom, total, autres, effectifs: codes.map((code) => connus.get(code) ?? absent) };
    }),
  };
}

/** Les codes d'une ligne dont l'effectif peut être dit. */
function gardes(memes: readonly Observation[]): ReadonlyMap<string, number> {
  const croissants = [...groupBy(memes, (o) => o.code)]
    .map(([code, siens]) => ({ code, n: siens.length }))
    .sort((a, b) => a.n - b.n);
  let regroupes = 0;
  let somme = 0;
  for (const { n } of croissants) {
    if (n >= SEUIL && (somme === 0 || somme >= SEUIL)) break;
    somme += n;
    regroupes++;
  }
  return new Map(croissants.slice(regroupes).map(({ code, n }) => [code, n]));
}
