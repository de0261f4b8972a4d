import type { z } from "zod";
import type { ElementNote } from "../../lib/but/modele/element";
import type { Note } from "../../lib/but/modele/note";
import { REGLEMENT_DEFAUT } from "../../lib/but/modele/reglement";
import { arrondiCentieme, atteint } from "../../lib/but/nombres/arrondi";
import { type Centiemes, formatCentiemes } from "../../lib/but/nombres/centiemes";
import { parseDecimal } from "../../lib/but/nombres/decimal";
import { depuisDecimal, type Fraction } from "../../lib/but/nombres/fraction";
import { propositionAnnee } from "../../lib/but/regles/annee";
import { moyenneAvecBonus } from "../../lib/but/regles/bonus";
import { moyenneModule } from "../../lib/but/regles/module";
import { codeRcue, codeUe, moyenneRcue, sousLeSeuil } from "../../lib/but/regles/rcue";
import { moyenneUe } from "../../lib/but/regles/ue";
import type { Cas, casAnnee, casModule, casUe } from "./format";

/** Écarts d'un cas : « attendu, obtenu » par champ. Vide : il est juste. */
export type Ecart = { readonly champ: string; readonly attendu: unknown; readonly obtenu: unknown };

/** libre : le jury a usé de sa liberté ; l'écart se compte dans l'accord, il n'est jamais un échec. */
export interface Verdict {
  readonly ecarts: readonly Ecart[];
  readonly libre: boolean;
}

export interface Compte {
  egaux: number;
  total: number;
}

export interface Accord {
  readonly ue: Compte;
  readonly rcue: Compte;
}

/** Le nombre tel qu'il est écrit dans le JSON, exact : 9.53 vaut 953/100. */
const exacte = (n: number): Fraction => depuisDecimal(String(n));

function enCentiemes(n: number, nom: string): Centiemes {
  const lu = parseDecimal(String(n), { nom, min: 0, max: 100_000_00, decimales: 2 });
  if (!lu.ok) throw new RangeError(lu.message);
  return lu.valeur;
}

/** Égale à 1e-9 près : le JSON n'écrit que 15 chiffres. */
function proche(moyenne: Fraction | null, attendue: number | null): boolean {
  if (moyenne === null || attendue === null) return moyenne === attendue;
  const marge = 1_000_000_000n;
  const attendueExacte = depuisDecimal(attendue.toFixed(12));
  const ecart = BigInt(moyenne.n) * BigInt(attendueExacte.d) - BigInt(attendueExacte.n) * BigInt(moyenne.d);
  const base = BigInt(moyenne.d) * BigInt(attendueExacte.d);
  return (ecart < 0n ? -ecart : ecart) * marge <= base;
}

const affichee = (moyenne: Fraction | null): string | null =>
  moyenne === null ? null : formatCentiemes(arrondiCentieme(moyenne));

function ecartsMoyenne(
  moyenne: Fraction | null,
  attendu: { moyenne?: number | null | undefined; affichee?: string | undefined },
): Ecart[] {
  const ecarts: Ecart[] = [];
  if (attendu.moyenne !== undefined && !proche(moyenne, attendu.moyenne))
    ecarts.push({
      champ: "moyenne",
      attendu: attendu.moyenne,
      obtenu: moyenne === null ? null : `${moyenne.n}/${moyenne.d}`,
    });
  if (attendu.affichee !== undefined && affichee(moyenne) !== attendu.affichee)
    ecarts.push({ champ: "affichee", attendu: attendu.affichee, obtenu: affichee(moyenne) });
  return ecarts;
}

function jugeModule({ entree, attendu }: z.infer<typeof casModule>): Ecart[] {
  if (entree.notes.length !== entree.evaluations.length) throw new RangeError("il faut une note par évaluation");
  const evaluations = entree.evaluations.map((evaluation, i) => {
    const lue = entree.notes[i] ?? null;
    const note: Note = typeof lue === "number" ? enCentiemes(lue, "note") : lue;
    return {
      id: `e${i}`,
      titre: `Évaluation ${i + 1}`,
      date: "2025-01-01",
      type: evaluation.type,
      coefficient: enCentiemes(evaluation.coefficient, "coefficient"),
      bareme: enCentiemes(evaluation.bareme, "barème"),
      poids: Object.fromEntries(Object.entries(evaluation.poids).map(([ue, p]) => [ue, enCentiemes(p, "poids")])),
      note,
    };
  });
  return ecartsMoyenne(moyenneModule({ id: "m", titre: "Module", evaluations }, entree.ue).moyenne, attendu);
}

