import { describe, expect, it } from "vitest";
import { type Cursus, computeCursus, type ResultatCursus } from "./cursus";
import { c, cursus, decision, element, niveau, semestre, ueId } from "./fabrique";
import { REGLEMENT_DEFAUT } from "./reglement";

const QUATRE = ["spe", "dev", "rea", "exp"] as const;
const BUT1 = QUATRE.map((id) => niveau(id, 1));
const PARCOURS = [
  ...QUATRE.flatMap((id) => ([1, 2, 3] as const).map((annee) => niveau(id, annee))),
  niveau("ipi", 2, 1),
  niveau("ipi", 3, 2),
];

type Moyennes = Readonly<Record<string, number | "ABS" | "EXC" | "ATT" | null>>;
const quatre = (a: number, b: number, d: number, e: number): Moyennes => ({ spe: a, dev: b, rea: d, exp: e });
const cinq = (a: number, b: number, d: number, e: number, f: number): Moyennes => ({ ...quatre(a, b, d, e), ipi: f });

/** Une année dont chaque RCUE a cette moyenne : la même note dans ses deux UE. */
const annee = (numero: 1 | 3 | 5, rcues: Moyennes) => [
  semestre(numero, rcues),
  semestre((numero + 1) as 2 | 4 | 6, rcues),
];
const codes = (r: ResultatCursus, competenceId: string) => {
  const rcue = r.annees.at(-1)?.rcues.find((x) => x.competenceId === competenceId);
  return [rcue?.impair?.proposition, rcue?.pair?.proposition, rcue?.proposition, rcue?.moyenne];
};

describe("cas du règlement, point 6", () => {
  it("Spécifier S1 9,00 et S2 11,00 : RCUE 10,00, CMP et ADM, 8 + 6 = 14 ECTS", () => {
    const ects = { spe: 8 };
    const semestres = [semestre(1, { spe: 9 }, { ects }), semestre(2, { spe: 11 }, { ects: { spe: 6 } })];
    const r = computeCursus(cursus([niveau("spe", 1)], semestres));
    expect(codes(r, "spe")).toEqual(["CMP", "ADM", "CMP", 1000]);
    expect(r.ectsAcquis).toBe(0);
    const decides = [
      decision("ue", ueId("spe", 1), "S1-2022-2023", "CMP"),
      decision("ue", ueId("spe", 2), "S2-2022-2023", "ADM"),
    ];
    expect(computeCursus(cursus([niveau("spe", 1)], semestres, decides)).ectsAcquis).toBe(14);
  });

  it.each([
    ["6,00 et 14,00 : pas de plancher", 6, 14, ["CMP", "ADM", "CMP", 1000]],
    ["3 et 17", 3, 17, ["CMP", "ADM", "CMP", 1000]],
    ["9,50 et 10,40 : RCUE 9,95", 9.5, 10.4, ["AJ", "ADM", "AJ", 995]],
  ] as const)("%s", (_, impair, pair, attendu) => {
    const r = computeCursus(cursus([niveau("spe", 1)], [semestre(1, { spe: impair }), semestre(2, { spe: pair })]));
    expect(codes(r, "spe")).toEqual(attendu);
  });

  it("Spécifier RCUE 16, Développer RCUE 9,9 : rien ne passe d'une compétence à l'autre", () => {
    const r = computeCursus(cursus([niveau("spe", 1), niveau("dev", 1)], annee(1, { spe: 16, dev: 9.9 })));
    expect(codes(r, "dev")).toEqual(["AJ", "AJ", "AJ", 990]);
  });

  it.each([
    ["12 / 11 / 10 / 7,99 : un sous 8", quatre(12, 11, 10, 7.99), "RED", 3, 1],
    ["12 / 11 / 9 / 8 : 2 sur 4 n'est pas plus de la moitié", quatre(12, 11, 9, 8), "RED", 2, 0],
    ["12 / 11 / 10 / 8", quatre(12, 11, 10, 8), "PASD", 3, 0],
    ["12 / 11 / 10 / 10", quatre(12, 11, 10, 10), "ADM", 4, 0],
  ] as const)("BUT1 %s : %s", (_, rcues, proposition, acquis, sousLeSeuil) => {
    const r = computeCursus(cursus(BUT1, annee(1, rcues)));
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
      const r = computeCursus(dossier(10, decidesBut1));
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
      const r = computeCursus(
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
      const r = computeCursus(dossier(9, [...decidesBut1, decision("annee", "2", "S4-2023-2024", "PASD")]));
      expect(r.annees[1]).toMatchObject({ proposition: "PASD", acquis: 4, sousLeSeuil: 0 });
      expect(r.adsupProposes).toEqual([]);
      expect(r.passageS5.ouvert).toBe(false);
      expect(r.passageS5.raison).toContain("exp, niveau 1");
    });
  });

  it("UE 9,53 avec 5 % : 10,01, acquise ; avec 4,75 % : 9,98, non", () => {
    const avec = (pourcent: number) =>
      computeCursus(
        cursus(
          [niveau("spe", 1)],
          [semestre(1, { spe: 9.53 }, { bonus: [{ activite: "Sport", pourcent: c(pourcent) }] })],
        ),
      ).semestres[0]?.ues[0];
    expect(avec(500)).toMatchObject({ moyenneAvantBonus: 953, moyenne: 1001, proposition: "ADM" });
    expect(avec(475)).toMatchObject({ moyenneAvantBonus: 953, moyenne: 998, proposition: "AJ" });
  });
});

