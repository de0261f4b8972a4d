import { describe, expect, it } from "vitest";
import { cursus, decision, niveau, semestre } from "../essais/fabrique";
import { annee, BUT1, cinq, PARCOURS, quatre } from "../essais/fabrique-gmp";
import { resultatCursus } from "./resultats";

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
      expect(resultatCursus(cursus(un, semestres, decisions)).semestres[0]?.ues[0]).toMatchObject({
        code: "ADJ",
        proposition: "AJ",
        acquise: true,
      });
  });

  it("AJ au S1, puis CMP au jury d'année siégeant en S2", () => {
    const r = resultatCursus(
      cursus(
        un,
        [semestre(1, { spe: 9 }), semestre(2, { spe: 11 })],
        [decision("ue", "spe-S1", "S1-2022-2023", "AJ"), decision("ue", "spe-S1", "S2-2022-2023", "CMP", { rang: 2 })],
      ),
    );
    expect(r.semestres[0]?.ues[0]).toMatchObject({ code: "CMP", acquise: true });
  });

  it("un RCUE acquis par le jury compte dans la proposition d'année", () => {
    const r = resultatCursus(cursus(un, semestres, [decision("rcue", "spe1", "S2-2022-2023", "ADJ")]));
    expect(r.annees[0]).toMatchObject({ acquis: 1, proposition: "ADM" });
    expect(r.niveaux[0]).toMatchObject({ etat: "jury", decide: true });
  });

  it.each([
    [["ADM", "ADM"], "acquis"],
    [["CMP", "ADM"], "compensation"],
    [["ADJR", "ADM"], "jury"],
    [["ADSUP", "ADSUP"], "superieur"],
  ] as const)("UE %j décidées : le niveau est validé, état %s", ([impair, pair], etat) => {
    const r = resultatCursus(
      cursus(un, semestres, [
        decision("ue", "spe-S1", "S1-2022-2023", impair),
        decision("ue", "spe-S2", "S2-2022-2023", pair),
      ]),
    );
    expect(r.niveaux[0]).toMatchObject({ etat, decide: true });
  });

  it("un niveau échoué et décidé est à repasser ; indécis, il est en cours ; pas suivi, à venir", () => {
    const suite = [...un, niveau("spe", 2)];
    expect(resultatCursus(cursus(suite, semestres)).niveaux.map((x) => x.etat)).toEqual(["en-cours", "a-venir"]);
    const decide = resultatCursus(cursus(suite, semestres, [decision("rcue", "spe1", "S2-2022-2023", "AJ")]));
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
    const r = resultatCursus(
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
    const r = resultatCursus(cursus(PARCOURS, complet, toutes.slice(0, -1)));
    expect(r).toMatchObject({ ectsAcquis: 174, dut: "ADM", but: null });
    expect(r.manque.at(-1)).toBe("BUT : 6 ECTS sur 180 restent à acquérir et 1 niveau reste à valider.");
  });

  it("une UE de S3 manque : pas de DUT", () => {
    expect(
      resultatCursus(
        cursus(
          PARCOURS,
          complet,
          toutes.filter((d) => d.objetId !== "ipi-S3"),
        ),
      ).dut,
    ).toBeNull();
  });

  it.each(["ADM", "ADJ", "ADSUP", "PASD", "PAS1NCI"])("BUT1 %s ouvre le S3", (code) => {
    const r = resultatCursus(
      cursus(BUT1, annee(1, quatre(9, 9, 9, 9)), [decision("annee", "1", "S2-2022-2023", code)]),
    );
    expect(r.passageS3.ouvert).toBe(true);
  });

  it.each(["RED", "NAR", "ATJ", "DEF", "ABL"])("BUT1 %s ne l'ouvre pas", (code) => {
    const r = resultatCursus(
      cursus(BUT1, annee(1, quatre(12, 12, 12, 12)), [decision("annee", "1", "S2-2022-2023", code)]),
    );
    expect(r.passageS3).toEqual({ ouvert: false, raison: `BUT1 ${code} : ce code n'ouvre pas le S3.` });
  });

  it("sans décision, une proposition n'ouvre rien", () => {
    const r = resultatCursus(cursus(BUT1, annee(1, quatre(12, 12, 12, 12))));
    expect(r.passageS3).toEqual({
      ouvert: false,
      raison: "Le jury de BUT1 n'a pas encore décidé (proposition : ADM).",
    });
  });

  it("une décision de diplôme enregistrée se lit à côté de la proposition", () => {
    const r = resultatCursus(cursus(PARCOURS, complet, [...toutes, decision("diplome", "DUT", "S4-2023-2024", "ADM")]));
    expect(r.decisionDut?.code).toBe("ADM");
    expect(r.decisionBut).toBeNull();
  });
});
