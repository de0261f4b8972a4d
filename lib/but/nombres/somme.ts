import { divisePar, type Fraction, foisEntier, fraction, pgcd, plus, ZERO } from "./fraction";

/**
 * Moyenne pondérée exacte en cours : Σ(valeur × poids) et Σ poids. La somme reste un numérateur et un dénominateur
 * entiers sûrs tant que c'est possible, et déborde dans une Fraction sinon : mêmes résultats, sans objet par terme.
 * Valeurs et poids sont positifs ou nuls.
 */
export interface Somme {
  n: number;
  d: number;
  reste: Fraction;
  poids: number;
}

export const somme = (): Somme => ({ n: 0, d: 1, reste: ZERO, poids: 0 });

/** Ajoute la valeur n/d avec ce poids. */
export function ajoute(s: Somme, poids: number, n: number, d: number): void {
  s.poids += poids;
  if (d === s.d) {
    const total = s.n + poids * n;
    if (total <= Number.MAX_SAFE_INTEGER) {
      s.n = total;
      return;
    }
  } else {
    const g = pgcd(s.d, d);
    const total = s.n * (d / g) + poids * n * (s.d / g);
    const commun = (s.d / g) * d;
    if (total <= Number.MAX_SAFE_INTEGER && commun <= Number.MAX_SAFE_INTEGER) {
      s.n = total;
      s.d = commun;
      return;
    }
  }
  s.reste = plus(s.reste, foisEntier(fraction(n, d), poids));
}

export function ajouteFraction(s: Somme, poids: number, { n, d }: Fraction): void {
  if (typeof n === "number" && typeof d === "number") ajoute(s, poids, n, d);
  else {
    s.poids += poids;
    s.reste = plus(s.reste, foisEntier({ n, d }, poids));
  }
}

/**
 * La moyenne × facteur ; null si rien n'a pesé.
 * @throws RangeError si la somme des poids n'est plus un entier sûr
 */
export function moyenneDe(s: Somme, facteur: number): Fraction | null {
  if (s.poids === 0) return null;
  if (!Number.isSafeInteger(s.poids)) throw new RangeError("Coefficients trop grands pour un calcul exact");
  const n = s.n * facteur;
  const d = s.d * s.poids;
  if (s.reste === ZERO && n <= Number.MAX_SAFE_INTEGER && d <= Number.MAX_SAFE_INTEGER) return fraction(n, d);
  return divisePar(foisEntier(plus(s.reste, fraction(s.n, s.d)), facteur), s.poids);
}
