import { describe, expect, it } from "vitest";
import { element, evaluation } from "../essais/fabrique";
import type { EvaluationNotee } from "../modele/note";
import { ecrireFraction } from "../nombres/fraction";
import { moyenneModule } from "./module";

const calcule = (evaluations: readonly EvaluationNotee[], ue = "UE1") => {
  const { moyenne, manques } = moyenneModule(element("ressource", {}, evaluations), ue);
  return { moyenne: moyenne && ecrireFraction(moyenne), manques: manques.map(({ raison }) => raison) };
};
const ev = evaluation;
const rattrapage = (note: Parameters<typeof evaluation>[0], options = {}) =>
  ev(note, { type: "rattrapage", ...options });
const session = (note: Parameters<typeof evaluation>[0], options = {}) =>
  ev(note, { type: "seconde-session", ...options });
const bonus = (note: Parameters<typeof evaluation>[0], options = {}) => ev(note, { type: "bonus", ...options });

describe("moyenne d'un module (règlement 2.3)", () => {
  it.each<[string, EvaluationNotee[], string | null, string[]]>([
    ["12 (coef 1) et 13 (coef 2)", [ev(12), ev(13, { coefficient: 2 })], "12,666…", []],
    ["ABS (coef 1) et 13 (coef 2)", [ev("ABS"), ev(13, { coefficient: 2 })], "8,666…", []],
    ["tout ABS donne 0", [ev("ABS"), ev("ABS")], "0,00", []],
    ["12 et EXC", [ev(12), ev("EXC")], "12,00", []],
    ["tout EXC : pas de moyenne, et rien ne manque", [ev("EXC"), ev("EXC")], null, []],
    ["12 et ATT : provisoire", [ev(12), ev("ATT")], "12,00", ["att"]],
    ["tout ATT", [ev("ATT"), ev("ATT")], null, ["att", "att"]],
    ["12 et rien : provisoire", [ev(12), ev(null)], "12,00", ["note-manquante"]],
    ["rien du tout", [ev(null)], null, ["note-manquante"]],
    ["0 est une note", [ev(0), ev(10)], "5,00", []],
    ["aucune évaluation", [], null, ["aucune-evaluation"]],
    ["10,1 et 9,9 font exactement 10", [ev(10.1, { coefficient: 3 }), ev(9.9, { coefficient: 3 })], "10,00", []],
    ["barèmes 10 et 40", [ev(7.5, { bareme: 10 }), ev(30, { bareme: 40 })], "15,00", []],
    ["barèmes 20, 30 puis 20", [ev(10), ev(30, { bareme: 30 }), ev(12)], "14,00", []],
    ["barème 30 qui ne tombe pas juste", [ev(10, { bareme: 30 })], "6,666…", []],
    ["coefficient nul : ne compte ni ne manque", [ev(12), ev(null, { coefficient: 0 })], "12,00", []],
  ])("%s", (_, evaluations, moyenne, manques) => {
    expect(calcule(evaluations)).toEqual({ moyenne, manques });
  });

  it("a une moyenne par UE : les poids changent", () => {
    const evaluations = [ev(10, { poids: { UE2: 0 as never } }), ev(16, { poids: { UE1: 200 as never } })];
    expect(calcule(evaluations, "UE1").moyenne).toBe("14,00");
    expect(calcule(evaluations, "UE2").moyenne).toBe("16,00");
    expect(calcule(evaluations, "UE3").moyenne).toBe("13,00");
  });

  it("un poids nul partout laisse l'UE sans évaluation", () => {
    expect(calcule([ev(10, { poids: { UE1: 0 as never } })])).toEqual({
      moyenne: null,
      manques: ["aucune-evaluation"],
    });
  });

  it.each<[string, EvaluationNotee[], string | null, string[]]>([
    ["une seconde session remplace une note absente", [ev(null), session(9)], "9,00", []],
    ["une seconde session remplace une note attendue, même plus basse", [ev(12), ev("ATT"), session(9)], "9,00", []],
    ["un rattrapage retenu remplace la note absente", [ev(null), rattrapage(11)], "11,00", []],
    ["un rattrapage meilleur que le reste aussi", [ev(8), ev(null), rattrapage(11)], "11,00", []],
    ["un rattrapage moins bon ne remplace rien", [ev(12), ev(null), rattrapage(11)], "12,00", ["note-manquante"]],
    ["ABS au rattrapage ne remplace rien", [ev(12), ev(null), rattrapage("ABS")], "12,00", ["note-manquante"]],
    ["ABS en seconde session compte 0 et remplace", [ev(null), session("ABS")], "0,00", []],
    ["une seconde session attendue manque encore", [ev(null), session("ATT")], null, ["note-manquante", "att"]],
    ["ce qui manque à la seconde session reste", [ev(null), session(9), session("ATT")], "9,00", ["att"]],
  ])("%s (règlement 12.1)", (_, evaluations, moyenne, manques) => {
    expect(calcule(evaluations)).toEqual({ moyenne, manques });
  });

  it("nomme ce qui manque", () => {
    const module = element("sae", {}, [ev("ATT", { id: "e", titre: "Oral" })], "m");
    expect(moyenneModule(module, "UE1").manques).toEqual([
      { raison: "att", elementId: "m", elementTitre: "m", evaluationId: "e", evaluationTitre: "Oral" },
    ]);
  });
});