describe("provisoire (règlement 2.1, 5.2, 5.9)", () => {
  const un = [niveau("spe", 1)];

  it("après le seul semestre impair : AJ, pas de RCUE, pas d'année", () => {
    const r = computeCursus(cursus(un, [semestre(1, { spe: 9 })]));
    expect(r.semestres[0]?.ues[0]).toMatchObject({ proposition: "AJ", provisoire: false });
    expect(r.annees[0]).toMatchObject({
      proposition: null,
      manques: [{ raison: "semestre-absent", elementTitre: "S2" }],
    });
    expect(r.annees[0]?.rcues[0]).toMatchObject({ moyenne: null, provisoire: true, proposition: null });
  });

  it("le semestre pair existe sans notes : l'impair reste AJ, rien d'autre n'est proposé", () => {
    const r = computeCursus(cursus(un, [semestre(1, { spe: 9 }), semestre(2, { spe: null })]));
    expect(codes(r, "spe")).toEqual(["AJ", null, null, null]);
    expect(r.annees[0]?.proposition).toBeNull();
  });

  it("une UE paire échouée n'a pas de proposition tant que l'impaire est provisoire", () => {
    const impair = semestre(1, { spe: 12 });
    const enAttente = {
      ...impair,
      elements: impair.elements.map((e) => ({
        ...e,
        evaluations: [...e.evaluations, ...semestre(1, { spe: "ATT" }).elements.flatMap((x) => x.evaluations)],
      })),
    };
    const r = computeCursus(cursus(un, [enAttente, semestre(2, { spe: 9 })]));
    expect(codes(r, "spe")).toEqual([null, null, null, 1050]);
    expect(r.annees[0]?.rcues[0]?.provisoire).toBe(true);
  });

  it("tout excusé : pas de moyenne, rien ne manque, et l'année attend le jury", () => {
    const r = computeCursus(cursus(un, [semestre(1, { spe: "EXC" }), semestre(2, { spe: 12 })]));
    expect(codes(r, "spe")).toEqual([null, "ADM", null, null]);
    expect(r.annees[0]).toMatchObject({ proposition: null, manques: [] });
  });
});

it("un élément qui nourrit deux UE ne manque qu'une fois", () => {
  const impair = semestre(1, { spe: 12, dev: 12 });
  const partage = element("sae", Object.fromEntries(impair.ues.map((ue) => [ue.id, 1])), []);
  const r = computeCursus(
    cursus([niveau("spe", 1), niveau("dev", 1)], [{ ...impair, elements: [...impair.elements, partage] }]),
  );
  expect(r.semestres[0]?.ues.map((ue) => ue.provisoire)).toEqual([true, true]);
  expect(r.manque).toContain("BUT1 : 1 élément n'a aucune évaluation publiée.");
});

