/**
 * Oracle des tests : le règlement récrit en fractions BigInt nues, sans importer une seule fonction du calcul.
 * Lent et direct exprès ; n'en partager rien avec le code qu'il juge.
 */
import type { ElementNote } from "../modele/element";
import type { EvaluationNotee } from "../modele/note";

export type Q = readonly [bigint, bigint];

const q = (n: number | bigint, d: number | bigint = 1): Q => [BigInt(n), BigInt(d)];
const add = (a: Q, b: Q): Q => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
const mul = (a: Q, b: Q): Q => [a[0] * b[0], a[1] * b[1]];
const div = (a: Q, b: Q): Q => [a[0] * b[1], a[1] * b[0]];
export const moins = (a: Q, b: Q): bigint => a[0] * b[1] - b[0] * a[1];
const somme = (liste: readonly Q[]): Q => liste.reduce(add, q(0));

/** Moitié vers le haut, par division entière : plancher de x × 100 + 1/2. */
export const arrondi = (x: Q): number => Number((x[0] * 200n + x[1]) / (x[1] * 2n));

export const oracleEgale = (x: Q | null, f: { n: number | bigint; d: number | bigint } | null): boolean =>
  x === null || f === null ? x === f : x[0] * BigInt(f.d) === BigInt(f.n) * x[1];

const poids = (e: EvaluationNotee, ue: string): Q => q(e.poids[ue] ?? 100, 100);
const coefficient = (e: EvaluationNotee): Q => q(e.coefficient, 100);
const sur20 = (e: EvaluationNotee): Q => (e.note === "ABS" ? q(0) : mul(q(e.note as number, e.bareme), q(20)));
const aUneNote = (e: EvaluationNotee): boolean => typeof e.note === "number" || e.note === "ABS";

function ponderee(evaluations: readonly EvaluationNotee[], ue: string): Q | null {
  const comptees = evaluations.filter(aUneNote);
  const total = somme(comptees.map((e) => mul(coefficient(e), poids(e, ue))));
  if (total[0] === 0n) return null;
  return div(somme(comptees.map((e) => mul(mul(coefficient(e), poids(e, ue)), sur20(e)))), total);
}

/** Règlement 2.3 et 2.4. */
export function oracleModule(evaluations: readonly EvaluationNotee[], ue: string): Q | null {
  const duType = (type: string) => evaluations.filter((e) => e.type === type);
  let moyenne = ponderee(duType("normale"), ue);
  for (const r of duType("rattrapage")) {
    if (typeof r.note !== "number" || poids(r, ue)[0] === 0n) continue;
    if (moyenne === null || moins(sur20(r), moyenne) > 0n) moyenne = sur20(r);
  }
  moyenne = ponderee(duType("seconde-session"), ue) ?? moyenne;
  if (moyenne === null) return null;
  for (const b of duType("bonus"))
    if (typeof b.note === "number") moyenne = add(moyenne, mul(q(b.note, 100), poids(b, ue)));
  if (moins(moyenne, q(20)) > 0n) return q(20);
  return moyenne;
}

function moyennePole(elements: readonly ElementNote[], ue: string): Q | null {
  const termes = elements.flatMap((e): [Q, Q][] => {
    const moyenne = oracleModule(e.evaluations, ue);
    return moyenne === null ? [] : [[q(e.coefficients[ue] ?? 0, 100), moyenne]];
  });
  const total = somme(termes.map(([k]) => k));
  return total[0] === 0n ? null : div(somme(termes.map(([k, m]) => mul(k, m))), total);
}

/** Règlement 2.5. */
export function oracleUe(
  elements: readonly ElementNote[],
  ue: string,
  poles: { readonly ressource: number; readonly sae: number } | null,
): Q | null {
  if (poles === null) return moyennePole(elements, ue);
  const ressource = moyennePole(
    elements.filter((e) => e.nature === "ressource"),
    ue,
  );
  const sae = moyennePole(
    elements.filter((e) => e.nature !== "ressource"),
    ue,
  );
  if (ressource === null || sae === null) return ressource ?? sae;
  return div(add(mul(ressource, q(poles.ressource)), mul(sae, q(poles.sae))), q(100));
}

/** Règlement 3 ; pourcent en centièmes de pour cent. */
export function oracleBonus(moyenne: Q, pourcent: number, lecture: "multiplicatif" | "points"): Q {
  const p = q(pourcent, 100);
  const apres = lecture === "points" ? add(moyenne, mul(q(1, 5), p)) : mul(moyenne, add(q(1), div(p, q(100))));
  return moins(apres, q(20)) > 0n ? q(20) : apres;
}

/** Règlement 5.1 à 5.3, moyenne simple. */
export function oracleRcue(impair: Q, pair: Q): { moyenne: Q; impair: string; pair: string; rcue: string } {
  const moyenne = div(add(impair, pair), q(2));
  const dix = (x: Q): boolean => arrondi(x) >= 1000;
  const ue = (x: Q): string => (dix(x) ? "ADM" : dix(moyenne) ? "CMP" : "AJ");
  const rcue = dix(impair) && dix(pair) ? "ADM" : dix(moyenne) ? "CMP" : "AJ";
  return { moyenne, impair: ue(impair), pair: ue(pair), rcue };
}

/** Règlement 5.5, première inscription. */
export function oracleAnnee(annee: 1 | 2 | 3, rcues: readonly { moyenne: Q; rcue: string }[]): string {
  const v = rcues.filter((r) => r.rcue !== "AJ").length;
  const u = rcues.filter((r) => arrondi(r.moyenne) < 800).length;
  if (v === rcues.length) return "ADM";
  return annee !== 3 && v > rcues.length / 2 && u === 0 ? "PASD" : "RED";
}
