import { describe, expect, it } from "vitest";
import { resultatCursus } from "../cursus/resultats";
import { c, cursus, decision, element, evaluation, niveau, semestre } from "../essais/fabrique";
import type { Cursus } from "../modele/cursus";
import { expliquerDiplome } from "./diplome";
import { renderExplication } from "./explication";
import { expliquerAnnee, expliquerModule, expliquerRcue, expliquerUe } from "./expliquer";

const spe = [niveau("spe", 1)];
const avecElements = (
  elements: ReturnType<typeof element>[],
  poles: { ressource: number; sae: number } | null = null,
) => {
  const s1 = semestre(1, { spe: null }, { id: "S1", elements, ue: { poles, titre: "UE 1.1 Spécifier" } });
  return { ...s1, bonus: [{ activite: "Sport", pourcent: c(500) }] };
};

describe("expliquer un module", () => {
  const expliquer = (evaluations: ReturnType<typeof evaluation>[]) =>
    expliquerModule(
      cursus(spe, [avecElements([element("ressource", { "spe-S1": 2 }, evaluations, "R1")])]),
      "S1",
      "R1",
      "spe-S1",
    );

  it("dit ce qui compte, avec quel poids, et ce qui est écarté", () => {
    const e = expliquer([
      evaluation("ABS", { titre: "Contrôle" }),
      evaluation(13, { titre: "Examen", coefficient: 2 }),
      evaluation("EXC", { titre: "Oral" }),
      evaluation("ATT", { titre: "Rapport" }),
      evaluation(null, { titre: "TP" }),
    ]);
    expect(e).toMatchObject({
      resultat: 867,
      exact: "8,666…",
      operation: "(0,00 × 1 + 13,00 × 2) ÷ 3",
      points: ["2.3"],
    });
    expect(e.termes).toEqual([
      { libelle: "Contrôle", valeur: "ABS (compte 0)", poids: "1", contribution: "0,00", detail: null },
      { libelle: "Examen", valeur: "13,00 / 20", poids: "2", contribution: "26,00", detail: null },
    ]);
    expect(e.ecartes.map(({ libelle }) => libelle)).toEqual(["Oral", "Rapport", "TP"]);
    expect(e.remarques.join()).toContain("Provisoire");
  });

  it("dit d'une note absente que la seconde session la remplace, sans rien de provisoire (règlement 12.1)", () => {
    const e = expliquer([
      evaluation(null, { titre: "Examen" }),
      evaluation("ATT", { titre: "Rapport" }),
      evaluation(9, { titre: "S2", type: "seconde-session" }),
    ]);
    const raison = "sans note : le rattrapage ou la seconde session la remplace, rien ne manque";
    expect(e).toMatchObject({ resultat: 900, points: ["2.3", "2.4"] });
    expect(e.ecartes).toEqual([
      { libelle: "Examen", raison },
      { libelle: "Rapport", raison },
    ]);
    expect(e.remarques.join()).not.toContain("Provisoire");
  });

  it("montre le rattrapage retenu et ce qu'il remplace", () => {
    const e = expliquer([evaluation(9, { titre: "Examen" }), evaluation(11, { titre: "R", type: "rattrapage" })]);
    expect(e).toMatchObject({ resultat: 1100, exact: "11,00", points: ["2.3", "2.4"] });
    expect(e.termes[0]).toMatchObject({ libelle: "R (rattrapage)", valeur: "11,00 / 20", contribution: "11,00" });
    expect(e.ecartes).toEqual([{ libelle: "Examen", raison: "remplacée par le rattrapage" }]);
    expect(e.remarques[0]).toContain("(9,00 × 1) ÷ 1 = 9,00");
  });

  it("montre le rattrapage moins bon, la seconde session et le bonus", () => {
    const moins = expliquer([evaluation(12), evaluation(11, { titre: "R", type: "rattrapage" })]);
    expect(moins.ecartes).toEqual([{ libelle: "R (rattrapage)", raison: "rattrapage moins bon : ne change rien" }]);
    const session = expliquer([
      evaluation(12, { titre: "E" }),
      evaluation(15, { titre: "R", type: "rattrapage" }),
      evaluation(8, { titre: "S", type: "seconde-session" }),
      evaluation(1.5, { titre: "Défi", type: "bonus" }),
    ]);
    expect(session).toMatchObject({ resultat: 950, exact: "9,50", operation: null });
    expect(session.termes.map((t) => t.libelle)).toEqual(["S (seconde session)"]);
    expect(session.ecartes.map((x) => x.libelle)).toEqual(["E", "R (rattrapage)"]);
    expect(session.remarques).toContain("Avant bonus : (8,00 × 1) ÷ 1 = 8,00.");
    expect(session.remarques.join()).toContain("+ 1,50 (Défi)");
  });

  it("pas de moyenne n'est pas 0", () => {
    const e = expliquer([evaluation("EXC")]);
    expect(e).toMatchObject({ resultat: null, exact: null, operation: null });
    expect(e.remarques.join()).toContain("ce qui n'est pas 0");
  });

  it("écrit coefficient et poids de l'UE", () => {
    const e = expliquer([
      evaluation(12, { coefficient: 1.5, poids: { "spe-S1": c(50) } }),
      evaluation(10, { bareme: 40, poids: { "spe-S1": c(0) } }),
    ]);
    expect(e.termes[0]).toMatchObject({ poids: "1,5 × 0,5", contribution: "9,00" });
    expect(e.operation).toBe("(12,00 × 1,5 × 0,5) ÷ 0,75");
    expect(e.ecartes[0]?.raison).toContain("nul");
  });
});