it("un RCUE que le jury a refusé de sa main ne compte plus parmi les acquis de l'année", () => {
  const notes = [semestre(1, quatre(12, 12, 12, 12)), semestre(2, quatre(12, 12, 12, 12))];
  const refus = (id: string) => decision("rcue", `${id}1`, notes[1]?.id ?? "", "AJ", { motif: "fraude" });
  const annee1 = (...refuses: string[]) => computeCursus(cursus(BUT1, notes, refuses.map(refus))).annees[0];
  expect(annee1()).toMatchObject({ acquis: 4, proposition: "ADM" });
  expect(annee1("spe")).toMatchObject({ acquis: 3, proposition: "PASD" });
  expect(annee1("spe", "dev")).toMatchObject({ acquis: 2 });
});

describe("sorties et dispense (règlement 2.7, 2.8)", () => {
  const deux = [niveau("spe", 1), niveau("dev", 1)];

  it.each(["DEM", "DEF"] as const)("%s : ni moyenne ni rang, l'année le dit", (inscription) => {
    const r = computeCursus(
      cursus(deux, [semestre(1, { spe: 12, dev: 12 }), semestre(2, { spe: 15, dev: 15 }, { inscription })]),
    );
    expect(r.semestres[1]?.ues[0]).toMatchObject({ moyenne: null, proposition: inscription, provisoire: false });
    expect(r.semestres[0]?.ues[0]).toMatchObject({ moyenne: 1200, proposition: "ADM" });
    expect(r.annees[0]).toMatchObject({ proposition: inscription });
    expect(r.annees[0]?.rcues[0]?.proposition).toBe(inscription === "DEF" ? "DEF" : null);
  });

  it("une UE dispensée sort : l'autre fait seule le RCUE, et rien ne manque", () => {
    const s1 = semestre(1, { spe: null, dev: 12 });
    const dispense = { ...s1, ues: s1.ues.map((ue) => (ue.competenceId === "spe" ? { ...ue, dispensee: true } : ue)) };
    const r = computeCursus(cursus(deux, [dispense, semestre(2, { spe: 11, dev: 12 })]));
    expect(codes(r, "spe")).toEqual([null, "ADM", "ADM", 1100]);
    expect(r.annees[0]).toMatchObject({ proposition: "ADM", manques: [] });
    expect(r.semestres[0]?.ues[0]).toMatchObject({ dispensee: true, moyenne: null });
    const bas = computeCursus(cursus(deux, [dispense, semestre(2, { spe: 9, dev: 12 })]));
    expect(codes(bas, "spe")).toEqual([null, "AJ", "AJ", 900]);
  });

  it("deux UE dispensées : la compétence ne compte pas dans l'année", () => {
    const tous = annee(1, { spe: null, dev: 12 }).map((s) => ({
      ...s,
      ues: s.ues.map((ue) => (ue.competenceId === "spe" ? { ...ue, dispensee: true } : ue)),
    }));
    expect(computeCursus(cursus(deux, tous)).annees[0]).toMatchObject({ proposition: "ADM", acquis: 1 });
  });
});

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
    const r = computeCursus(
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
    const r = computeCursus(
      cursus(un, [...premiere, ...reprise({ spe: 11.9, dev: 10 }, { spe: 14, dev: 12 }, sport)], decides),
    );
    expect(ueReprise(r, 2)).toMatchObject({ moyenne: 1200 });
    expect(ueReprise(r, 3)).toMatchObject({ moyenne: 1400, moyenneAvantBonus: 1400 });
    expect(r.annees[1]?.rcues[0]?.moyenne).toBe(1300);
  });

  it("l'UE n'est plus au programme du semestre redoublé : l'ancienne fait le RCUE", () => {
    const r = computeCursus(cursus(un, [...premiere, ...reprise({ dev: 10 }, { dev: 12 })], decides));
    expect(r.annees[1]?.rcues[0]).toMatchObject({ moyenne: 1150, proposition: "ADM" });
    expect(r.annees[1]?.proposition).toBe("ADM");
  });

  it("la moyenne vue par le jury fait foi même si les notes ont changé depuis", () => {
    const changees = [semestre(1, { spe: 5, dev: 7 }), premiere[1] ?? semestre(2, {})];
    const r = computeCursus(
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
    const r = computeCursus(
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
    const r = computeCursus(
      cursus(un, [...premiere, semestre(2, { spe: null, dev: 13 }, { anneeUniversitaire: "2023-2024" })], decides),
    );
    expect(r.annees[1]).toMatchObject({ semestreImpairId: "S1-2022-2023", proposition: "ADM" });
    expect(r.annees[1]?.rcues[1]).toMatchObject({ moyenne: 1000, proposition: "CMP" });
  });

  it("S1 seul redoublé : seule une UE paire acquise s'y joint", () => {
    const r = computeCursus(
      cursus(un, [...premiere, semestre(1, { spe: null, dev: 13 }, { anneeUniversitaire: "2023-2024" })], decides),
    );
    expect(r.annees[1]?.rcues[0]?.moyenne).toBe(1150);
    expect(r.annees[1]?.rcues[1]).toMatchObject({ moyenne: null, pair: null });
    expect(r.annees[1]?.proposition).toBeNull();
  });

  it("RED une fois, NAR à la seconde, RED encore avec force majeure", () => {
    const echec = [...annee(1, { spe: 5, dev: 5 }), ...reprise({ spe: 6, dev: 6 }, { spe: 6, dev: 6 })];
    expect(computeCursus(cursus(un, echec)).annees.map((a) => a.proposition)).toEqual(["RED", "NAR"]);
    expect(computeCursus(cursus(un, echec, [], { forceMajeure: true })).annees[1]?.proposition).toBe("RED");
  });

  it("une UE acquise deux fois ne donne ses ECTS qu'une fois", () => {
    const r = computeCursus(
      cursus(
        un,
        [...premiere, ...reprise({ spe: 13, dev: 10 }, { spe: 12, dev: 12 })],
        [...decides, decision("ue", "spe-S1", "S1-2023-2024", "ADM")],
      ),
    );
    expect(r.ectsAcquis).toBe(30);
  });
});

