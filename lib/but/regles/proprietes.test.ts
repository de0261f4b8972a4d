import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arbElement,
  arbEvaluation,
  arbLecture,
  arbPoles,
  arbPourcent,
  PASSES,
  TOUS_TYPES,
} from "../essais/arbitraires";
import { c } from "../essais/fabrique";
import { arrondi, oracleBonus, oracleEgale, oracleModule, oracleUe } from "../essais/oracle";
import type { ElementNote } from "../modele/element";
import type { EvaluationNotee } from "../modele/note";
import { REGLEMENT_DEFAUT } from "../modele/reglement";
import { arrondiCentieme, arrondiOuNull, atteint } from "../nombres/arrondi";
import { compare, type Fraction, fraction, VINGT } from "../nombres/fraction";
import { moyenneAvecBonus } from "./bonus";
import { moyenneModule } from "./module";
import { moyenneUe } from "./ue";

const UE = ["UE1", "UE2"];
const evaluations = fc.array(arbEvaluation(TOUS_TYPES, UE), { maxLength: 6 });
const elements = fc.array(arbElement(UE), { maxLength: 5 });
const module = (liste: readonly EvaluationNotee[], ue = "UE1") =>
  moyenneModule({ id: "m", titre: "m", evaluations: liste }, ue);
const egales = (a: Fraction | null, b: Fraction | null) => (a === null || b === null ? a === b : compare(a, b) === 0);
const auMoins = (a: Fraction | null, b: Fraction | null) => a !== null && (b === null || compare(a, b) >= 0);

describe("module, contre l'oracle", () => {
  it("est exactement l'oracle, pour chaque UE", () => {
    fc.assert(
      fc.property(evaluations, (liste) => {
        for (const ue of UE) expect(oracleEgale(oracleModule(liste, ue), module(liste, ue).moyenne)).toBe(true);
      }),
      PASSES,
    );
  });

  it("ne dépend pas de l'ordre", () => {
    fc.assert(
      fc.property(evaluations, fc.integer({ min: 0, max: 5 }), (liste, k) => {
        const tournee = [...liste.slice(k), ...liste.slice(0, k)].reverse();
        const [a, b] = [module(liste), module(tournee)];
        expect(egales(a.moyenne, b.moyenne)).toBe(true);
        expect(b.manques.length).toBe(a.manques.length);
      }),
      PASSES,
    );
  });

  it("ne change pas quand tous les coefficients sont multipliés", () => {
    fc.assert(
      fc.property(evaluations, fc.integer({ min: 2, max: 50 }), (liste, k) => {
        const multipliee = liste.map((e) => ({ ...e, coefficient: c(e.coefficient * k) }));
        expect(egales(module(liste).moyenne, module(multipliee).moyenne)).toBe(true);
      }),
      PASSES,
    );
  });

  it("ne change pas quand on ajoute un EXC", () => {
    fc.assert(
      fc.property(evaluations, arbEvaluation(TOUS_TYPES, UE), (liste, autre) => {
        const avec = module([...liste, { ...autre, note: "EXC" }]);
        expect(egales(module(liste).moyenne, avec.moyenne)).toBe(true);
      }),
      PASSES,
    );
  });

  it("ne baisse jamais quand une note monte", () => {
    fc.assert(
      fc.property(evaluations, fc.nat(), fc.integer({ min: 1, max: 500 }), (liste, rang, hausse) => {
        const i = liste.length === 0 ? 0 : rang % liste.length;
        const montee = liste.map((e, j) =>
          j === i && typeof e.note === "number" ? { ...e, note: c(Math.min(e.bareme, e.note + hausse)) } : e,
        );
        const [avant, apres] = [module(liste).moyenne, module(montee).moyenne];
        expect(avant === null ? apres === null : auMoins(apres, avant)).toBe(true);
      }),
      PASSES,
    );
  });

  it("reste entre la plus basse et la plus haute note comptée, bonus à part", () => {
    const sansBonus = fc.array(arbEvaluation(["normale"], UE), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sansBonus, (liste) => {
        const { moyenne } = module(liste);
        const comptees = liste
          .filter((e) => e.coefficient > 0 && (e.poids.UE1 ?? 100) > 0)
          .filter((e) => typeof e.note === "number" || e.note === "ABS")
          .map((e) => fraction((typeof e.note === "number" ? e.note : 0) * 20, e.bareme));
        if (moyenne === null) expect(comptees).toEqual([]);
        else {
          expect(comptees.some((x) => compare(x, moyenne) <= 0)).toBe(true);
          expect(comptees.some((x) => compare(x, moyenne) >= 0)).toBe(true);
        }
      }),
      PASSES,
    );
  });
});