describe("expliquer une UE", () => {
  const dossier = (note: number): Cursus =>
    cursus(spe, [
      avecElements(
        [
          element("ressource", { "spe-S1": 1 }, [evaluation(note)], "R1"),
          element("ressource", { "spe-S1": 1 }, [evaluation("EXC")], "R2"),
          element("sae", { "spe-S1": 3 }, [evaluation(9.53)], "SAE1"),
        ],
        { ressource: 50, sae: 50 },
      ),
    ]);

  it("va des notes au bonus, à l'arrondi et au seuil", () => {
    const e = expliquerUe(dossier(9.53), "S1", "spe-S1");
    expect(e).toMatchObject({
      sujet: "ue",
      titre: "UE 1.1 Spécifier (S1)",
      resultat: 1001,
      exact: "10,0065",
      operation: "(9,53 × 50 + 9,53 × 50) ÷ 100 × (1 + 5 ÷ 100)",
      points: ["2.5", "3", "4", "5.2"],
    });
    expect(e.termes.map((t) => [t.libelle, t.valeur, t.poids, t.contribution])).toEqual([
      ["Pôle ressources", "9,53", "50 %", "4,765"],
      ["Pôle SAÉ", "9,53", "50 %", "4,765"],
    ]);
    expect(e.termes[0]?.detail?.ecartes[0]?.libelle).toBe("R2");
    expect(e.remarques).toContain("Bonus de 5 % : 9,53 avant, 9,53 × (1 + 5 ÷ 100) = 10,0065 après (3).");
    expect(e.remarques).toContain("Arrondi au centième, une fois : 10,0065 → 10,01 ; atteint 10,00 (4).");
    expect(e.remarques).toContain("Proposition : ADM.");
  });

  it("se lit en texte", () => {
    const texte = renderExplication(expliquerUe(dossier(9), "S1", "spe-S1"));
    expect(texte).toContain("UE 1.1 Spécifier (S1) : 9,73 [règlement 2.5, 3, 4, 5.2]");
    expect(texte).toContain("- écarté : R2 (sans moyenne, sort avec son coefficient");
    expect(texte.split("\n").every((ligne) => ligne.trim() !== "")).toBe(true);
  });

  it("dit la capitalisation, la dispense et la sortie", () => {
    const redouble = cursus(
      spe,
      [
        semestre(1, { spe: 12 }),
        semestre(1, { spe: 9 }, { anneeUniversitaire: "2023-2024", bonus: [{ activite: "Sport", pourcent: c(500) }] }),
      ],
      [decision("ue", "spe-S1", "S1-2022-2023", "ADM", { moyenneVue: 1200 })],
    );
    const e = expliquerUe(redouble, "S1-2023-2024", "spe-S1");
    expect(e).toMatchObject({ resultat: 1200, exact: "12,00", operation: null });
    expect(e.remarques[0]).toBe(
      "Déjà acquise (ADM) avec 12,00 : le bonus n'y change rien, la meilleure des deux moyennes compte : 12,00 (reprise : 9,00) (2.8, 3).",
    );
    const dem = expliquerUe(cursus(spe, [semestre(1, { spe: 12 }, { inscription: "DEM", id: "S1" })]), "S1", "spe-S1");
    expect(dem.remarques).toContain("Démission : pas de moyenne (2.7).");
    const dispense = expliquerUe(
      cursus(spe, [semestre(1, { spe: 12 }, { id: "S1", ue: { dispensee: true } })]),
      "S1",
      "spe-S1",
    );
    expect(dispense.remarques).toContain("Dispensé de cette UE (2.8).");
  });

  it("refuse ce qui n'est pas au dossier", () => {
    expect(() => expliquerUe(dossier(9), "S1", "autre")).toThrow(RangeError);
    expect(() => expliquerModule(dossier(9), "S1", "autre", "spe-S1")).toThrow(RangeError);
    expect(() => expliquerRcue(dossier(9), "autre")).toThrow(RangeError);
    expect(() => expliquerAnnee(dossier(9), 3)).toThrow(RangeError);
  });
});