describe("décisions (règlement 5.10)", () => {
  const un = [niveau("spe", 1)];
  const semestres = annee(1, { spe: 9 });

  it("le plus grand rang fait foi, dans n'importe quel ordre", () => {
    const liste = [
      decision("ue", "spe-S1", "S1-2022-2023", "AJ", { rang: 1 }),
      decision("ue", "spe-S1", "S1-2022-2023", "ADJ", { rang: 3 }),
      decision("ue", "spe-S1", "S1-2022-2023", "AJ", { rang: 2 }),
    ];
    for (const decisions of [liste, [...liste].reverse()])
      expect(computeCursus(cursus(un, semestres, decisions)).semestres[0]?.ues[0]).toMatchObject({
        code: "ADJ",
        proposition: "AJ",
        acquise: true,
      });
  });

  it("AJ au S1, puis CMP au jury d'année siégeant en S2", () => {
    const r = computeCursus(
      cursus(
        un,
        [semestre(1, { spe: 9 }), semestre(2, { spe: 11 })],
        [decision("ue", "spe-S1", "S1-2022-2023", "AJ"), decision("ue", "spe-S1", "S2-2022-2023", "CMP", { rang: 2 })],
      ),
    );
    expect(r.semestres[0]?.ues[0]).toMatchObject({ code: "CMP", acquise: true });
  });

  it("un RCUE acquis par le jury compte dans la proposition d'année", () => {
    const r = computeCursus(cursus(un, semestres, [decision("rcue", "spe1", "S2-2022-2023", "ADJ")]));
    expect(r.annees[0]).toMatchObject({ acquis: 1, proposition: "ADM" });
    expect(r.niveaux[0]).toMatchObject({ etat: "jury", decide: true });
  });

  it.each([
    [["ADM", "ADM"], "acquis"],
    [["CMP", "ADM"], "compensation"],
    [["ADJR", "ADM"], "jury"],
    [["ADSUP", "ADSUP"], "superieur"],
  ] as const)("UE %j décidées : le niveau est validé, état %s", ([impair, pair], etat) => {
    const r = computeCursus(
      cursus(un, semestres, [
        decision("ue", "spe-S1", "S1-2022-2023", impair),
        decision("ue", "spe-S2", "S2-2022-2023", pair),
      ]),
    );
    expect(r.niveaux[0]).toMatchObject({ etat, decide: true });
  });

  it("un niveau échoué et décidé est à repasser ; indécis, il est en cours ; pas suivi, à venir", () => {
    const suite = [...un, niveau("spe", 2)];
    expect(computeCursus(cursus(suite, semestres)).niveaux.map((x) => x.etat)).toEqual(["en-cours", "a-venir"]);
    const decide = computeCursus(cursus(suite, semestres, [decision("rcue", "spe1", "S2-2022-2023", "AJ")]));
    expect(decide.niveaux[0]).toMatchObject({ etat: "a-repasser", decide: true });
  });
});

