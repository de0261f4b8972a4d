import { describe, expect, it } from "vitest";
import { c, cursus, element, evaluation, niveau, semestre } from "../essais/fabrique";
import type { SemestreSuivi } from "../modele/cursus";
import { type EvaluationOuverte, evaluationsOuvertes, noteNecessaire } from "./besoin";

const spe = [niveau("spe", 1)];
const ouverte = (evaluationId: string, semestreId = "S1", elementId = "R1"): EvaluationOuverte => ({
  semestreId,
  elementId,
  evaluationId,
});
const s1 = (evaluations: ReturnType<typeof evaluation>[], options: Partial<SemestreSuivi> = {}) =>
  semestre(
    1,
    { spe: null },
    { id: "S1", elements: [element("ressource", { "spe-S1": 1 }, evaluations, "R1")], ...options },
  );
const ue = { portee: "ue", semestreId: "S1", ueId: "spe-S1" } as const;
const rcue = { portee: "rcue", niveauId: "spe1" } as const;

describe("de quelle note ai-je besoin ?", () => {
  it.each<[string, ReturnType<typeof evaluation>[], object]>([
    [
      "8 acquis, à coefficients égaux : 11,99, parce que 9,995 atteint 10",
      [evaluation(8), evaluation(null, { id: "x" })],
      { reponse: "note", note: 1199, bareme: 2000 },
    ],
    [
      "8 (coef 3) : impossible",
      [evaluation(8, { coefficient: 9 }), evaluation(null, { id: "x" })],
      { reponse: "impossible" },
    ],
    [
      "20 (coef 3) : déjà certain",
      [evaluation(20, { coefficient: 3 }), evaluation(null, { id: "x" })],
      { reponse: "certain" },
    ],
    [
      "sur 10",
      [evaluation(8), evaluation("ATT", { id: "x", bareme: 10 })],
      { reponse: "note", note: 600, bareme: 1000 },
    ],
    [
      "un rattrapage",
      [evaluation(4), evaluation(null, { id: "x", type: "rattrapage" })],
      { reponse: "note", note: 1000, bareme: 2000 },
    ],
    [
      "un rattrapage après 12",
      [evaluation(12), evaluation(null, { id: "x", type: "rattrapage" })],
      { reponse: "certain" },
    ],
    [
      "un bonus",
      [evaluation(9.2), evaluation(null, { id: "x", type: "bonus" })],
      { reponse: "note", note: 80, bareme: 2000 },
    ],
  ])("UE, %s", (_, evaluations, attendu) => {
    const besoin = noteNecessaire(cursus(spe, [s1(evaluations)]), ue, [ouverte("x")]);
    // 9,995 s'arrondit à 10,00 : la note juste au-dessous de la moyenne ronde suffit parfois.
    expect(besoin).toEqual(attendu);
  });

  it("compte le bonus de l'étudiant", () => {
    const dossier = cursus(spe, [
      s1([evaluation(null, { id: "x" })], { bonus: [{ activite: "Sport", pourcent: c(500) }] }),
    ]);
    // 9,51 × 1,05 = 9,9855 → 9,99 ; 9,52 × 1,05 = 9,996 → 10,00
    expect(noteNecessaire(dossier, ue, [ouverte("x")])).toEqual({ reponse: "note", note: 952, bareme: 2000 });
  });

  it("compte la compensation : l'UE comme le RCUE", () => {
    const dossier = cursus(spe, [
      semestre(1, { spe: 7 }),
      {
        ...semestre(2, { spe: null }),
        id: "S2",
        elements: [element("ressource", { "spe-S2": 1 }, [evaluation(null, { id: "x" })], "R2")],
      },
    ]);
    const s2 = [ouverte("x", "S2", "R2")];
    // (7 + 12,99) ÷ 2 = 9,995 → 10,00
    expect(noteNecessaire(dossier, rcue, s2)).toEqual({ reponse: "note", note: 1299, bareme: 2000 });
    expect(noteNecessaire(dossier, { portee: "ue", semestreId: "S1-2022-2023", ueId: "spe-S1" }, s2)).toMatchObject({
      note: 1299,
    });
    expect(noteNecessaire(dossier, { portee: "ue", semestreId: "S2", ueId: "spe-S2" }, s2)).toMatchObject({
      note: 1000,
    });
  });

  it("la note commune à plusieurs évaluations, sur 20 si les barèmes diffèrent", () => {
    const meme = cursus(spe, [s1([evaluation(7), evaluation(null, { id: "x" }), evaluation(null, { id: "y" })])]);
    // (7 + 2 × 11,50) ÷ 3 = 10 ; 11,49 donne 9,993…
    expect(noteNecessaire(meme, ue, [ouverte("x"), ouverte("y")])).toEqual({
      reponse: "note",
      note: 1150,
      bareme: 2000,
    });
    const autres = cursus(spe, [
      s1([evaluation(7), evaluation(null, { id: "x", bareme: 10 }), evaluation(null, { id: "y" })]),
    ]);
    expect(noteNecessaire(autres, ue, [ouverte("x"), ouverte("y")])).toMatchObject({ reponse: "note", bareme: 2000 });
  });

  it("l'année : ADM demande chaque RCUE, le passage plus de la moitié et aucun sous 8", () => {
    const niveaux = ["a", "b", "d"].map((id) => niveau(id, 1));
    const dossier = cursus(niveaux, [
      semestre(1, { a: 12, b: 12, d: 6 }),
      { ...semestre(2, { a: 12, b: 12, d: null }), id: "S2" },
    ]);
    const derniere = [ouverte("ev-S2-2022-2023-d", "S2", "R-S2-2022-2023-d")];
    expect(noteNecessaire(dossier, { portee: "annee", annee: 1, objectif: "ADM" }, derniere)).toMatchObject({
      note: 1399,
    });
    expect(noteNecessaire(dossier, { portee: "annee", annee: 1, objectif: "passage" }, derniere)).toMatchObject({
      note: 999,
    });
  });

  it("trouve les évaluations ouvertes, sans les rattrapages où nul n'est convoqué", () => {
    const dossier = cursus(spe, [
      s1([
        evaluation(12),
        evaluation(null, { id: "x" }),
        evaluation("ATT", { id: "y", type: "rattrapage" }),
        evaluation(null, { type: "rattrapage" }),
      ]),
    ]);
    expect(evaluationsOuvertes(dossier, "S1")).toEqual([ouverte("x"), ouverte("y")]);
    expect(evaluationsOuvertes(dossier, "S1", "autre")).toEqual([]);
    expect(evaluationsOuvertes(dossier, "S9")).toEqual([]);
  });

  it("une démission rend tout impossible ; ce qui n'est pas au dossier est refusé", () => {
    const dossier = cursus(spe, [s1([evaluation(null, { id: "x" })], { inscription: "DEM" })]);
    expect(noteNecessaire(dossier, ue, [ouverte("x")])).toEqual({ reponse: "impossible" });
    expect(noteNecessaire(dossier, { portee: "annee", annee: 1, objectif: "passage" }, [ouverte("x")])).toEqual({
      reponse: "impossible",
    });
    expect(() => noteNecessaire(dossier, ue, [])).toThrow(RangeError);
    expect(() => noteNecessaire(dossier, ue, [ouverte("z")])).toThrow(RangeError);
    expect(() => noteNecessaire(dossier, { ...ue, ueId: "z" }, [ouverte("x")])).toThrow(RangeError);
    expect(() => noteNecessaire(dossier, { ...rcue, niveauId: "z" }, [ouverte("x")])).toThrow(RangeError);
  });
});
