import { describe, expect, it } from "vitest";
import { cursus, decision, element, niveau, semestre } from "../essais/fabrique";
import { annee, codes } from "../essais/fabrique-gmp";
import type { SemestreSuivi } from "../modele/cursus";
import type { DecisionEnregistree } from "../modele/decision";
import { resultatCursus } from "./resultats";

describe("provisoire (règlement 2.1, 5.2, 5.9)", () => {
  const un = [niveau("spe", 1)];

  it("après le seul semestre impair : AJ, pas de RCUE, pas d'année", () => {
    const r = resultatCursus(cursus(un, [semestre(1, { spe: 9 })]));
    expect(r.semestres[0]?.ues[0]).toMatchObject({ proposition: "AJ", provisoire: false });
    expect(r.annees[0]).toMatchObject({
      proposition: null,
      manques: [{ raison: "semestre-absent", elementTitre: "S2" }],
    });
    expect(r.annees[0]?.rcues[0]).toMatchObject({ moyenne: null, provisoire: true, proposition: null });
  });

  it("le semestre pair existe sans notes : l'impair reste AJ, rien d'autre n'est proposé", () => {
    const r = resultatCursus(cursus(un, [semestre(1, { spe: 9 }), semestre(2, { spe: null })]));
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
    const r = resultatCursus(cursus(un, [enAttente, semestre(2, { spe: 9 })]));
    expect(codes(r, "spe")).toEqual([null, null, null, 1050]);
    expect(r.annees[0]?.rcues[0]?.provisoire).toBe(true);
  });

  it("tout excusé : pas de moyenne, rien ne manque, et l'année attend le jury", () => {
    const r = resultatCursus(cursus(un, [semestre(1, { spe: "EXC" }), semestre(2, { spe: 12 })]));
    expect(codes(r, "spe")).toEqual([null, "ADM", null, null]);
    expect(r.annees[0]).toMatchObject({ proposition: null, manques: [] });
  });
});

it("un élément qui nourrit deux UE ne manque qu'une fois", () => {
  const impair = semestre(1, { spe: 12, dev: 12 });
  const partage = element("sae", Object.fromEntries(impair.ues.map((ue) => [ue.id, 1])), []);
  const r = resultatCursus(
    cursus([niveau("spe", 1), niveau("dev", 1)], [{ ...impair, elements: [...impair.elements, partage] }]),
  );
  expect(r.semestres[0]?.ues.map((ue) => ue.provisoire)).toEqual([true, true]);
  expect(r.manque).toContain("BUT1 : 1 élément n'a aucune évaluation publiée.");
});

describe("sorties et dispense (règlement 2.7, 2.8)", () => {
  const deux = [niveau("spe", 1), niveau("dev", 1)];

  it.each(["DEM", "DEF"] as const)("%s : ni moyenne ni rang, l'année le dit", (inscription) => {
    const r = resultatCursus(
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
    const r = resultatCursus(cursus(deux, [dispense, semestre(2, { spe: 11, dev: 12 })]));
    expect(codes(r, "spe")).toEqual([null, "ADM", "ADM", 1100]);
    expect(r.annees[0]).toMatchObject({ proposition: "ADM", manques: [] });
    expect(r.semestres[0]?.ues[0]).toMatchObject({ dispensee: true, moyenne: null });
    const bas = resultatCursus(cursus(deux, [dispense, semestre(2, { spe: 9, dev: 12 })]));
    expect(codes(bas, "spe")).toEqual([null, "AJ", "AJ", 900]);
  });

  it("deux UE dispensées : la compétence ne compte pas dans l'année", () => {
    const tous = annee(1, { spe: null, dev: 12 }).map((s) => ({
      ...s,
      ues: s.ues.map((ue) => (ue.competenceId === "spe" ? { ...ue, dispensee: true } : ue)),
    }));
    expect(resultatCursus(cursus(deux, tous)).annees[0]).toMatchObject({ proposition: "ADM", acquis: 1 });
  });

  it.each([
    ["DEM", "demission"],
    ["DEF", "defaillance"],
  ] as const)("%s : le niveau n'est plus en cours, il est interrompu ; repris, il l'est de nouveau", (sortie, etat) => {
    const s1 = semestre(1, { spe: 9, dev: 12 });
    const quitte = semestre(2, { spe: null, dev: null }, { inscription: sortie });
    const etats = (semestres: readonly SemestreSuivi[], decisions: readonly DecisionEnregistree[] = []) =>
      resultatCursus(cursus(deux, semestres, decisions)).niveaux.map((x) => x.etat);
    expect(etats([s1, quitte])).toEqual([etat, etat]);
    expect(etats([{ ...s1, inscription: sortie }])).toEqual([etat, etat]);
    const reprise = semestre(1, { spe: 11, dev: 12 }, { anneeUniversitaire: "2023-2024" });
    expect(etats([s1, quitte, reprise])).toEqual(["en-cours", "en-cours"]);
    // Le jury reste souverain : ce qu'il a validé l'est.
    expect(etats([s1, quitte], [decision("rcue", "spe1", quitte.id, "ADJ")])).toEqual(["jury", etat]);
    expect(etats([s1, quitte], [decision("rcue", "spe1", quitte.id, "ABAN")])).toEqual(["abandon", etat]);
  });
});
