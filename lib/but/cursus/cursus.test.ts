import { describe, expect, it } from "vitest";
import { c, cursus, decision, niveau, semestre, ueId } from "../essais/fabrique";
import { annee, BUT1, cinq, codes, PARCOURS, QUATRE, quatre } from "../essais/fabrique-gmp";
import type { Cursus } from "../modele/cursus";
import { REGLEMENT_DEFAUT } from "../modele/reglement";
import { resultatCursus } from "./resultats";

describe("cas du règlement, point 6", () => {
  it("Spécifier S1 9,00 et S2 11,00 : RCUE 10,00, CMP et ADM, 8 + 6 = 14 ECTS", () => {
    const ects = { spe: 8 };
    const semestres = [semestre(1, { spe: 9 }, { ects }), semestre(2, { spe: 11 }, { ects: { spe: 6 } })];
    const r = resultatCursus(cursus([niveau("spe", 1)], semestres));
    expect(codes(r, "spe")).toEqual(["CMP", "ADM", "CMP", 1000]);
    expect(r.ectsAcquis).toBe(0);
    const decides = [
      decision("ue", ueId("spe", 1), "S1-2022-2023", "CMP"),
      decision("ue", ueId("spe", 2), "S2-2022-2023", "ADM"),
    ];
    expect(resultatCursus(cursus([niveau("spe", 1)], semestres, decides)).ectsAcquis).toBe(14);
  });

  it.each([
    ["6,00 et 14,00 : pas de plancher", 6, 14, ["CMP", "ADM", "CMP", 1000]],
    ["3 et 17", 3, 17, ["CMP", "ADM", "CMP", 1000]],
    ["9,50 et 10,40 : RCUE 9,95", 9.5, 10.4, ["AJ", "ADM", "AJ", 995]],
  ] as const)("%s", (_, impair, pair, attendu) => {
    const r = resultatCursus(cursus([niveau("spe", 1)], [semestre(1, { spe: impair }), semestre(2, { spe: pair })]));
    expect(codes(r, "spe")).toEqual(attendu);
  });

  it("Spécifier RCUE 16, Développer RCUE 9,9 : rien ne passe d'une compétence à l'autre", () => {
    const r = resultatCursus(cursus([niveau("spe", 1), niveau("dev", 1)], annee(1, { spe: 16, dev: 9.9 })));
    expect(codes(r, "dev")).toEqual(["AJ", "AJ", "AJ", 990]);
  });

  it.each([
    ["12 / 11 / 10 / 7,99 : un sous 8", quatre(12, 11, 10, 7.99), "RED", 3, 1],
    ["12 / 11 / 9 / 8 : 2 sur 4 n'est pas plus de la moitié", quatre(12, 11, 9, 8), "RED", 2, 0],
    ["12 / 11 / 10 / 8", quatre(12, 11, 10, 8), "PASD", 3, 0],
    ["12 / 11 / 10 / 10", quatre(12, 11, 10, 10), "ADM", 4, 0],
  ] as const)("BUT1 %s : %s", (_, rcues, proposition, acquis, sousLeSeuil) => {
    const r = resultatCursus(cursus(BUT1, annee(1, rcues)));
    expect(r.annees[0]).toMatchObject({ proposition, acquis, sousLeSeuil });
    if (proposition === "PASD") expect(codes(r, "exp")).toEqual(["AJ", "AJ", "AJ", 800]);
  });

  describe("la même, BUT1 PASD puis BUT2", () => {
    const decidesBut1 = [
      ...QUATRE.flatMap((id) =>
        [1, 2].map((s) => decision("ue", ueId(id, s), `S${s}-2022-2023`, id === "exp" ? "AJ" : "ADM")),
      ),
      ...QUATRE.map((id) => decision("rcue", `${id}1`, "S2-2022-2023", id === "exp" ? "AJ" : "ADM")),
      decision("annee", "1", "S2-2022-2023", "PASD"),
    ];
    const dossier = (exp: number, decisions: Cursus["decisions"]) =>
      cursus(PARCOURS, [...annee(1, quatre(12, 11, 10, 8)), ...annee(3, cinq(11, 12, 13, exp, 14))], decisions);

    it("tous les RCUE de BUT2 à 10 : les UE de niveau 1 deviennent ADSUP", () => {
      const r = resultatCursus(dossier(10, decidesBut1));
      expect(r.annees[1]).toMatchObject({ proposition: "ADM" });
      expect(r.adsupProposes).toEqual([
        { ueId: "exp-S1", semestreId: "S1-2022-2023", niveauId: "exp1", parNiveauId: "exp2" },
        { ueId: "exp-S2", semestreId: "S2-2022-2023", niveauId: "exp1", parNiveauId: "exp2" },
      ]);
      expect(r.niveaux.find((x) => x.niveauId === "exp1")).toMatchObject({ etat: "superieur", decide: false });
      expect(r).toMatchObject({ ectsAcquis: 45, dut: null });
      expect(r.passageS3.ouvert).toBe(true);
      expect(r.passageS5.ouvert).toBe(false);
    });

    it("une fois décidés : S5 ouvert, 120 ECTS, DUT proposé", () => {
      const r = resultatCursus(
        dossier(10, [
          ...decidesBut1,
          ...[...QUATRE, "ipi"].flatMap((id) =>
            [3, 4].map((s) => decision("ue", ueId(id, s), `S${s}-2023-2024`, "ADM")),
          ),
          ...[...QUATRE.map((id) => `${id}2`), "ipi1"].map((id) => decision("rcue", id, "S4-2023-2024", "ADM")),
          decision("annee", "2", "S4-2023-2024", "ADM"),
          // Prononcé par le jury de BUT2, pour des semestres passés.
          decision("ue", "exp-S1", "S4-2023-2024", "ADSUP", { rang: 2 }),
          decision("ue", "exp-S2", "S4-2023-2024", "ADSUP", { rang: 2 }),
        ]),
      );
      expect(r).toMatchObject({ ectsAcquis: 120, dut: "ADM", but: null, adsupProposes: [] });
      expect(r.passageS5).toEqual({ ouvert: true, raison: "BUT2 ADM : passage en S5 permis." });
      expect(r.semestres[0]?.ues.find((ue) => ue.ueId === "exp-S1")).toMatchObject({ code: "ADSUP", acquise: true });
      expect(r.niveaux.find((x) => x.niveauId === "exp1")).toMatchObject({ etat: "superieur", decide: true });
    });

    it("cette compétence à 9 en BUT2 : 4 sur 5, mais S1–S2 pas tous acquis, pas de S5", () => {
      const r = resultatCursus(dossier(9, [...decidesBut1, decision("annee", "2", "S4-2023-2024", "PASD")]));
      expect(r.annees[1]).toMatchObject({ proposition: "PASD", acquis: 4, sousLeSeuil: 0 });
      expect(r.adsupProposes).toEqual([]);
      expect(r.passageS5.ouvert).toBe(false);
      expect(r.passageS5.raison).toContain("exp, niveau 1");
    });
  });

  it("UE 9,53 avec 5 % : 10,01, acquise ; avec 4,75 % : 9,98, non", () => {
    const avec = (pourcent: number) =>
      resultatCursus(
        cursus(
          [niveau("spe", 1)],
          [semestre(1, { spe: 9.53 }, { bonus: [{ activite: "Sport", pourcent: c(pourcent) }] })],
        ),
      ).semestres[0]?.ues[0];
    expect(avec(500)).toMatchObject({ moyenneAvantBonus: 953, moyenne: 1001, proposition: "ADM" });
    expect(avec(475)).toMatchObject({ moyenneAvantBonus: 953, moyenne: 998, proposition: "AJ" });
  });
});