describe("UE, contre l'oracle", () => {
  const calcule = (liste: readonly ElementNote[], poles: { ressource: number; sae: number } | null, ue = "UE1") =>
    moyenneUe(liste, { id: ue, poles }).moyenne;

  it("est exactement l'oracle, avec et sans pôles, bonus dans les deux lectures, et s'arrondit comme lui", () => {
    fc.assert(
      fc.property(elements, arbPoles, arbPourcent, arbLecture, (liste, poles, pourcent, lecture) => {
        for (const ue of UE) {
          const attendue = oracleUe(liste, ue, poles);
          const obtenue = calcule(liste, poles, ue);
          expect(oracleEgale(attendue, obtenue)).toBe(true);
          if (attendue === null || obtenue === null) continue;
          const apresAttendue = oracleBonus(attendue, pourcent, lecture);
          const apres = moyenneAvecBonus(obtenue, pourcent, lecture);
          expect(oracleEgale(apresAttendue, apres)).toBe(true);
          expect(arrondiCentieme(apres)).toBe(arrondi(apresAttendue));
        }
      }),
      PASSES,
    );
  });

  it("ne dépend ni de l'ordre des éléments ni de l'échelle des coefficients", () => {
    fc.assert(
      fc.property(elements, arbPoles, fc.integer({ min: 2, max: 30 }), (liste, poles, k) => {
        const echelle = [...liste].reverse().map((e) => ({
          ...e,
          coefficients: Object.fromEntries(Object.entries(e.coefficients).map(([ue, x]) => [ue, c(x * k)])),
        }));
        expect(egales(calcule(liste, poles), calcule(echelle, poles))).toBe(true);
      }),
      PASSES,
    );
  });

  it("ne baisse jamais quand une note monte", () => {
    fc.assert(
      fc.property(elements, arbPoles, fc.nat(), fc.integer({ min: 1, max: 800 }), (liste, poles, rang, hausse) => {
        const i = liste.length === 0 ? 0 : rang % liste.length;
        const montee = liste.map((e, j) => ({
          ...e,
          evaluations: e.evaluations.map((x) =>
            j === i && typeof x.note === "number" ? { ...x, note: c(Math.min(x.bareme, x.note + hausse)) } : x,
          ),
        }));
        const [avant, apres] = [calcule(liste, poles), calcule(montee, poles)];
        expect(avant === null ? apres === null : auMoins(apres, avant)).toBe(true);
      }),
      PASSES,
    );
  });

  it("reste entre la plus basse et la plus haute moyenne de module", () => {
    fc.assert(
      fc.property(elements, arbPoles, (liste, poles) => {
        const moyenne = calcule(liste, poles);
        const modules = liste
          .filter((e) => (e.coefficients.UE1 ?? 0) > 0)
          .map((e) => moyenneModule(e, "UE1").moyenne)
          .filter((m): m is Fraction => m !== null);
        if (moyenne === null) expect(modules).toEqual([]);
        else {
          expect(modules.some((m) => compare(m, moyenne) <= 0)).toBe(true);
          expect(modules.some((m) => compare(m, moyenne) >= 0)).toBe(true);
        }
      }),
      PASSES,
    );
  });

  it("affiche 10,00 ou plus si et seulement si elle est acquise de droit", () => {
    fc.assert(
      fc.property(elements, arbPoles, (liste, poles) => {
        const moyenne = calcule(liste, poles);
        // 9,995 exactement est le premier nombre qui s'affiche 10,00.
        const deDroit = moyenne !== null && compare(moyenne, fraction(1999, 200)) >= 0;
        expect(atteint(moyenne, REGLEMENT_DEFAUT.seuilAcquisition)).toBe(deDroit);
        expect((arrondiOuNull(moyenne) ?? 0) >= 1000).toBe(deDroit);
      }),
      PASSES,
    );
  });
});

describe("bonus", () => {
  const moyenne = fc
    .tuple(fc.nat({ max: 20_000 }), fc.integer({ min: 1, max: 1000 }))
    .map(([n, d]) => fraction(Math.min(n, 20 * d), d));

  it("croît avec le pourcentage et avec la moyenne, ne baisse rien, ne dépasse jamais 20", () => {
    fc.assert(
      fc.property(moyenne, moyenne, arbPourcent, arbPourcent, arbLecture, (m1, m2, p1, p2, lecture) => {
        const [bas, haut] = compare(m1, m2) <= 0 ? [m1, m2] : [m2, m1];
        const [petit, grand] = p1 <= p2 ? [p1, p2] : [p2, p1];
        const avec = (m: Fraction, p: typeof p1) => moyenneAvecBonus(m, p, lecture);
        expect(compare(avec(bas, petit), bas)).toBeGreaterThanOrEqual(0);
        expect(compare(avec(bas, grand), avec(bas, petit))).toBeGreaterThanOrEqual(0);
        expect(compare(avec(haut, petit), avec(bas, petit))).toBeGreaterThanOrEqual(0);
        expect(compare(avec(haut, grand), VINGT)).toBeLessThanOrEqual(0);
      }),
      PASSES,
    );
  });
});
