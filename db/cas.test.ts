import "./essais/base-vide";
import { beforeAll, describe, expect, test } from "vitest";
import type { ResultatUe } from "../lib/but/modele/resultats";
import { arrondiOuNull } from "../lib/but/nombres/arrondi";
import { moyenneModule } from "../lib/but/regles/module";
import { annee, Demonstration, type Lu } from "./essais/demonstration";
import { seedBase } from "./seed";
import { CAS } from "./seed/cas";

// Chaque cas travaillé du règlement, section 6, lu dans une base SQLite et recalculé par lib/but : c'est la règle qu'on
// vérifie ici, non le dialecte.
let demo: Demonstration;

beforeAll(async () => {
  await seedBase("demonstration");
  demo = await Demonstration.read();
});

const code = ({ moyenne, code }: Pick<ResultatUe, "moyenne" | "code">) => [moyenne, code];
const rcues = (lu: Lu, quelle: 1 | 2) => annee(lu, quelle).rcues.map(code);

/** Spécifier en S1, en S2, puis son RCUE. */
function specifier(nom: string, prenom: string) {
  const lu = demo.dossier(nom, prenom);
  return [
    code(demo.ue(lu, "s1-2025", "Spécifier")),
    code(demo.ue(lu, "s2-2025", "Spécifier")),
    code(annee(lu, 1).rcues[0] ?? { moyenne: null, code: null }),
  ];
}

test("chaque cas est quelqu'un de la démonstration", () => {
  expect(CAS).toHaveLength(20);
  for (const { nom, prenom, classes } of CAS) {
    expect(demo.dossier(nom, prenom).inscriptions.map((i) => i.semestreId)).toEqual(classes);
  }
});

describe("compensation dans un RCUE", () => {
  test("9,00 et 11,00 : RCUE 10,00, CMP et ADM, 14 ECTS", () => {
    expect(specifier("COMPENSATION", "Neuf-Onze")).toEqual([
      [900, "CMP"],
      [1100, "ADM"],
      [1000, "CMP"],
    ]);
    const lu = demo.dossier("COMPENSATION", "Neuf-Onze");
    const deux = [demo.ue(lu, "s1-2025", "Spécifier"), demo.ue(lu, "s2-2025", "Spécifier")];
    expect(deux.map((u) => [u.acquise, u.ects])).toEqual([
      [true, 8],
      [true, 6],
    ]);
  });

  test("6,00 et 14,00 : CMP et ADM, sans plancher", () => {
    expect(specifier("SANS-PLANCHER", "Six-Quatorze")).toEqual([
      [600, "CMP"],
      [1400, "ADM"],
      [1000, "CMP"],
    ]);
  });

  test("9,50 et 10,40 : RCUE 9,95, AJ et ADM", () => {
    expect(specifier("PRESQUE-DIX", "Neuf-Quatrevingtquinze")).toEqual([
      [950, "AJ"],
      [1040, "ADM"],
      [995, "AJ"],
    ]);
  });

  test("RCUE 16 et RCUE 9,9 : rien ne passe d'une compétence à l'autre", () => {
    const lu = demo.dossier("SANS-TRANSFERT", "Seize-Neuf");
    expect(rcues(lu, 1).slice(0, 2)).toEqual([
      [1600, "ADM"],
      [990, "AJ"],
    ]);
  });
});