describe("passages et diplômes (règlement 5.6, 5.8)", () => {
  const complet = [
    ...annee(1, quatre(12, 12, 12, 12)),
    ...annee(3, cinq(12, 12, 12, 12, 12)),
    ...annee(5, cinq(12, 12, 12, 12, 12)),
  ];
  const toutes = complet.flatMap((s) => s.ues.map((ue) => decision("ue", ue.id, s.id, "ADM")));
  const rcues = PARCOURS.map((niv) =>
    decision("rcue", niv.id, `S${niv.annee * 2}-${2021 + niv.annee}-${2022 + niv.annee}`, "ADM"),
  );

  it("tout acquis : 180 ECTS, DUT et BUT proposés, plus rien ne manque", () => {
    const r = computeCursus(
      cursus(PARCOURS, complet, [
        ...toutes,
        ...rcues,
        decision("annee", "1", "S2-2022-2023", "ADM"),
        decision("annee", "2", "S4-2023-2024", "ADM"),
      ]),
    );
    expect(r).toMatchObject({ ectsAcquis: 180, ectsTotal: 180, dut: "ADM", but: "ADM", manque: [] });
    expect(r.niveaux).toHaveLength(14);
    expect(r.semestres.flatMap((s) => s.ues)).toHaveLength(28);
  });

  it("une UE de S6 manque : le DUT oui, le BUT non", () => {
    const r = computeCursus(cursus(PARCOURS, complet, toutes.slice(0, -1)));
    expect(r).toMatchObject({ ectsAcquis: 174, dut: "ADM", but: null });
    expect(r.manque.at(-1)).toBe("BUT : 6 ECTS sur 180 restent à acquérir et 1 niveau reste à valider.");
  });

  it("une UE de S3 manque : pas de DUT", () => {
    expect(
      computeCursus(
        cursus(
          PARCOURS,
          complet,
          toutes.filter((d) => d.objetId !== "ipi-S3"),
        ),
      ).dut,
    ).toBeNull();
  });

  it.each(["ADM", "ADJ", "ADSUP", "PASD", "PAS1NCI"])("BUT1 %s ouvre le S3", (code) => {
    const r = computeCursus(cursus(BUT1, annee(1, quatre(9, 9, 9, 9)), [decision("annee", "1", "S2-2022-2023", code)]));
    expect(r.passageS3.ouvert).toBe(true);
  });

  it.each(["RED", "NAR", "ATJ", "DEF", "ABL"])("BUT1 %s ne l'ouvre pas", (code) => {
    const r = computeCursus(
      cursus(BUT1, annee(1, quatre(12, 12, 12, 12)), [decision("annee", "1", "S2-2022-2023", code)]),
    );
    expect(r.passageS3).toEqual({ ouvert: false, raison: `BUT1 ${code} : ce code n'ouvre pas le S3.` });
  });

  it("sans décision, une proposition n'ouvre rien", () => {
    const r = computeCursus(cursus(BUT1, annee(1, quatre(12, 12, 12, 12))));
    expect(r.passageS3).toEqual({
      ouvert: false,
      raison: "Le jury de BUT1 n'a pas encore décidé (proposition : ADM).",
    });
  });

  it("une décision de diplôme enregistrée se lit à côté de la proposition", () => {
    const r = computeCursus(cursus(PARCOURS, complet, [...toutes, decision("diplome", "DUT", "S4-2023-2024", "ADM")]));
    expect(r.decisionDut?.code).toBe("ADM");
    expect(r.decisionBut).toBeNull();
  });
});

