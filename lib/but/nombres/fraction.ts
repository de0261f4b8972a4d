/**
 * Nombres rationnels exacts (règlement 4) : aucun flottant ne décide. Les entiers restent des `number` tant qu'ils
 * sont sûrs (|x| < 2^53), et passent en BigInt dès qu'un produit ne l'est plus.
 */
export interface Fraction {
  readonly n: number | bigint;
  /** Strictement positif. */
  readonly d: number | bigint;
}

type Entier = number | bigint;

export const ZERO: Fraction = { n: 0, d: 1 };
export const VINGT: Fraction = { n: 20, d: 1 };

const INT32_MAX = 0x7fffffff;

/**
 * Plus grand diviseur commun d'entiers sûrs, b positif ; 1 si tous deux sont nuls. Le reste de deux flottants est lent :
 * dès que les nombres tiennent dans 32 bits, la boucle passe en entiers machine.
 */
export function pgcd(a: number, b: number): number {
  let x = a < 0 ? -a : a;
  let y = b;
  while (y > 0 && (x > INT32_MAX || y > INT32_MAX)) {
    const reste = x % y;
    x = y;
    y = reste;
  }
  if (y === 0) return x === 0 ? 1 : x;
  return pgcdCourt(x | 0, y | 0);
}

function pgcdCourt(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) {
    const reste = (x % y) | 0;
    x = y;
    y = reste;
  }
  return x;
}

function pgcdGrand(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

/** n/d réduite. Lève RangeError si d est nul ou si un terme n'est pas entier. */
export function fraction(n: Entier, d: Entier = 1): Fraction {
  if (typeof n === "number" && typeof d === "number") {
    if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) throw new RangeError(`Fraction non entière : ${n}/${d}`);
    if (d === 0) throw new RangeError("Division par zéro");
    if (d === 1) return { n, d };
    const g = pgcd(n, d < 0 ? -d : d);
    return d < 0 ? { n: -n / g, d: -d / g } : { n: n / g, d: d / g };
  }
  return reduite(BigInt(n), BigInt(d));
}

function reduite(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError("Division par zéro");
  const g = pgcdGrand(n, d < 0n ? -d : d);
  const num = (d < 0n ? -n : n) / g;
  const den = (d < 0n ? -d : d) / g;
  const court = num <= 9007199254740991n && num >= -9007199254740991n && den <= 9007199254740991n;
  return court ? { n: Number(num), d: Number(den) } : { n: num, d: den };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  const { n: an, d: ad } = a;
  const { n: bn, d: bd } = b;
  if (typeof an === "number" && typeof ad === "number" && typeof bn === "number" && typeof bd === "number") {
    if (ad === bd) {
      const n = an + bn;
      if (Number.isSafeInteger(n)) return fraction(n, ad);
    } else {
      const x = an * bd;
      const y = bn * ad;
      const d = ad * bd;
      const n = x + y;
      if (Number.isSafeInteger(x) && Number.isSafeInteger(y) && Number.isSafeInteger(n) && Number.isSafeInteger(d))
        return fraction(n, d);
    }
  }
  return { n: BigInt(an) * BigInt(bd) + BigInt(bn) * BigInt(ad), d: BigInt(ad) * BigInt(bd) };
}

export function fois(a: Fraction, b: Fraction): Fraction {
  if (typeof a.n === "number" && typeof a.d === "number" && typeof b.n === "number" && typeof b.d === "number") {
    const n = a.n * b.n;
    const d = a.d * b.d;
    if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return fraction(n, d);
  }
  return { n: BigInt(a.n) * BigInt(b.n), d: BigInt(a.d) * BigInt(b.d) };
}

/** a × k, k entier. */
export function foisEntier(a: Fraction, k: number): Fraction {
  if (typeof a.n === "number" && typeof a.d === "number") {
    const n = a.n * k;
    if (Number.isSafeInteger(n)) return fraction(n, a.d);
  }
  return { n: BigInt(a.n) * BigInt(k), d: BigInt(a.d) };
}

/** a ÷ k, k entier strictement positif. */
export function divisePar(a: Fraction, k: number): Fraction {
  if (typeof a.n === "number" && typeof a.d === "number") {
    const d = a.d * k;
    if (Number.isSafeInteger(d)) return fraction(a.n, d);
  }
  return { n: BigInt(a.n), d: BigInt(a.d) * BigInt(k) };
}

/** Négatif si a < b, nul si égales, positif si a > b. */
export function compare(a: Fraction, b: Fraction): number {
  if (typeof a.n === "number" && typeof a.d === "number" && typeof b.n === "number" && typeof b.d === "number") {
    const x = a.n * b.d;
    const y = b.n * a.d;
    if (Number.isSafeInteger(x) && Number.isSafeInteger(y)) return x - y;
  }
  const x = BigInt(a.n) * BigInt(b.d);
  const y = BigInt(b.n) * BigInt(a.d);
  return x < y ? -1 : x > y ? 1 : 0;
}

export const plusGrande = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);
export const plusPetite = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);

/** Un entier de centièmes en points : 1250 → 25/2. */
export const depuisCentiemes = (c: number): Fraction => fraction(c, 100);

/** « 9.9898 » ou « 12,5 » en fraction exacte. Lève RangeError si ce n'est pas un décimal. */
export function depuisDecimal(texte: string): Fraction {
  const parties = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(texte.trim());
  if (!parties) throw new RangeError(`« ${texte} » n'est pas un nombre décimal`);
  const [, signe = "", entier = "0", decimales = ""] = parties;
  return reduite(BigInt(`${signe}${entier}${decimales}`), 10n ** BigInt(decimales.length));
}

const DECIMALES_EXACTES = 4;

/**
 * La valeur écrite en français : au moins deux décimales, exacte jusqu'à quatre, sinon tronquée à trois et suivie de
 * « … ». Tronquée et non arrondie : la troisième décimale dit ce que l'arrondi au centième va décider.
 */
export function ecrireFraction(f: Fraction): string {
  const n = BigInt(f.n);
  const d = BigInt(f.d);
  const absolu = n < 0n ? -n : n;
  const echelle = 10n ** BigInt(DECIMALES_EXACTES);
  const exacte = (absolu * echelle) % d === 0n;
  const chiffres = exacte ? DECIMALES_EXACTES : 3;
  const entier = (absolu * 10n ** BigInt(chiffres)) / d;
  const texte = entier.toString().padStart(chiffres + 1, "0");
  const decimales = texte.slice(-chiffres);
  const utiles = exacte ? decimales.replace(/0{1,2}$/, "") : decimales;
  return `${n < 0n ? "-" : ""}${texte.slice(0, -chiffres)},${utiles}${exacte ? "" : "…"}`;
}
