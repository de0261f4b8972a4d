import { describe, expect, it } from "vitest";
import { REGLEMENT_DEFAUT } from "../modele/reglement";
import { depuisDecimal, ecrireFraction } from "../nombres/fraction";
import { propositionAnnee, redoublementPossible } from "./annee";
import { codesPermis, isMotifRequis } from "./codes-permis";
import { codeRcue, codeUe, moyenneRcue, sousLeSeuil } from "./rcue";

const { seuilAcquisition, seuilPassage } = REGLEMENT_DEFAUT;
const d = depuisDecimal;

describe("RCUE (règlement 5.1 à 5.3)", () => {
  it.each([
    ["9", "11", "10,00", "CMP", "ADM", "CMP"],
    ["6", "14", "10,00", "CMP", "ADM", "CMP"],
    ["3", "17", "10,00", "CMP", "ADM", "CMP"],
    ["9.5", "10.4", "9,95", "AJ", "ADM", "AJ"],
    ["10", "10", "10,00", "ADM", "ADM", "ADM"],
    ["9.995", "9.995", "9,995", "ADM", "ADM", "ADM"],
    ["9.9949", "10", "9,997…", "CMP", "ADM", "CMP"],
    ["9.99", "9.99", "9,99", "AJ", "AJ", "AJ"],
    ["0", "20", "10,00", "CMP", "ADM", "CMP"],
    ["12", "4", "8,00", "ADM", "AJ", "AJ"],
  ])("%s et %s : %s", (impair, pair, moyenne, codeImpair, codePair, code) => {
    const rcue = moyenneRcue({ moyenne: d(impair), ects: 8 }, { moyenne: d(pair), ects: 6 }, "simple");
    expect(ecrireFraction(rcue)).toBe(moyenne);
    expect(codeUe(d(impair), rcue, seuilAcquisition)).toBe(codeImpair);
    expect(codeUe(d(pair), rcue, seuilAcquisition)).toBe(codePair);
    expect(codeRcue(d(impair), d(pair), rcue, seuilAcquisition)).toBe(code);
  });

  it("se pondère par les ECTS si le règlement le choisit", () => {
    const impair = { moyenne: d("9"), ects: 8 };
    const pair = { moyenne: d("11"), ects: 6 };
    expect(ecrireFraction(moyenneRcue(impair, pair, "ects"))).toBe("9,857…");
    expect(ecrireFraction(moyenneRcue({ ...impair, ects: 0 }, { ...pair, ects: 0 }, "ects"))).toBe("10,00");
  });

  it("après le seul semestre impair, une UE échouée est AJ", () => {
    expect(codeUe(d("9.99"), null, seuilAcquisition)).toBe("AJ");
    expect(codeUe(d("9.995"), null, seuilAcquisition)).toBe("ADM");
  });

  it("le seuil de 8 se juge sur la valeur affichée", () => {
    expect(sousLeSeuil(d("7.99"), seuilPassage)).toBe(true);
    expect(sousLeSeuil(d("7.995"), seuilPassage)).toBe(false);
    expect(sousLeSeuil(d("8"), seuilPassage)).toBe(false);
  });
});

describe("proposition d'année (règlement 5.5)", () => {
  const juge = (annee: 1 | 2 | 3, competences: number, acquis: number, bas: number, redoublement = true) =>
    propositionAnnee({ annee, competences, acquis, sousLeSeuil: bas, redoublementPossible: redoublement });
  it.each([
    [1, 4, 4, 0, "ADM"],
    [1, 4, 3, 0, "PASD"],
    [1, 4, 3, 1, "RED"],
    [1, 4, 2, 0, "RED"],
    [2, 5, 3, 0, "PASD"],
    [2, 5, 2, 0, "RED"],
    [2, 5, 3, 1, "RED"],
    [2, 5, 5, 0, "ADM"],
    [3, 5, 5, 0, "ADM"],
    [3, 5, 4, 0, "RED"],
    [1, 2, 1, 0, "RED"],
    [2, 6, 4, 0, "PASD"],
    [2, 6, 3, 0, "RED"],
  ] as const)("BUT%i, %i compétences, %i acquises, %i sous 8 : %s", (annee, n, v, u, attendu) => {
    expect(juge(annee, n, v, u)).toBe(attendu);
  });

  it("NAR quand on ne peut plus redoubler, jamais à la place d'un passage", () => {
    expect(juge(1, 4, 2, 0, false)).toBe("NAR");
    expect(juge(1, 4, 3, 0, false)).toBe("PASD");
  });
});

describe("redoublements (règlement 5.7)", () => {
  const limites = REGLEMENT_DEFAUT.redoublements;
  it.each<[string, number[], number, boolean, boolean]>([
    ["une première fois", [1, 2], 1, false, true],
    ["un semestre déjà redoublé", [1, 2, 1, 2], 1, false, false],
    ["déjà redoublé, force majeure", [1, 2, 1, 2], 1, true, true],
    ["une seconde force majeure", [1, 1, 1, 2], 1, true, false],
    ["la force majeure a déjà servi ailleurs", [1, 1, 1, 2], 2, true, true],
    ["un quatrième redoublement", [1, 2, 1, 2, 3, 4, 3], 4, false, true],
    ["un cinquième", [1, 2, 1, 2, 3, 4, 3, 4, 5], 5, false, false],
    ["un cinquième, force majeure", [1, 2, 1, 2, 3, 4, 3, 4, 5], 5, true, true],
    ["un sixième, force majeure", [1, 2, 1, 2, 3, 4, 3, 4, 5, 6, 5], 6, true, false],
  ])("%s", (_, inscriptions, numero, forceMajeure, possible) => {
    expect(redoublementPossible(inscriptions, numero, limites, forceMajeure)).toBe(possible);
  });
});

describe("codes permis (règlement 5.9)", () => {
  it("sans contexte, tous les codes de la portée", () => {
    expect(codesPermis("ue")).toHaveLength(11);
    expect(codesPermis("rcue")).toEqual(["ADM", "CMP", "ADJ", "ADSUP", "AJ", "ATJ", "RAT", "DEF", "ABAN"]);
    expect(codesPermis("annee")).toHaveLength(14);
    expect(codesPermis("diplome")).toEqual(["ADM", "AJ", "ATJ"]);
  });

  it("le contexte retire ce qui n'a pas de cause", () => {
    expect(codesPermis("ue", { semestreImpairSeul: true })).not.toContain("CMP");
    expect(codesPermis("rcue", { semestreImpairSeul: true })).toEqual([]);
    expect(codesPermis("annee", { annee: 3 })).not.toContain("PASD");
    expect(codesPermis("annee", { annee: 2 })).toContain("PASD");
    expect(codesPermis("ue", { annee: 1, niveauSuperieurAcquis: false })).not.toContain("ADSUP");
    expect(codesPermis("ue", { annee: 1, niveauSuperieurAcquis: true })).toContain("ADSUP");
    expect(codesPermis("rcue", { annee: 3 })).not.toContain("ADSUP");
  });

  it("un autre code que la proposition demande un motif", () => {
    expect(isMotifRequis("ADM", "ADM")).toBe(false);
    expect(isMotifRequis("AJ", "ADJ")).toBe(true);
    expect(isMotifRequis(null, "ATJ")).toBe(true);
  });
});