describe("changement de parcours", () => {
  const autre = [...PARCOURS.filter((x) => x.competenceId !== "ipi"), niveau("cai", 2, 1), niveau("cai", 3, 2)];
  const but2 = annee(3, cinq(12, 12, 12, 12, 12));

  it("l'année faite dans l'ancien parcours garde ses cinq compétences", () => {
    const r = computeCursus(cursus(autre, but2, [], { niveauxAnciens: [niveau("ipi", 2, 1)] }));
    expect(r.annees[0]).toMatchObject({ proposition: "ADM", acquis: 5 });
    expect(r.annees[0]?.rcues.map((x) => x.niveauId)).toContain("ipi1");
    expect(r.niveaux.find((x) => x.niveauId === "cai1")?.etat).toBe("a-venir");
  });

  it("changé entre S3 et S4 : le niveau du nouveau parcours attend son semestre impair", () => {
    const r = computeCursus(
      cursus(autre, [semestre(3, cinq(12, 12, 12, 12, 12)), semestre(4, { ...quatre(12, 12, 12, 12), cai: 13 })]),
    );
    expect(r.annees[0]?.rcues).toHaveLength(5);
    expect(r.annees[0]).toMatchObject({
      proposition: null,
      manques: [{ raison: "semestre-absent", elementTitre: "S3" }],
    });
  });

  it("une compétence oubliée n'est pas une année plus courte", () => {
    const r = computeCursus(cursus(PARCOURS, annee(3, quatre(12, 12, 12, 12))));
    expect(r.annees[0]?.proposition).toBeNull();
  });
});

describe("indépendance de l'ordre et du temps", () => {
  it("l'ordre des semestres, UE et décisions ne change rien", () => {
    const semestres = [...annee(1, quatre(12, 11, 10, 8)), ...annee(3, cinq(11, 12, 13, 10, 14))];
    const decisions = [decision("annee", "1", "S2-2022-2023", "PASD"), decision("ue", "exp-S1", "S2-2022-2023", "AJ")];
    const direct = computeCursus(cursus(PARCOURS, semestres, decisions));
    expect(computeCursus(cursus(PARCOURS, [...semestres].reverse(), [...decisions].reverse()))).toEqual(direct);
  });

  it("chaque semestre garde le règlement avec lequel il est calculé", () => {
    const points = { ...REGLEMENT_DEFAUT, bonus: { ...REGLEMENT_DEFAUT.bonus, lecture: "points" as const } };
    const bonus = [{ activite: "Sport", pourcent: c(500) }];
    const r = computeCursus(
      cursus(
        [niveau("spe", 1)],
        [semestre(1, { spe: 10 }, { bonus }), semestre(2, { spe: 10 }, { bonus, reglement: points })],
      ),
    );
    expect(r.semestres.map((s) => s.ues[0]?.moyenne)).toEqual([1050, 1100]);
  });

  it("se passe en JSON sans rien perdre", () => {
    const r = computeCursus(cursus(BUT1, annee(1, quatre(12.33, 11, 10, 8))));
    expect(JSON.parse(JSON.stringify(r))).toEqual(r);
  });
});
