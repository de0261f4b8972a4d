import { describe, expect, it } from "vitest";
import { c, cursus, decision, niveau, semestre } from "../essais/fabrique";
import { annee, type Moyennes } from "../essais/fabrique-gmp";
import type { ResultatCursus } from "../modele/resultats";
import { resultatCursus } from "./resultats";

describe("redoublement et capitalisation (règlement 2.8, 3, 5.7)", () => {
  const un = [niveau("spe", 1), niveau("dev", 1)];
  const premiere = [semestre(1, { spe: 12, dev: 7 }), semestre(2, { spe: 11, dev: 8 })];
  const decides = [
    decision("ue", "spe-S1", "S1-2022-2023", "ADM", { moyenneVue: 1200 }),
    decision("ue", "spe-S2", "S2-2022-2023", "ADM", { moyenneVue: 1100 }),
    decision("ue", "dev-S1", "S1-2022-2023", "AJ"),
    decision("rcue", "spe1", "S2-2022-2023", "ADM"),
    decision("annee", "1", "S2-2022-2023", "RED"),
  ];
  const reprise = (s1: Moyennes, s2: Moyennes, options = {}) => [
    semestre(1, s1, { anneeUniversitaire: "2023-2024", ...options }),
    semestre(2, s2, { anneeUniversitaire: "2023-2024", ...options }),
  ];
  const sport = { bonus: [{ activite: "Sport", pourcent: c(500) }] };
  const ueReprise = (r: ResultatCursus, i: number) => r.semestres[i]?.ues[0];

  it("non reprise : garde sa moyenne, rien ne manque, et le bonus n'y change rien", () => {
    const r = resultatCursus(
      cursus(un, [...premiere, ...reprise({ spe: null, dev: 10 }, { spe: null, dev: 12 }, sport)], decides),
    );
    expect(ueReprise(r, 2)).toMatchObject({
      moyenne: 1200,
      moyenneAvantBonus: 1200,
      provisoire: false,
      capitalisee: { semestreId: "S1-2022-2023", moyenne: 1200 },
      proposition: "ADM",
    });
    expect(r.annees[1]).toMatchObject({ proposition: "ADM", acquis: 2 });
    expect(r.semestres[2]?.ues[1]).toMatchObject({ moyenneAvantBonus: 1000, moyenne: 1050 });
  });

  it("reprise : la meilleure des deux, sans bonus", () => {
    const r = resultatCursus(
      cursus(un, [...premiere, ...reprise({ spe: 11.9, dev: 10 }, { spe: 14, dev: 12 }, sport)], decides),
    );
    expect(ueReprise(r, 2)).toMatchObject({ moyenne: 1200 });
    expect(ueReprise(r, 3)).toMatchObject({ moyenne: 1400, moyenneAvantBonus: 1400 });
    expect(r.annees[1]?.rcues[0]?.moyenne).toBe(1300);
  });

  it("l'UE n'est plus au programme du semestre redoublé : l'ancienne fait le RCUE", () => {
    const r = resultatCursus(cursus(un, [...premiere, ...reprise({ dev: 10 }, { dev: 12 })], decides));
    expect(r.annees[1]?.rcues[0]).toMatchObject({ moyenne: 1150, proposition: "ADM" });
    expect(r.annees[1]?.proposition).toBe("ADM");
  });

  it("la moyenne vue par le jury fait foi même si les notes ont changé depuis", () => {
    const changees = [semestre(1, { spe: 5, dev: 7 }), premiere[1] ?? semestre(2, {})];
    const r = resultatCursus(
      cursus(un, [...changees, ...reprise({ spe: null, dev: 10 }, { spe: null, dev: 12 })], decides),
    );
    expect(r.semestres[0]?.ues[0]).toMatchObject({ moyenne: 500, code: "ADM", acquise: true });
    expect(ueReprise(r, 2)?.moyenne).toBe(1200);
  });

  it("ADJR capitalisée sous 10 : reste acquise et son RCUE compte", () => {
    const parJury = [
      decision("ue", "spe-S1", "S1-2022-2023", "ADJR", { moyenneVue: 850 }),
      decision("ue", "spe-S2", "S2-2022-2023", "ADJR", { moyenneVue: 900 }),
      decision("rcue", "spe1", "S2-2022-2023", "ADJ"),
    ];
    const r = resultatCursus(
      cursus(
        un,
        [...annee(1, { spe: 9, dev: 5 }), ...reprise({ spe: null, dev: 10 }, { spe: null, dev: 12 })],
        parJury,
      ),
    );
    expect(ueReprise(r, 2)).toMatchObject({ moyenne: 850, proposition: "ADJR" });
    expect(r.annees[1]?.rcues[0]).toMatchObject({ moyenne: 875, proposition: "ADJ" });
    expect(r.annees[1]).toMatchObject({ acquis: 2, sousLeSeuil: 0, proposition: "ADM" });
  });

  it("S2 seul redoublé : l'impair d'avant fait le RCUE", () => {
    const r = resultatCursus(
      cursus(un, [...premiere, semestre(2, { spe: null, dev: 13 }, { anneeUniversitaire: "2023-2024" })], decides),
    );
    expect(r.annees[1]).toMatchObject({ semestreImpairId: "S1-2022-2023", proposition: "ADM" });
    expect(r.annees[1]?.rcues[1]).toMatchObject({ moyenne: 1000, proposition: "CMP" });
  });

  it("S1 seul redoublé : seule une UE paire acquise s'y joint", () => {
    const r = resultatCursus(
      cursus(un, [...premiere, semestre(1, { spe: null, dev: 13 }, { anneeUniversitaire: "2023-2024" })], decides),
    );
    expect(r.annees[1]?.rcues[0]?.moyenne).toBe(1150);
    expect(r.annees[1]?.rcues[1]).toMatchObject({ moyenne: null, pair: null });
    expect(r.annees[1]?.proposition).toBeNull();
  });

  it("RED une fois, NAR à la seconde, RED encore avec force majeure", () => {
    const echec = [...annee(1, { spe: 5, dev: 5 }), ...reprise({ spe: 6, dev: 6 }, { spe: 6, dev: 6 })];
    expect(resultatCursus(cursus(un, echec)).annees.map((a) => a.proposition)).toEqual(["RED", "NAR"]);
    expect(resultatCursus(cursus(un, echec, [], { forceMajeure: true })).annees[1]?.proposition).toBe("RED");
  });

  it("une UE acquise deux fois ne donne ses ECTS qu'une fois", () => {
    const r = resultatCursus(
      cursus(
        un,
        [...premiere, ...reprise({ spe: 13, dev: 10 }, { spe: 12, dev: 12 })],
        [...decides, decision("ue", "spe-S1", "S1-2023-2024", "ADM")],
      ),
    );
    expect(r.ectsAcquis).toBe(30);
  });
});