describe("expliquer un RCUE et une année", () => {
  const trois = ["a", "b", "d"].map((id) => niveau(id, 1));
  const dossier = cursus(trois, [semestre(1, { a: 9, b: 12, d: 7 }), semestre(2, { a: 11, b: 12, d: 7.5 })]);

  it("montre les deux UE non arrondies et la compensation", () => {
    const e = expliquerRcue(dossier, "a1");
    expect(e).toMatchObject({ resultat: 1000, exact: "10,00", operation: "(9,00 + 11,00) ÷ 2" });
    expect(e.termes[0]?.detail?.remarques).toContain("Compensée : son RCUE atteint 10,00 (5.2).");
    expect(e.remarques.join()).toContain("Proposition : CMP");
  });

  it("écrit les ECTS quand ils pondèrent", () => {
    const parEcts = {
      ...dossier,
      semestres: dossier.semestres.map((s) => ({ ...s, reglement: { ...s.reglement, rcue: "ects" as const } })),
    };
    expect(expliquerRcue(parEcts, "a1").operation).toBe("(9,00 × 10 + 11,00 × 10) ÷ 20");
  });

  it("dit pourquoi l'année", () => {
    const e = expliquerAnnee(dossier, 1);
    expect(e.titre).toBe("BUT1 2022-2023 : RED");
    expect(e.operation).toBe("2 RCUE acquis sur 3, 1 sous 8,00");
    expect(e.remarques[0]).toBe("1 RCUE sous 8,00 ; redoublement possible : RED (5.5, 5.7).");
    expect(e.termes).toHaveLength(3);
  });

  it("donne partout les nombres des résultats", () => {
    const r = resultatCursus(dossier);
    for (const rcue of r.annees[0]?.rcues ?? []) {
      const e = expliquerRcue(dossier, rcue.niveauId);
      expect(e.resultat).toBe(rcue.moyenne);
      expect(e.termes.map((t) => t.detail?.resultat)).toEqual([rcue.impair?.moyenne, rcue.pair?.moyenne]);
    }
  });
});

describe("expliquer une décision et un diplôme", () => {
  const niveaux = [niveau("a", 1), niveau("a", 2)];
  const semestres = [semestre(1, { a: 9 }), semestre(2, { a: 9 }), semestre(3, { a: 12 }), semestre(4, { a: 12 })];

  it("montre l'écart avec ce que le jury a vu, sans y toucher", () => {
    const vue = decision("ue", "a-S1", "S1-2022-2023", "ADJ", { moyenneVue: 980, motif: "assiduité" });
    const e = expliquerUe(cursus(niveaux, semestres, [vue]), "S1-2022-2023", "a-S1");
    expect(e.remarques).toContain("Décision du jury : ADJ (assiduité).");
    expect(e.remarques).toContain("Le jury a vu 9,80 ; le calcul d'aujourd'hui donne 9,00 (5.10).");
    const inchangee = { ...vue, moyenneVue: 900 };
    expect(expliquerUe(cursus(niveaux, semestres, [inchangee]), "S1-2022-2023", "a-S1").remarques.join()).not.toContain(
      "5.10",
    );
  });

  it("dit qu'un niveau supérieur acquiert le niveau inférieur", () => {
    expect(expliquerRcue(cursus(niveaux, semestres), "a1").remarques).toContain(
      "a, niveau 2 est validé : a-S1 et a-S2 à enregistrer ADSUP (5.4).",
    );
    expect(expliquerRcue(cursus(niveaux, semestres), "a2").remarques.join()).not.toContain("ADSUP");
  });

  it("dit ce qui manque au diplôme", () => {
    const e = expliquerDiplome(cursus(niveaux, semestres, [decision("ue", "a-S3", "S3-2023-2024", "ADM")]), "DUT");
    expect(e.titre).toBe("DUT : pas de proposition");
    expect(e.ecartes.map(({ libelle }) => libelle)).toEqual(["a-S1 (S1)", "a-S2 (S2)", "a-S4 (S4)"]);
    expect(e.remarques).toEqual([
      "30 ECTS acquis par décision ; le DUT en demande 120, toutes les UE de S1 à S4 (5.8).",
    ]);
    const toutes = semestres.map((s) => decision("ue", `a-S${s.numero}`, s.id, "ADM"));
    expect(expliquerDiplome(cursus(niveaux, semestres, toutes), "DUT").titre).toBe("DUT : proposition ADM");
    expect(renderExplication(expliquerDiplome(cursus(niveaux, semestres, toutes), "BUT"))).toContain(
      "BUT : pas de proposition [règlement 5.8]",
    );
  });
});
