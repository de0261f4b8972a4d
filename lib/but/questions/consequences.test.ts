import { describe, expect, it } from "vitest";
import { cursus, decision, niveau, semestre } from "../essais/fabrique";
import { consequences } from "./consequences";

const niveaux = [niveau("spe", 1), niveau("spe", 2), niveau("spe", 3), niveau("dev", 1), niveau("dev", 2)];
const but1 = [semestre(1, { spe: 8, dev: 12 }), semestre(2, { spe: 9, dev: 12 })];
const but2 = [semestre(3, { spe: 12, dev: 12 }), semestre(4, { spe: 12, dev: 9 })];
const prise = (portee: "ue" | "rcue" | "annee", objetId: string, semestreId: string, code: string) => ({
  portee,
  objetId,
  semestreId,
  code,
});
const court = (liste: ReturnType<typeof consequences>) => liste.map((x) => [x.portee, x.objetId, x.semestreId, x.code]);

describe("ce qu'une décision entraîne (règlement 5.4, 5.9)", () => {
  it("RCUE ADJ : ADJR à ses UE échouées", () => {
    const liste = consequences(cursus(niveaux, but1), prise("rcue", "spe1", "S2-2022-2023", "ADJ"));
    expect(court(liste)).toEqual([
      ["ue", "spe-S1", "S1-2022-2023", "ADJR"],
      ["ue", "spe-S2", "S2-2022-2023", "ADJR"],
    ]);
  });

  it("une UE qui atteint 10 reste ADM, une UE déjà acquise ne change pas", () => {
    const semestres = [semestre(1, { spe: 12, dev: 12 }), semestre(2, { spe: 6, dev: 12 })];
    expect(court(consequences(cursus(niveaux, semestres), prise("rcue", "spe1", "S2-2022-2023", "ADJ")))).toEqual([
      ["ue", "spe-S1", "S1-2022-2023", "ADM"],
      ["ue", "spe-S2", "S2-2022-2023", "ADJR"],
    ]);
    const decides = [decision("ue", "spe-S1", "S1-2022-2023", "ADM")];
    expect(
      court(consequences(cursus(niveaux, semestres, decides), prise("rcue", "spe1", "S2-2022-2023", "ADJ"))),
    ).toEqual([["ue", "spe-S2", "S2-2022-2023", "ADJR"]]);
  });

  it("RCUE CMP : CMP à l'UE compensée", () => {
    const semestres = [semestre(1, { spe: 8, dev: 12 }), semestre(2, { spe: 12, dev: 12 })];
    expect(court(consequences(cursus(niveaux, semestres), prise("rcue", "spe1", "S2-2022-2023", "CMP")))).toEqual([
      ["ue", "spe-S1", "S1-2022-2023", "CMP"],
      ["ue", "spe-S2", "S2-2022-2023", "ADM"],
    ]);
  });

  it("niveau 2 validé : ADSUP aux UE et au RCUE de niveau 1, dans leurs semestres passés", () => {
    const decides = [
      ...["spe-S1", "spe-S2"].map((id, i) => decision("ue", id, `S${i + 1}-2022-2023`, "AJ")),
      decision("rcue", "spe1", "S2-2022-2023", "AJ"),
    ];
    const liste = consequences(
      cursus(niveaux, [...but1, ...but2], decides),
      prise("rcue", "spe2", "S4-2023-2024", "ADM"),
    );
    expect(court(liste)).toEqual([
      ["ue", "spe-S3", "S3-2023-2024", "ADM"],
      ["ue", "spe-S4", "S4-2023-2024", "ADM"],
      ["ue", "spe-S1", "S1-2022-2023", "ADSUP"],
      ["ue", "spe-S2", "S2-2022-2023", "ADSUP"],
      ["rcue", "spe1", "S2-2022-2023", "ADSUP"],
    ]);
    expect(liste.at(-1)?.raison).toContain("règlement 5.4");
  });

  it("la dernière UE d'un niveau, décidée seule, acquiert aussi les niveaux inférieurs", () => {
    const decides = [decision("ue", "spe-S3", "S3-2023-2024", "ADM")];
    const dossier = cursus(niveaux, [...but1, ...but2], decides);
    expect(court(consequences(dossier, prise("ue", "spe-S4", "S4-2023-2024", "ADM")))).toEqual([
      ["ue", "spe-S1", "S1-2022-2023", "ADSUP"],
      ["ue", "spe-S2", "S2-2022-2023", "ADSUP"],
      ["rcue", "spe1", "S2-2022-2023", "ADSUP"],
    ]);
    expect(consequences(dossier, prise("ue", "spe-S4", "S4-2023-2024", "AJ"))).toEqual([]);
  });

  it("ne touche ni les autres compétences, ni un niveau déjà acquis, ni rien sur un échec ou une année", () => {
    const dossier = cursus(niveaux, [...but1, ...but2]);
    const objets = consequences(dossier, prise("rcue", "spe2", "S4-2023-2024", "ADM")).map((x) => x.objetId);
    expect(objets.some((id) => id.startsWith("dev"))).toBe(false);
    expect(consequences(dossier, prise("rcue", "spe2", "S4-2023-2024", "AJ"))).toEqual([]);
    expect(consequences(dossier, prise("annee", "2", "S4-2023-2024", "ADM"))).toEqual([]);
    const acquis = [
      decision("ue", "dev-S1", "S1-2022-2023", "ADM"),
      decision("ue", "dev-S2", "S2-2022-2023", "ADM"),
      decision("rcue", "dev1", "S2-2022-2023", "ADM"),
    ];
    const liste = consequences(
      cursus(niveaux, [...but1, ...but2], acquis),
      prise("rcue", "dev2", "S4-2023-2024", "ADJ"),
    );
    expect(court(liste)).toEqual([
      ["ue", "dev-S3", "S3-2023-2024", "ADM"],
      ["ue", "dev-S4", "S4-2023-2024", "ADJR"],
    ]);
  });
});