describe("décision d'année", () => {
  test("RCUE 12 / 11 / 10 / 7,99 : un sous 8, pas de PASD", () => {
    const lu = demo.dossier("REDOUBLEMENT", "Sept-Quatrevingtdixneuf");
    const but1 = lu.resultat.annees[0];
    expect(but1?.rcues.map((r) => r.moyenne)).toEqual([1200, 1100, 1000, 799]);
    expect([but1?.sousLeSeuil, but1?.proposition, but1?.code]).toEqual([1, "RED", "RED"]);
  });

  test("RCUE 12 / 11 / 9 / 8 : deux sur quatre n'est pas plus de la moitié", () => {
    const but1 = demo.dossier("REDOUBLEMENT", "Deux-Sur-Quatre").resultat.annees[0];
    expect(but1?.rcues.map((r) => r.moyenne)).toEqual([1200, 1100, 900, 800]);
    expect([but1?.acquis, but1?.sousLeSeuil, but1?.code]).toEqual([2, 0, "RED"]);
  });

  test("RCUE 12 / 11 / 10 / 8 : PASD, le quatrième reste AJ", () => {
    const lu = demo.dossier("PASSAGE", "Douze-Onze-Dix-Huit");
    expect(rcues(lu, 1)).toEqual([
      [1200, "ADM"],
      [1100, "ADM"],
      [1000, "ADM"],
      [800, "AJ"],
    ]);
    expect([annee(lu, 1).code, lu.resultat.passageS3.ouvert]).toEqual(["PASD", true]);
  });

  test("le même, BUT2 à 10 partout : ses UE de niveau 1 deviennent ADSUP, S5 ouvert, 120 ECTS, DUT", () => {
    const lu = demo.dossier("ADSUP", "Niveau-Superieur");
    expect(annee(lu, 1).rcues.map((r) => r.moyenne)).toEqual([1200, 1100, 1000, 800]);
    expect(annee(lu, 2).acquis).toBe(5);
    for (const semestre of ["s1-2024", "s2-2024"]) {
      expect(code(demo.ue(lu, semestre, "Exploiter"))).toEqual([800, "ADSUP"]);
    }
    expect(lu.resultat).toMatchObject({ passageS5: { ouvert: true }, ectsAcquis: 120, dut: "ADM" });
    const dut = lu.cursus.decisions.find((d) => d.portee === "diplome");
    expect([dut?.objetId, dut?.code]).toEqual(["DUT", "ADM"]);
    // AJ au premier jury, AJ au jury d'année : seul le changement s'enregistre, et l'ancienne décision reste lisible.
    const histoire = lu.cursus.decisions.filter((d) => d.objetId === "ue-s1-commun-exploiter");
    expect(histoire.map((d) => [d.rang, d.code, d.semestreId])).toEqual([
      [1, "AJ", "s1-2024"],
      [2, "ADSUP", "s4-2025"],
    ]);
  });

  test("le même, BUT2 avec cette compétence à 9 : quatre sur cinq, mais pas de S5 sans le jury", () => {
    const lu = demo.dossier("SANS-S5", "Quatre-Sur-Cinq");
    expect(annee(lu, 2).rcues.filter((r) => (r.moyenne ?? 0) >= 1000)).toHaveLength(4);
    expect(rcues(lu, 2)[3]).toEqual([900, "AJ"]);
    expect(annee(lu, 2)).toMatchObject({ acquis: 4, sousLeSeuil: 0, code: "PASD" });
    expect(lu.resultat.passageS5.ouvert).toBe(false);
    expect(lu.resultat.dut).toBeNull();
  });
});

describe("moyenne d'un module", () => {
  function module(nom: string, prenom: string, titre: string) {
    const semestre = demo.dossier(nom, prenom).cursus.semestres.find((s) => s.id === "s1-2026");
    const element = semestre?.elements.find((e) => e.titre === titre);
    const ueId = Object.keys(element?.coefficients ?? {})[0] ?? "";
    return {
      notes: element?.evaluations.map((e) => e.note),
      coefficients: element?.evaluations.filter((e) => e.type === "normale").map((e) => e.coefficient),
      affichee: element ? arrondiOuNull(moyenneModule(element, ueId).moyenne) : undefined,
    };
  }

  test.each([
    ["CENTIEME", "Douze-Soixantesept", [1200, 1300], 1267],
    ["ABSENCE", "Abs-Treize", ["ABS", 1300], 867],
    ["ABSENCE", "Abs-Abs", ["ABS", "ABS"], 0],
    ["EXCUSE", "Douze-Exc", [1200, "EXC"], 1200],
    ["EXCUSE", "Exc-Exc", ["EXC", "EXC"], null],
  ])("%s %s : coefficients 1 et 2, notes %j, moyenne %s", (nom, prenom, notes, affichee) => {
    expect(module(nom, prenom, "Science des matériaux")).toEqual({ notes, coefficients: [100, 200], affichee });
  });

  test.each([
    ["Douze-Onze", [1200, 1100], 1200],
    ["Douze-Dixhuit", [1200, 1800], 1800],
    ["Abs-Dixsept", ["ABS", 1700], 1700],
    ["Dix-Abs", [1000, "ABS"], 1000],
  ])("RATTRAPAGE %s : %j donne %s", (prenom, notes, affichee) => {
    expect(module("RATTRAPAGE", prenom, "Mécanique")).toEqual({ notes, coefficients: [100], affichee });
  });
});

describe("bonus sur une UE à 9,53", () => {
  const avecBonus = (prenom: string) => {
    const lu = demo.dossier("BONUS", prenom);
    const { moyenneAvantBonus, moyenne, acquise } = demo.ue(lu, "s1-2025", "Spécifier");
    const auJuryDeS1 = lu.cursus.decisions.find((d) => d.objetId === "ue-s1-commun-specifier" && d.rang === 1);
    return { moyenneAvantBonus, moyenne, auJuryDeS1: auJuryDeS1?.code, acquise };
  };

  test("5 % : 10,01, acquise", () => {
    expect(avecBonus("Cinq-Pourcent")).toEqual({
      moyenneAvantBonus: 953,
      moyenne: 1001,
      auJuryDeS1: "ADM",
      acquise: true,
    });
  });

  test("4,75 % : 9,98, pas acquise seule ; le RCUE la compense au jury de l'année", () => {
    expect(avecBonus("Quatre-Soixantequinze")).toEqual({
      moyenneAvantBonus: 953,
      moyenne: 998,
      auJuryDeS1: "AJ",
      acquise: true,
    });
  });
});
