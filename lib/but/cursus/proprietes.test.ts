import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbAnnee, COMPETENCES, exige, PASSES } from "../essais/arbitraires";
import { c } from "../essais/fabrique";
import { arrondi, oracleAnnee, oracleBonus, oracleRcue, oracleUe, type Q } from "../essais/oracle";
import { expliquerUe } from "../expliquer/expliquer";
import type { Cursus } from "../modele/cursus";
import type { EvaluationNotee } from "../modele/note";
import type { ResultatCursus, ResultatRcue } from "../modele/resultats";
import { resultatCursus } from "./resultats";

const rcues = (r: ResultatCursus): readonly ResultatRcue[] => r.annees[0]?.rcues ?? [];

function oracleUeDe(cursus: Cursus, i: number, competenceId: string): Q | null {
  const semestre = cursus.semestres[i];
  const ue = semestre?.ues.find((u) => u.competenceId === competenceId);
  if (!semestre || !ue) return null;
  const moyenne = oracleUe(semestre.elements, ue.id, ue.poles);
  return moyenne && oracleBonus(moyenne, semestre.bonus[0]?.pourcent ?? 0, semestre.reglement.bonus.lecture);
}

/** Le dossier où chaque évaluation d'une compétence a été changée. */
const change = (cursus: Cursus, choisie: string, f: (e: EvaluationNotee) => EvaluationNotee): Cursus => ({
  ...cursus,
  semestres: cursus.semestres.map((s) => ({
    ...s,
    elements: s.elements.map((e) =>
      Object.keys(e.coefficients).some((ue) => ue.startsWith(choisie))
        ? { ...e, evaluations: e.evaluations.map(f) }
        : e,
    ),
  })),
});

const RANG_UE = ["AJ", "CMP", "ADM"];
const RANG_ANNEE = ["RED", "PASD", "ADM"];

describe("une année, contre l'oracle", () => {
  it("moyennes affichées, codes d'UE, de RCUE et d'année sont ceux de l'oracle", () => {
    fc.assert(
      fc.property(arbAnnee, (cursus) => {
        const r = resultatCursus(cursus);
        const attendus = rcues(r).map((rcue) => {
          const impair = oracleUeDe(cursus, 0, rcue.competenceId);
          const pair = oracleUeDe(cursus, 1, rcue.competenceId);
          exige((rcue.impair?.moyenne ?? null) === (impair && arrondi(impair)), "UE impaire");
          exige((rcue.pair?.moyenne ?? null) === (pair && arrondi(pair)), "UE paire");
          if (!impair || !pair) return null;
          const attendu = oracleRcue(impair, pair);
          exige(rcue.moyenne === arrondi(attendu.moyenne), "RCUE");
          if (rcue.provisoire) {
            exige(rcue.proposition === null, "un RCUE provisoire n'a pas de proposition");
            return null;
          }
          exige(rcue.impair?.proposition === attendu.impair, "code de l'UE impaire");
          exige(rcue.pair?.proposition === attendu.pair, "code de l'UE paire");
          exige(rcue.proposition === attendu.rcue, "code du RCUE");
          return attendu;
        });
        const complets = attendus.filter((x) => x !== null);
        expect(r.annees[0]?.proposition).toBe(complets.length === COMPETENCES.length ? oracleAnnee(1, complets) : null);
      }),
      PASSES,
    );
  });

  it("affichée ≥ 10,00 si et seulement si acquise de droit : ADM pour l'UE, ADM ou CMP pour le RCUE", () => {
    fc.assert(
      fc.property(arbAnnee, (cursus) => {
        for (const { impair, pair, moyenne, proposition } of rcues(resultatCursus(cursus))) {
          for (const ue of [impair, pair])
            if (ue?.proposition) exige((ue.proposition === "ADM") === (ue.moyenne ?? 0) >= 1000, "UE");
          if (proposition) exige((proposition !== "AJ") === (moyenne ?? 0) >= 1000, "RCUE");
        }
      }),
      PASSES,
    );
  });

  it("la compensation ne traverse jamais les compétences", () => {
    fc.assert(
      fc.property(arbAnnee, fc.constantFrom(...COMPETENCES), fc.boolean(), (cursus, choisie, maximum) => {
        const autre = change(cursus, choisie, (e) => ({ ...e, note: maximum ? e.bareme : c(0) }));
        const sauf = (r: ResultatCursus) => rcues(r).filter((x) => x.competenceId !== choisie);
        exige(
          JSON.stringify(sauf(resultatCursus(autre))) === JSON.stringify(sauf(resultatCursus(cursus))),
          "une autre compétence a changé",
        );
      }),
      PASSES,
    );
  });

  it("monter des notes ne baisse rien : ni moyenne, ni code d'UE, ni RCUE, ni année", () => {
    fc.assert(
      fc.property(
        arbAnnee,
        fc.constantFrom(...COMPETENCES),
        fc.integer({ min: 1, max: 600 }),
        (cursus, choisie, hausse) => {
          const avant = resultatCursus(cursus);
          const apres = resultatCursus(
            change(cursus, choisie, (e) =>
              typeof e.note === "number" ? { ...e, note: c(Math.min(e.bareme, e.note + hausse)) } : e,
            ),
          );
          rcues(avant).forEach((rcue, i) => {
            const suite = rcues(apres)[i];
            exige((suite?.moyenne ?? 0) >= (rcue.moyenne ?? 0), "RCUE baissé");
            for (const cote of ["impair", "pair"] as const) {
              exige((suite?.[cote]?.moyenne ?? 0) >= (rcue[cote]?.moyenne ?? 0), "UE baissée");
              const [x, y] = [rcue[cote]?.proposition, suite?.[cote]?.proposition];
              if (x && y) exige(RANG_UE.indexOf(y) >= RANG_UE.indexOf(x), "code baissé");
            }
          });
          const [x, y] = [avant.annees[0]?.proposition, apres.annees[0]?.proposition];
          if (x && y) expect(RANG_ANNEE.indexOf(y)).toBeGreaterThanOrEqual(RANG_ANNEE.indexOf(x));
        },
      ),
      PASSES,
    );
  });

  it("l'explication d'une UE donne le nombre du résultat", () => {
    fc.assert(
      fc.property(arbAnnee, fc.nat({ max: 7 }), (cursus, i) => {
        const ue = resultatCursus(cursus).semestres.flatMap((s) => s.ues)[i];
        if (!ue) return;
        const e = expliquerUe(cursus, ue.semestreId, ue.ueId);
        expect(e.resultat).toBe(ue.moyenne);
        exige(
          e.termes.every((terme) => terme.detail !== null),
          "un terme sans détail",
        );
      }),
      PASSES,
    );
  });
});
