import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { c } from "../essais/fabrique";
import { centiemes, formatCentiemes, formatCourt } from "../nombres/centiemes";
import { parseDecimal } from "../nombres/decimal";
import { formatNote, parseNote } from "./note";

describe("lire une note", () => {
  it.each([
    ["12,5", 1250],
    ["12.5", 1250],
    ["12", 1200],
    ["0", 0],
    ["20", 2000],
    ["20,00", 2000],
    ["12,500", 1250],
    ["  7,25 ", 725],
    ["\u00a07,25\u202f", 725],
    ["07", 700],
    ["-0", 0],
    ["12,5/20", 1250],
    ["12,5 / 20,0", 1250],
    ["10,1", 1010],
    ["1,13", 113],
    ["ABS", "ABS"],
    ["abs", "ABS"],
    ["A", "ABS"],
    ["e", "EXC"],
    ["Exc", "EXC"],
    ["t", "ATT"],
    ["att", "ATT"],
    ["", null],
    ["   ", null],
  ])("« %s » sur 20", (saisie, note) => {
    expect(parseNote(saisie, c(2000))).toEqual({ ok: true, note });
  });

  it.each([
    ["21", "« 21 » dépasse le barème de 20 : entrez une note de 0 à 20, ou ABS, EXC, ATT."],
    ["20,01", "« 20,01 » dépasse le barème de 20 : entrez une note de 0 à 20, ou ABS, EXC, ATT."],
    ["-1", "« -1 » est négatif : entrez une note de 0 à 20, ou ABS, EXC, ATT."],
    ["12;5", "« 12;5 » n'est pas une note : entrez une note de 0 à 20, ou ABS, EXC, ATT."],
    ["douze", "« douze » n'est pas une note : entrez une note de 0 à 20, ou ABS, EXC, ATT."],
    ["constructor", "« constructor » n'est pas une note : entrez une note de 0 à 20, ou ABS, EXC, ATT."],
    ["1e1", "« 1e1 » n'est pas une note : entrez une note de 0 à 20, ou ABS, EXC, ATT."],
    ["1 2", "« 1 2 » n'est pas une note : entrez une note de 0 à 20, ou ABS, EXC, ATT."],
    ["12/2/20", "« 12/2/20 » n'est pas une note : entrez une note de 0 à 20, ou ABS, EXC, ATT."],
    ["12/", "« 12/ » n'est pas une note : entrez une note de 0 à 20, ou ABS, EXC, ATT."],
    ["12,345", "« 12,345 » a plus de deux décimales : entrez la note au centième, sur 20."],
    ["5/10", "Cette évaluation est notée sur 20, pas sur 10 : ramenez la note sur 20."],
  ])("refuse « %s » en disant quoi faire", (saisie, message) => {
    expect(parseNote(saisie, c(2000))).toEqual({ ok: false, message });
  });

  it("suit le barème de l'évaluation", () => {
    expect(parseNote("7,5/10", c(1000))).toEqual({ ok: true, note: 750 });
    expect(parseNote("12", c(1000))).toMatchObject({ ok: false, message: expect.stringContaining("barème de 10") });
    expect(parseNote("35", c(4000))).toEqual({ ok: true, note: 3500 });
  });

  it("relit exactement toute note écrite, avec la virgule ou le point", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (note) => {
        const ecrite = formatCentiemes(note);
        expect(parseNote(ecrite, c(2000))).toEqual({ ok: true, note });
        expect(parseNote(ecrite.replace(",", "."), c(2000))).toEqual({ ok: true, note });
        expect(parseNote(formatCourt(note), c(2000))).toEqual({ ok: true, note });
      }),
      { numRuns: 10_000 },
    );
  });

  it("ne lève jamais, et n'accepte jamais hors du barème", () => {
    fc.assert(
      fc.property(fc.string(), (saisie) => {
        const lu = parseNote(saisie, c(2000));
        if (lu.ok && typeof lu.note === "number") expect(lu.note >= 0 && lu.note <= 2000).toBe(true);
        else if (!lu.ok) expect(lu.message).toMatch(/20/);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("lire un décimal", () => {
  const coefficient = { nom: "Coefficient", min: 0, max: 10_000, decimales: 2 } as const;
  it.each([
    ["1,5", 150],
    ["0", 0],
    ["100", 10_000],
  ])("« %s »", (saisie, valeur) => {
    expect(parseDecimal(saisie, coefficient)).toEqual({ ok: true, valeur });
  });

  it.each([
    ["", "Coefficient : entrez un nombre de 0 à 100."],
    ["x", "Coefficient : « x » n'est pas un nombre ; entrez un nombre de 0 à 100."],
    ["-1", "Coefficient : « -1 » est hors bornes ; entrez un nombre de 0 à 100."],
    ["100,01", "Coefficient : « 100,01 » est hors bornes ; entrez un nombre de 0 à 100."],
    ["1,234", "Coefficient : « 1,234 » est trop précis ; deux décimales au plus."],
  ])("refuse « %s »", (saisie, message) => {
    expect(parseDecimal(saisie, coefficient)).toEqual({ ok: false, message });
  });

  it("compte les décimales permises", () => {
    expect(parseDecimal("12", { nom: "Pôle", min: 0, max: 10_000, decimales: 0 })).toEqual({ ok: true, valeur: 1200 });
    expect(parseDecimal("1,5", { nom: "Pôle", min: 0, max: 10_000, decimales: 0 })).toEqual({
      ok: false,
      message: "Pôle : « 1,5 » n'est pas entier ; entrez un nombre entier de 0 à 100.",
    });
    expect(parseDecimal("1,25", { nom: "Poids", min: 0, max: 1000, decimales: 1 })).toMatchObject({ ok: false });
    expect(parseDecimal("1,5", { nom: "Poids", min: 0, max: 1000, decimales: 1 })).toEqual({ ok: true, valeur: 150 });
  });
});

describe("écrire", () => {
  it.each([
    [1250, "12,50", "12,5"],
    [2000, "20,00", "20"],
    [5, "0,05", "0,05"],
    [0, "0,00", "0"],
    [-250, "-2,50", "-2,5"],
    [1010, "10,10", "10,1"],
    [10_000, "100,00", "100"],
  ])("%i centièmes", (valeur, long, court) => {
    expect(formatCentiemes(valeur)).toBe(long);
    expect(formatCourt(valeur)).toBe(court);
  });

  it("garde les cinq états d'une note distincts", () => {
    expect([c(0), "ABS", "EXC", "ATT", null].map((note) => formatNote(note as never))).toEqual([
      "0,00",
      "ABS",
      "EXC",
      "ATT",
      "",
    ]);
  });

  it.each([12.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])("%d n'est pas un entier de centièmes", (x) => {
    expect(() => centiemes(x)).toThrow(TypeError);
    expect(() => formatCentiemes(x)).toThrow(TypeError);
  });
});
