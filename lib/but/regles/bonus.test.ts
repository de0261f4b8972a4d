import { describe, expect, it } from "vitest";
import { c } from "../essais/fabrique";
import { arrondiCentieme } from "../nombres/arrondi";
import { depuisDecimal, ecrireFraction } from "../nombres/fraction";
import { bonusFromNote, moyenneAvecBonus, pourcentBonus, verifyBonus } from "./bonus";

const regle = (cumul: "somme" | "meilleur", plafond = 500) => ({
  lecture: "multiplicatif" as const,
  cumul,
  plafond: c(plafond),
});
const activites = (...pourcents: number[]) => pourcents.map((p) => ({ activite: "Sport", pourcent: c(p) }));

describe("pourcentage de bonus (règlement 3)", () => {
  it.each([0, 25, 50, 475, 500])("%i centièmes de pour cent : permis", (p) => {
    expect(verifyBonus(p)).toEqual({ ok: true, pourcent: p });
  });

  it.each([
    [525, "5,25 % dépasse 5 %, le plus grand bonus possible (règlement, point 3)."],
    [10, "0,1 % n'est pas un multiple de 0,25 % (règlement, point 3)."],
    [-25, "-0,25 % : un bonus n'est jamais négatif (règlement, point 3)."],
    [2.5, "Le bonus est un pourcentage au centième près (règlement, point 3)."],
  ])("%d : refusé avec la raison", (p, message) => {
    expect(verifyBonus(p)).toEqual({ ok: false, message });
  });

  it.each([
    [2000, 500],
    [1050, 25],
    [1500, 250],
    [1000, 0],
    [0, 0],
    [937, 0],
  ])("note d'activité de %i centièmes : %i centièmes de pour cent", (note, p) => {
    expect(bonusFromNote(note)).toEqual({ ok: true, pourcent: p });
  });

  it("vingt demi-points de 10,5 à 20 donnent les vingt pas de 0,25 % à 5 %", () => {
    const pas = Array.from({ length: 20 }, (_, i) => bonusFromNote(1050 + 50 * i));
    expect(pas).toEqual(Array.from({ length: 20 }, (_, i) => ({ ok: true, pourcent: 25 * (i + 1) })));
  });

  it.each([1070, 1025, 2001, -1, 10.5])("note d'activité %d refusée", (note) => {
    expect(bonusFromNote(note)).toMatchObject({ ok: false, message: expect.any(String) });
  });

  it.each([
    [[], "somme", 0],
    [[100, 150], "somme", 250],
    [[300, 400], "somme", 500],
    [[300, 400], "meilleur", 400],
    [[400, 300], "meilleur", 400],
  ] as const)("cumul de %j, %s", (liste, cumul, attendu) => {
    expect(pourcentBonus(activites(...liste), regle(cumul))).toBe(attendu);
  });

  it("applique un plafond plus bas, et refuse un pourcentage interdit", () => {
    expect(pourcentBonus(activites(400), regle("meilleur", 300))).toBe(300);
    expect(() => pourcentBonus(activites(30), regle("somme"))).toThrow("multiple de 0,25");
  });
});

describe("moyenne après bonus (règlement 3)", () => {
  it.each([
    ["9.53", 500, "multiplicatif", "10,0065", 1001],
    ["9.53", 475, "multiplicatif", "9,982…", 998],
    ["10", 500, "multiplicatif", "10,50", 1050],
    ["10", 500, "points", "11,00", 1100],
    ["10", 25, "points", "10,05", 1005],
    ["19.8", 500, "multiplicatif", "20,00", 2000],
    ["19.5", 500, "points", "20,00", 2000],
    ["0", 500, "multiplicatif", "0,00", 0],
    ["0", 500, "points", "1,00", 100],
    ["12.3", 0, "points", "12,30", 1230],
  ] as const)("%s avec %i centièmes de pour cent, %s : %s", (moyenne, p, lecture, exacte, arrondie) => {
    const apres = moyenneAvecBonus(depuisDecimal(moyenne), c(p), lecture);
    expect(ecrireFraction(apres)).toBe(exacte);
    expect(arrondiCentieme(apres)).toBe(arrondie);
  });
});
