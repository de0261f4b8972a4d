import { createHash } from "node:crypto";
import { asc, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { resultatCursus } from "../lib/but/cursus/resultats";
import type { Cursus } from "../lib/but/modele/cursus";
import { jsonCanonique } from "../lib/but/modele/json-canonique";
import type { ResultatCursus } from "../lib/but/modele/resultats";
import { centiemes } from "../lib/but/nombres/centiemes";
import { isMotifRequis } from "../lib/but/regles/codes-permis";
import { isModifiee } from "../lib/evaluations/libelles";
import * as base from ".";
import { read } from ".";
import { annee, Demonstration, type Lu } from "./essais/demonstration";
import { seedBase } from "./seed";
import { CLASSES } from "./seed/classes";
import { niveauId } from "./seed/ids";

let demo: Demonstration;

beforeAll(async () => {
  await seedBase("demonstration");
  demo = await Demonstration.read();
});

describe("le département", () => {
  test("72 étudiants, trois promotions, des parcours et un groupe en alternance", async () => {
    expect(demo.tous).toHaveLength(72);
    const parPromotion = (annee: string) => demo.tous.filter((d) => d.etudiant.numero.startsWith(annee)).length;
    expect([parPromotion("2026"), parPromotion("2025"), parPromotion("2024")]).toEqual([28, 24, 20]);
    expect(demo.inscrits("s4-2025-alternance")).toHaveLength(6);
    const parcours = demo.inscrits("s3-2026").map((d) => d.inscriptions.at(-1)?.parcours);
    expect(new Set(parcours)).toEqual(new Set(["IPI", "CAI"]));
    const groupes = await read((l) => l.select().from(base.groupe).where(eq(base.groupe.semestreId, "s1-2026")));
    expect(groupes.map((g) => g.nom)).toEqual(["TD 1", "TD 2"]);
  });

  test("14 niveaux et 28 UE devant chaque étudiant d'un parcours, 180 ECTS au bout", () => {
    for (const { cursus, inscriptions, resultat } of demo.tous) {
      const parcours = inscriptions.findLast((i) => i.parcours)?.parcours ?? null;
      expect(cursus.niveaux).toHaveLength(parcours ? 14 : 12);
      expect(resultat.ectsTotal).toBe(180);
    }
  });

  test("tout étudiant inscrit en S3 ou en S5 avait le droit d'y passer", () => {
    for (const { etudiant, inscriptions, resultat } of demo.tous) {
      const suit = (numero: number) => inscriptions.some((i) => i.semestreId.startsWith(`s${numero}-`));
      if (suit(3)) expect(resultat.passageS3.ouvert, etudiant.nom).toBe(true);
      if (suit(5)) expect(resultat.passageS5.ouvert, etudiant.nom).toBe(true);
    }
  });

  test("un démissionnaire, une défaillance, une dispense, des bonus", async () => {
    const etats = await read((l) =>
      l
        .select({ etat: base.inscription.etat })
        .from(base.inscription)
        .where(inArray(base.inscription.etat, ["DEM", "DEF"])),
    );
    expect(etats.map((e) => e.etat).sort()).toEqual(["DEF", "DEM"]);
    expect(await read((l) => l.$count(base.dispense))).toBe(1);
    expect(await read((l) => l.$count(base.bonus))).toBeGreaterThan(5);
  });

  test("un redoublant garde ses UE capitalisées et finit son année", () => {
    const tom = demo.dossier("LEFEVRE", "Tom");
    expect(tom.resultat.annees.map((a) => [a.annee, a.anneeUniversitaire, a.code])).toEqual([
      [1, "2024-2025", "RED"],
      [1, "2025-2026", "ADM"],
      [2, "2026-2027", null],
    ]);
    expect(demo.ue(tom, "s1-2025", "Spécifier").capitalisee?.semestreId).toBe("s1-2024");
    expect(demo.ue(tom, "s1-2025", "Spécifier").moyenne).toBeGreaterThanOrEqual(1050);
  });

  test("le jury accorde un RCUE à 9,75, avec un motif, et ses deux UE deviennent ADJR", () => {
    const florian = demo.dossier("HENRY", "Florian");
    const rcue = annee(florian, 2).rcues.find((r) => r.niveauId === niveauId("Réaliser", 2));
    expect(rcue).toMatchObject({ moyenne: 975, proposition: "AJ", code: "ADJ" });
    expect(rcue?.decision?.motif).toBeTruthy();
    expect([demo.ue(florian, "s3-2025", "Réaliser").code, demo.ue(florian, "s4-2025", "Réaliser").code]).toEqual([
      "ADJR",
      "ADJR",
    ]);
    expect(annee(florian, 2).code).toBe("ADM");
  });
});

describe("les semestres passés sont complets et décidés", () => {
  const passes = CLASSES.filter((c) => c.jury !== null).map((c) => c.id);
  const ouverts = CLASSES.filter((c) => c.jury === null).map((c) => c.id);

  test("publiés, chacun avec son procès-verbal signé", async () => {
    const semestres = await read((l) => l.select().from(base.semestre));
    expect(
      semestres
        .filter((s) => s.etat === "publie")
        .map((s) => s.id)
        .sort(),
    ).toEqual([...passes].sort());
    expect(
      semestres
        .filter((s) => s.etat === "ouvert")
        .map((s) => s.id)
        .sort(),
    ).toEqual([...ouverts].sort());
    const pvs = await read((l) => l.select().from(base.pv));
    expect(pvs.map((p) => p.semestreId).sort()).toEqual([...passes].sort());
    for (const pv of pvs) expect(createHash("sha256").update(pv.instantane).digest("hex")).toBe(pv.sha256);
  });

  test("les entrées d'un procès-verbal redonnent ses résultats", async () => {
    const [pv] = await read((l) => l.select().from(base.pv).where(eq(base.pv.semestreId, "s4-2025")));
    const { etudiants } = JSON.parse(pv?.instantane ?? "null") as {
      etudiants: { entrees: Cursus; resultats: ResultatCursus }[];
    };
    expect(etudiants).toHaveLength(14);
    for (const { entrees, resultats } of etudiants) {
      expect(jsonCanonique(resultatCursus(entrees))).toBe(jsonCanonique(resultats));
    }
  });

  test("aucune note n'y manque, aucun résultat n'y est provisoire", () => {
    for (const { etudiant, resultat } of demo.tous) {
      for (const s of resultat.semestres.filter((s) => passes.includes(s.id) && s.inscription === "I")) {
        for (const u of s.ues) expect([etudiant.nom, u.ueId, u.manques]).toEqual([etudiant.nom, u.ueId, []]);
      }
    }
  });

  test("chaque UE, chaque RCUE, chaque année y est décidé, d'après la proposition ou avec un motif", () => {
    for (const { etudiant, resultat } of demo.tous) {
      for (const s of resultat.semestres.filter((s) => passes.includes(s.id))) {
        for (const u of s.ues) expect(u.decision, `${etudiant.nom} ${u.ueId}`).not.toBeNull();
      }
      for (const a of resultat.annees.filter((a) => passes.includes(a.semestrePairId ?? ""))) {
        expect(a.decision, etudiant.nom).not.toBeNull();
        for (const r of a.rcues) if (r.proposition) expect(r.decision, etudiant.nom).not.toBeNull();
      }
    }
  });

  test("toute décision qui vaut est la proposition d'aujourd'hui, ou porte un motif", () => {
    for (const { etudiant, resultat } of demo.tous) {
      const juges = [
        ...resultat.semestres.flatMap((s) => s.ues),
        ...resultat.annees.flatMap((a) => [a, ...a.rcues]),
      ].filter((objet) => objet.decision !== null);
      for (const { decision, proposition } of juges) {
        if (decision?.motif) continue;
        // Une année passée avec PASD que le niveau supérieur a depuis complétée garde la décision d'alors.
        const completee = decision?.portee === "annee" && decision.code === "PASD" && proposition === "ADM";
        if (!completee)
          expect([etudiant.nom, decision?.objetId, decision?.code]).toEqual([
            etudiant.nom,
            decision?.objetId,
            proposition,
          ]);
      }
    }
  });

  test("au moment où il l'a prise, le jury a suivi la proposition ou dit pourquoi", async () => {
    const decisions = await read((l) => l.select().from(base.decision));
    for (const d of decisions) {
      if (isMotifRequis(d.proposition, d.code)) expect(d.motif, d.id).toBeTruthy();
      expect(() => JSON.parse(d.instantane), d.id).not.toThrow();
    }
    expect(decisions.length).toBeGreaterThan(700);
  });
});

describe("les semestres ouverts sont à moitié saisis", () => {
  test.each(["s1-2026", "s3-2026", "s5-2026"])(
    "%s : des évaluations dans les trois états, des éléments sans rien",
    async (classe) => {
      const evaluations = await read((l) =>
        l.select().from(base.evaluation).where(eq(base.evaluation.semestreId, classe)),
      );
      expect(new Set(evaluations.map((e) => e.etat))).toEqual(new Set(["publiee", "saisie", "brouillon"]));
      const affectes = await read((l) =>
        l
          .selectDistinct({ id: base.affectation.elementId })
          .from(base.affectation)
          .where(eq(base.affectation.semestreId, classe)),
      );
      expect(new Set(evaluations.map((e) => e.elementId)).size).toBeLessThan(affectes.length);
      const publieesTard = evaluations.filter((e) => e.publieeLe && e.publieeLe > "2026-11-22");
      expect(publieesTard).toEqual([]);
    },
  );

  test("il y manque des notes, il y a des ABS, EXC et ATT, des barèmes 10 et 40, un rattrapage et un bonus", async () => {
    const notes = await read((l) =>
      l
        .select({ code: base.note.code, bareme: base.evaluation.bareme, type: base.evaluation.type })
        .from(base.note)
        .innerJoin(base.evaluation, eq(base.evaluation.id, base.note.evaluationId)),
    );
    const vus = <K extends keyof (typeof notes)[number]>(cle: K) => new Set(notes.map((n) => n[cle]));
    expect(vus("code")).toEqual(new Set([null, "ABS", "EXC", "ATT"]));
    expect([...vus("bareme")].map(Number).sort((a, b) => a - b)).toEqual([200, 1000, 2000, 4000]);
    expect(vus("type")).toEqual(new Set(["normale", "rattrapage", "seconde-session", "bonus"]));
  });

  test("en S4 alternance une seule évaluation attend deux notes, et l'année ne se décide pas avant elle", async () => {
    const evaluations = await read((l) =>
      l
        .select()
        .from(base.evaluation)
        .where(eq(base.evaluation.semestreId, "s4-2025-alternance"))
        .orderBy(asc(base.evaluation.id)),
    );
    const aFinir = evaluations.filter((e) => e.etat !== "publiee");
    expect(aFinir.map((e) => [e.id, e.titre, e.etat])).toEqual([
      ["s4-2025-alternance-immersion-professionnelle-1", "Évaluation de la mission en entreprise", "saisie"],
    ]);
    const notes = await read((l) =>
      l.select().from(base.note).where(eq(base.note.evaluationId, "s4-2025-alternance-immersion-professionnelle-1")),
    );
    expect(notes).toHaveLength(4);
    for (const d of demo.inscrits("s4-2025-alternance")) {
      expect(annee(d, 2).proposition).toBeNull();
      const manques = new Set(d.resultat.semestres.at(-1)?.ues.flatMap((u) => u.manques.map((m) => m.elementTitre)));
      expect(manques).toEqual(new Set(["Immersion professionnelle"]));
    }
  });

  test("une fois ces notes saisies et publiées, toute l'année a une proposition, dont un ADSUP", () => {
    const finis = demo.inscrits("s4-2025-alternance").map(avecMission);
    expect(finis.map((r) => r.annees.at(-1)?.proposition)).toEqual(Array(6).fill("ADM"));
    expect(finis.filter((r) => r.adsupProposes.length > 0)).toHaveLength(1);
  });

  function avecMission({ cursus }: Lu): ResultatCursus {
    const mission = { id: "m", titre: "m", date: "2026-11-12", type: "normale", poids: {} } as const;
    const semestres = cursus.semestres.map((s) => ({
      ...s,
      elements: s.elements.map((e) =>
        e.evaluations.length > 0
          ? e
          : {
              ...e,
              evaluations: [
                { ...mission, coefficient: centiemes(100), bareme: centiemes(2000), note: centiemes(1300) },
              ],
            },
      ),
    }));
    return resultatCursus({ ...cursus, semestres });
  }
});

test("seule une note corrigée après sa publication porte « Modifiée après publication »", async () => {
  const lignes = await read((l) =>
    l
      .select({ publieeLe: base.evaluation.publieeLe, modifieeLe: base.note.modifieeLe, version: base.note.version })
      .from(base.note)
      .innerJoin(base.evaluation, eq(base.evaluation.id, base.note.evaluationId))
      .where(eq(base.evaluation.etat, "publiee")),
  );
  const modifiees = lignes.filter((n) => isModifiee(n, n.modifieeLe));
  expect(modifiees.length).toBeGreaterThan(0);
  expect(modifiees.filter((n) => n.version === 1)).toEqual([]);
  expect(lignes.filter((n) => n.version > 1 && !isModifiee(n, n.modifieeLe))).toEqual([]);
});