function jugeUe({ entree, attendu }: z.infer<typeof casUe>): Ecart[] {
  const moyennes = new Map<string, Fraction | null>();
  const elements = entree.elements.map((element, i): ElementNote => {
    moyennes.set(`m${i}`, element.moyenne === null ? null : exacte(element.moyenne));
    return {
      id: `m${i}`,
      titre: `Module ${i + 1}`,
      nature: element.nature,
      coefficients: { UE: enCentiemes(element.coefficient, "coefficient") },
      evaluations: [],
    };
  });
  const { moyenne: avant } = moyenneUe(elements, { id: "UE", poles: entree.poles ?? null }, undefined, ({ id }) => ({
    moyenne: moyennes.get(id) ?? null,
    manques: [],
  }));
  const moyenne =
    avant !== null && entree.bonus
      ? moyenneAvecBonus(avant, enCentiemes(entree.bonus.pourcent, "bonus"), entree.bonus.lecture)
      : avant;
  const acquise = atteint(moyenne, REGLEMENT_DEFAUT.seuilAcquisition);
  return [
    ...ecartsMoyenne(moyenne, attendu),
    ...(attendu.acquise === undefined || attendu.acquise === acquise
      ? []
      : [{ champ: "acquise", attendu: attendu.acquise, obtenu: acquise }]),
  ];
}

function jugeAnnee({ deDroit, entree, attendu }: z.infer<typeof casAnnee>, accord: Accord): Verdict {
  const { seuilAcquisition, seuilPassage, rcue: lecture } = REGLEMENT_DEFAUT;
  const ecarts: Ecart[] = [];
  let acquis = 0;
  let bas = 0;
  entree.rcues.forEach((ues, i) => {
    const impair = exacte(ues.impair);
    const pair = exacte(ues.pair);
    const moyenne = moyenneRcue({ moyenne: impair, ects: 0 }, { moyenne: pair, ects: 0 }, lecture);
    const code = codeRcue(impair, pair, moyenne, seuilAcquisition);
    if (code !== "AJ") acquis++;
    if (sousLeSeuil(moyenne, seuilPassage)) bas++;
    const obtenus = {
      impair: codeUe(impair, moyenne, seuilAcquisition),
      pair: codeUe(pair, moyenne, seuilAcquisition),
      rcue: code,
    };
    for (const cote of ["impair", "pair", "rcue"] as const) {
      const voulu = attendu.rcues[i]?.[cote] ?? null;
      const compte = cote === "rcue" ? accord.rcue : accord.ue;
      compte.total++;
      if (voulu === obtenus[cote]) compte.egaux++;
      else ecarts.push({ champ: `rcues[${i}].${cote}`, attendu: voulu, obtenu: obtenus[cote] });
    }
  });
  const annee = propositionAnnee({
    annee: entree.annee,
    competences: entree.rcues.length,
    acquis,
    sousLeSeuil: bas,
    redoublementPossible: true,
  });
  const jugee = attendu.annee === "ADM" || attendu.annee === "PASD";
  if (jugee && annee !== attendu.annee) ecarts.push({ champ: "annee", attendu: attendu.annee, obtenu: annee });
  return { ecarts, libre: !deDroit };
}

export function juge(cas: Cas, accord: Accord): Verdict {
  try {
    if (cas.type === "annee") return jugeAnnee(cas, accord);
    return { ecarts: cas.type === "module" ? jugeModule(cas) : jugeUe(cas), libre: false };
  } catch (erreur) {
    const obtenu = erreur instanceof Error ? erreur.message : erreur;
    return { ecarts: [{ champ: "calcul", attendu: cas.attendu, obtenu }], libre: false };
  }
}
