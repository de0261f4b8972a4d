import type { Note } from "@/lib/but/modele/note";
import { arrondiCentieme } from "@/lib/but/nombres/arrondi";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { fraction } from "@/lib/but/nombres/fraction";

/** Ce que dit une colonne de notes, sur le barème de l'évaluation. ABS, EXC et ATT se comptent à part. */
export interface Statistiques {
  readonly notes: number;
  readonly manquantes: number;
  readonly abs: number;
  readonly exc: number;
  readonly att: number;
  /** null : aucune note chiffrée. */
  readonly chiffres: {
    readonly moyenne: Centiemes;
    readonly mediane: Centiemes;
    readonly ecartType: Centiemes;
    readonly min: Centiemes;
    readonly max: Centiemes;
  } | null;
}

/** En centièmes, au centième de point : la division est exacte, l'arrondi celui de la maison. */
const centiemesDe = (somme: number, n: number): Centiemes => arrondiCentieme(fraction(somme, n * 100));

export function statistiques(colonne: readonly Note[]): Statistiques {
  const compte = (note: Note) => colonne.filter((n) => n === note).length;
  const valeurs = colonne.filter((n) => typeof n === "number").sort((a, b) => a - b);
  const n = valeurs.length;
  const base = {
    notes: n,
    manquantes: compte(null),
    abs: compte("ABS"),
    exc: compte("EXC"),
    att: compte("ATT"),
  };
  const min = valeurs[0];
  const max = valeurs[n - 1];
  const bas = valeurs[(n - 1) >> 1];
  const haut = valeurs[n >> 1];
  if (min === undefined || max === undefined || bas === undefined || haut === undefined)
    return { ...base, chiffres: null };
  const somme = valeurs.reduce((s, v) => s + v, 0);
  const carres = valeurs.reduce((s, v) => s + v * v, 0);
  // n·Σx² − (Σx)² est un entier exact ; seule la racine, affichée et jamais décisive, passe par un flottant.
  const ecart = Math.round(Math.sqrt(n * carres - somme * somme) / n);
  return {
    ...base,
    chiffres: {
      moyenne: centiemesDe(somme, n),
      mediane: centiemesDe(bas + haut, 2),
      ecartType: ecart as Centiemes,
      min,
      max,
    },
  };
}

export interface Tranche {
  readonly de: Centiemes;
  readonly a: Centiemes;
  readonly combien: number;
}

const TRANCHES = 10;

/** Combien de notes chiffrées par dixième du barème ; la dernière tranche comprend le barème. */
export function repartition(colonne: readonly Note[], bareme: Centiemes): readonly Tranche[] {
  const rangs = colonne.flatMap((n) =>
    typeof n === "number" ? [Math.min(TRANCHES - 1, Math.floor((n * TRANCHES) / bareme))] : [],
  );
  return Array.from({ length: TRANCHES }, (_, i) => ({
    de: Math.ceil((i * bareme) / TRANCHES) as Centiemes,
    a: Math.ceil(((i + 1) * bareme) / TRANCHES) as Centiemes,
    combien: rangs.filter((r) => r === i).length,
  }));
}
