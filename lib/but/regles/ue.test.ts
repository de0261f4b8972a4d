import { describe, expect, it } from "vitest";
import { element, evaluation } from "../essais/fabrique";
import type { ElementNote, NatureElement } from "../modele/element";
import { arrondiOuNull } from "../nombres/arrondi";
import { ecrireFraction } from "../nombres/fraction";
import { coefficientsParDefaut } from "./coefficients";
import { moyenneUe } from "./ue";

type Ligne = [NatureElement, number, number | "EXC" | "ATT" | null];
const elements = (lignes: readonly Ligne[]): ElementNote[] =>
  lignes.map(([nature, coefficient, note]) => element(nature, { UE: coefficient }, [evaluation(note)]));
const calcule = (lignes: readonly Ligne[], poles: { ressource: number; sae: number } | null) => {
  const { moyenne, manques } = moyenneUe(elements(lignes), { id: "UE", poles });
  return { moyenne: moyenne && ecrireFraction(moyenne), manques: manques.map(({ raison }) => raison) };
};

const QUATRE: Ligne[] = [
  ["ressource", 2, 10],
  ["ressource", 3, 12],
  ["sae", 4, 8],
  ["sae", 5, 9],
];

describe("moyenne d'une UE (règlement 2.5)", () => {
  it.each<[string, Ligne[], { ressource: number; sae: number } | null, string | null, string[]]>([
    ["sans pôles : une moyenne pondérée", QUATRE, null, "9,50", []],
    ["pôles 60/40", QUATRE, { ressource: 60, sae: 40 }, "10,142…", []],
    ["pôles 50/50", QUATRE, { ressource: 50, sae: 50 }, "9,877…", []],
    [
      "portfolio et stage sont du pôle SAÉ",
      [
        ["ressource", 1, 10],
        ["portfolio", 1, 12],
        ["stage", 3, 16],
      ],
      { ressource: 50, sae: 50 },
      "12,50",
      [],
    ],
    [
      "un module sans moyenne sort avec son coefficient",
      [
        ["ressource", 1.5, "EXC"],
        ["ressource", 2.1, 12.5],
      ],
      null,
      "12,50",
      [],
    ],
    [
      "un pôle sans moyenne sort, provisoire",
      [
        ["ressource", 1, 11],
        ["sae", 1, "EXC"],
      ],
      { ressource: 50, sae: 50 },
      "11,00",
      ["pole-vide"],
    ],
    ["un pôle sans aucun élément aussi", [["ressource", 1, 11]], { ressource: 40, sae: 60 }, "11,00", ["pole-vide"]],
    [
      "ATT rend provisoire",
      [
        ["ressource", 1, 11],
        ["ressource", 1, "ATT"],
      ],
      null,
      "11,00",
      ["att"],
    ],
    ["tout excusé : pas de moyenne", [["ressource", 1, "EXC"]], null, null, []],
    [
      "un coefficient nul ne compte ni ne manque",
      [
        ["ressource", 1, 11],
        ["ressource", 0, null],
      ],
      null,
      "11,00",
      [],
    ],
    ["aucun élément", [], null, null, []],
  ])("%s", (_, lignes, poles, moyenne, manques) => {
    expect(calcule(lignes, poles)).toEqual({ moyenne, manques });
    expect(calcule([...lignes].reverse(), poles)).toEqual({ moyenne, manques });
  });

  it("lit le coefficient et les poids de sa propre UE : jamais une moyenne de module réemployée", () => {
    const commun = element("ressource", { A: 1, B: 3 }, [
      evaluation(8, { poids: { A: 100 as never, B: 0 as never } }),
      evaluation(14, { poids: { A: 100 as never, B: 100 as never } }),
    ]);
    const autre = element("sae", { B: 1 }, [evaluation(10)]);
    const moyenne = (id: string) => arrondiOuNull(moyenneUe([commun, autre], { id, poles: null }).moyenne);
    expect(moyenne("A")).toBe(1100);
    expect(moyenne("B")).toBe(1300);
  });

  it("un élément sans évaluation publiée rend l'UE provisoire, un élément tout excusé non", () => {
    const vide = element("ressource", { UE: 1 }, []);
    const excuse = element("ressource", { UE: 1 }, [evaluation("EXC")]);
    const note = element("ressource", { UE: 1 }, [evaluation(12)]);
    const raisons = (liste: ElementNote[]) => moyenneUe(liste, { id: "UE", poles: null }).manques.map((m) => m.raison);
    expect(raisons([note, vide])).toEqual(["aucune-evaluation"]);
    expect(raisons([note, excuse])).toEqual([]);
  });
});

describe("coefficients proposés (règlement 2.6)", () => {
  const heures = (cm: number | null, td: number | null, tp: number | null) => ({ cm, td, tp });
  it("dans un pôle : les heures imprimées si chaque ligne en a, sinon égaux ; l'autre pôle n'y change rien", () => {
    expect(
      coefficientsParDefaut([
        { nature: "ressource", heures: heures(null, 10, 8) },
        { nature: "ressource", heures: heures(2.5, 44, 26) },
        { nature: "sae", heures: heures(null, 20, null) },
        { nature: "portfolio", heures: null },
      ]),
    ).toEqual([1800, 7250, 100, 100]);
  });

  it("des heures toutes nulles ne sont pas des heures", () => {
    expect(
      coefficientsParDefaut([
        { nature: "ressource", heures: heures(0, null, null) },
        { nature: "ressource", heures: heures(1, 1, 1) },
      ]),
    ).toEqual([100, 100]);
    expect(coefficientsParDefaut([])).toEqual([]);
  });
});