describe("types d'évaluation (règlement 2.4)", () => {
  it.each<[string, EvaluationNotee[], string | null, string[]]>([
    ["12 avec un rattrapage de 11", [ev(12), rattrapage(11)], "12,00", []],
    ["12 avec un rattrapage de 18", [ev(12), rattrapage(18)], "18,00", []],
    ["12 avec un rattrapage de 12", [ev(12), rattrapage(12)], "12,00", []],
    ["ABS avec un rattrapage de 17", [ev("ABS"), rattrapage(17)], "17,00", []],
    ["10, ABS au rattrapage", [ev(10), rattrapage("ABS")], "10,00", []],
    ["10, EXC au rattrapage", [ev(10), rattrapage("EXC")], "10,00", []],
    ["10, non convoqué au rattrapage : rien ne manque", [ev(10), rattrapage(null)], "10,00", []],
    ["10, ATT au rattrapage : provisoire", [ev(10), rattrapage("ATT")], "10,00", ["att"]],
    ["EXC puis rattrapage de 8 : sert faute de moyenne", [ev("EXC"), rattrapage(8)], "8,00", []],
    ["EXC puis ABS au rattrapage : toujours pas de moyenne", [ev("EXC"), rattrapage("ABS")], null, []],
    ["ABS puis rattrapage de 0 : inchangé", [ev("ABS"), rattrapage(0)], "0,00", []],
    ["deux rattrapages : le meilleur", [ev(8), rattrapage(9), rattrapage(11), rattrapage(10)], "11,00", []],
    ["rattrapage sur 10", [ev(8), rattrapage(6, { bareme: 10 })], "12,00", []],
    ["rattrapage sans coefficient", [ev(8), rattrapage(12, { coefficient: 0 })], "12,00", []],
    ["rattrapage seul", [rattrapage(12)], "12,00", []],
    ["rattrapage seul, ABS : aucune évaluation", [rattrapage("ABS")], null, ["aucune-evaluation"]],
    ["12 puis seconde session de 7, plus basse", [ev(12), session(7)], "7,00", []],
    ["12 puis seconde session de 15", [ev(12), session(15)], "15,00", []],
    ["12 puis ABS en seconde session : compte 0", [ev(12), session("ABS")], "0,00", []],
    ["12 puis EXC en seconde session : inchangé", [ev(12), session("EXC")], "12,00", []],
    ["12, non convoqué en seconde session", [ev(12), session(null)], "12,00", []],
    ["12, ATT en seconde session : provisoire", [ev(12), session("ATT")], "12,00", ["att"]],
    [
      "deux secondes sessions : leur moyenne pondérée",
      [ev(4), session(10), session(13, { coefficient: 2 })],
      "12,00",
      [],
    ],
    ["rattrapage de 16 puis seconde session de 9", [ev(5), rattrapage(16), session(9)], "9,00", []],
    ["12 et bonus de 1,5", [ev(12), bonus(1.5)], "13,50", []],
    ["bonus sur 2 : les points tels qu'ils sont", [ev(12), bonus(1.5, { bareme: 2 })], "13,50", []],
    ["bonus gardé sous 20", [ev(19), bonus(3)], "20,00", []],
    ["bonus sans moyenne : toujours pas de moyenne", [ev("EXC"), bonus(3)], null, []],
    ["ABS au bonus n'ajoute rien", [ev(12), bonus("ABS")], "12,00", []],
    ["rien au bonus : rien ne manque", [ev(12), bonus(null)], "12,00", []],
    ["deux bonus s'ajoutent", [ev(12), bonus(1), bonus(0.5)], "13,50", []],
    ["bonus après le rattrapage et la seconde session", [ev(5), rattrapage(16), session(9), bonus(2)], "11,00", []],
  ])("%s", (_, evaluations, moyenne, manques) => {
    expect(calcule(evaluations)).toEqual({ moyenne, manques });
    expect(calcule([...evaluations].reverse())).toEqual({ moyenne, manques });
  });

  it("pèse un bonus par UE", () => {
    const evaluations = [ev(12), bonus(1, { poids: { UE1: 50 as never, UE2: 0 as never } })];
    expect(calcule(evaluations, "UE1").moyenne).toBe("12,50");
    expect(calcule(evaluations, "UE2").moyenne).toBe("12,00");
  });
});