it("un RCUE que le jury a refusé de sa main ne compte plus parmi les acquis de l'année", () => {
  const notes = [semestre(1, quatre(12, 12, 12, 12)), semestre(2, quatre(12, 12, 12, 12))];
  const refus = (id: string) => decision("rcue", `${id}1`, notes[1]?.id ?? "", "AJ", { motif: "fraude" });
  const annee1 = (...refuses: string[]) => resultatCursus(cursus(BUT1, notes, refuses.map(refus))).annees[0];
  expect(annee1()).toMatchObject({ acquis: 4, proposition: "ADM" });
  expect(annee1("spe")).toMatchObject({ acquis: 3, proposition: "PASD" });
  expect(annee1("spe", "dev")).toMatchObject({ acquis: 2 });
});

describe("indépendance de l'ordre et du temps", () => {
  it("l'ordre des semestres, UE et décisions ne change rien", () => {
    const semestres = [...annee(1, quatre(12, 11, 10, 8)), ...annee(3, cinq(11, 12, 13, 10, 14))];
    const decisions = [decision("annee", "1", "S2-2022-2023", "PASD"), decision("ue", "exp-S1", "S2-2022-2023", "AJ")];
    const direct = resultatCursus(cursus(PARCOURS, semestres, decisions));
    expect(resultatCursus(cursus(PARCOURS, [...semestres].reverse(), [...decisions].reverse()))).toEqual(direct);
  });

  it("chaque semestre garde le règlement avec lequel il est calculé", () => {
    const points = { ...REGLEMENT_DEFAUT, bonus: { ...REGLEMENT_DEFAUT.bonus, lecture: "points" as const } };
    const bonus = [{ activite: "Sport", pourcent: c(500) }];
    const r = resultatCursus(
      cursus(
        [niveau("spe", 1)],
        [semestre(1, { spe: 10 }, { bonus }), semestre(2, { spe: 10 }, { bonus, reglement: points })],
      ),
    );
    expect(r.semestres.map((s) => s.ues[0]?.moyenne)).toEqual([1050, 1100]);
  });

  it("se passe en JSON sans rien perdre", () => {
    const r = resultatCursus(cursus(BUT1, annee(1, quatre(12.33, 11, 10, 8))));
    expect(JSON.parse(JSON.stringify(r))).toEqual(r);
  });
});
