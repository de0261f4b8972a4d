import { describe, expect, it } from "vitest";
import { cursus, decision, niveau, semestre } from "../essais/fabrique";
import { annee, cinq, PARCOURS, quatre } from "../essais/fabrique-gmp";
import type { ResultatCursus } from "../modele/resultats";
import { consequences } from "../questions/consequences";
import { resultatCursus } from "./resultats";

describe("changement de parcours", () => {
  const autre = [...PARCOURS.filter((x) => x.competenceId !== "ipi"), niveau("cai", 2, 1), niveau("cai", 3, 2)];
  const but2 = annee(3, cinq(12, 12, 12, 12, 12));

  it("l'année faite dans l'ancien parcours garde ses cinq compétences", () => {
    const r = resultatCursus(cursus(autre, but2, [], { niveauxAnciens: [niveau("ipi", 2, 1)] }));
    expect(r.annees[0]).toMatchObject({ proposition: "ADM", acquis: 5 });
    expect(r.annees[0]?.rcues.map((x) => x.niveauId)).toContain("ipi1");
    expect(r.niveaux.find((x) => x.niveauId === "cai1")?.etat).toBe("a-venir");
  });

  it("changé entre S3 et S4 : le niveau du nouveau parcours attend son semestre impair", () => {
    const r = resultatCursus(
      cursus(autre, [semestre(3, cinq(12, 12, 12, 12, 12)), semestre(4, { ...quatre(12, 12, 12, 12), cai: 13 })]),
    );
    expect(r.annees[0]?.rcues).toHaveLength(5);
    expect(r.annees[0]).toMatchObject({
      proposition: null,
      manques: [{ raison: "semestre-absent", elementTitre: "S3" }],
    });
  });

  it("une compétence oubliée n'est pas une année plus courte", () => {
    const r = resultatCursus(cursus(PARCOURS, annee(3, quatre(12, 12, 12, 12))));
    expect(r.annees[0]?.proposition).toBeNull();
  });
  describe("rejoint en BUT3, son premier niveau jamais suivi", () => {
    const but3 = [5, 6].map((numero) => semestre(numero as 5 | 6, { ...quatre(12, 12, 12, 12), cai: 12 }));
    const semestres = [...annee(1, quatre(12, 12, 12, 12)), ...but2, ...but3];
    const options = { niveauxAnciens: [niveau("ipi", 2, 1), niveau("ipi", 3, 2)] };
    const ues = semestres.flatMap((s) => s.ues.map((ue) => decision("ue", ue.id, s.id, "ADM")));
    const rcues = [
      ...PARCOURS.filter((x) => x.competenceId !== "ipi").map((x) => [x.id, x.annee] as const),
      ["ipi1", 2] as const,
    ].map(([id, an]) => decision("rcue", id, `S${an * 2}-${2021 + an}-${2022 + an}`, "ADM"));
    const niveauCai = (r: ResultatCursus) => r.niveaux.find((x) => x.niveauId === "cai1");

    it("il est acquis par le second (règlement 5.4), mais pas de BUT tant que le jury ne l'a pas enregistré", () => {
      const r = resultatCursus(
        cursus(autre, semestres, [...ues, ...rcues, decision("rcue", "cai2", "S6-2024-2025", "ADM")], options),
      );
      expect(niveauCai(r)).toMatchObject({ etat: "superieur", decide: false });
      expect(r).toMatchObject({ ectsAcquis: 180, dut: "ADM", but: null });
      expect(r.manque).toContain("cai, niveau 1 : acquis par le niveau supérieur, à enregistrer par le jury (ADSUP).");
    });

    it("le jury qui accorde le second enregistre l'ADSUP du premier : le BUT est proposé", () => {
      const avant = cursus(autre, semestres, [...ues, ...rcues], options);
      const choix = { portee: "rcue", objetId: "cai2", semestreId: "S6-2024-2025", code: "ADM" } as const;
      expect(consequences(avant, choix)).toMatchObject([
        { portee: "rcue", objetId: "cai1", semestreId: "S6-2024-2025", code: "ADSUP" },
      ]);
      const prises = [
        decision("rcue", "cai2", "S6-2024-2025", "ADM"),
        decision("rcue", "cai1", "S6-2024-2025", "ADSUP"),
      ];
      const r = resultatCursus({ ...avant, decisions: [...avant.decisions, ...prises] });
      expect(niveauCai(r)).toMatchObject({ etat: "superieur", decide: true });
      expect(r).toMatchObject({ ectsAcquis: 180, but: "ADM" });
      expect(consequences({ ...avant, decisions: [...avant.decisions, ...prises] }, choix)).toEqual([]);
    });

    it("l'année faite dans l'ancien parcours garde la décision de son RCUE", () => {
      const r = resultatCursus(cursus(autre, semestres, rcues, options));
      expect(r.annees[1]?.rcues.find((x) => x.niveauId === "ipi1")).toMatchObject({ code: "ADM" });
    });
  });

  it("BUT2 redoublé dans l'autre parcours : la compétence quittée ne compte plus dès que la nouvelle est acquise", () => {
    const reprise = [3, 4].map((numero) =>
      semestre(numero as 3 | 4, { ...quatre(12, 12, 12, 12), cai: 12 }, { anneeUniversitaire: "2024-2025" }),
    );
    const ects = (semestres: typeof but2) =>
      resultatCursus(
        cursus(
          autre,
          [...but2, ...reprise],
          semestres.flatMap((s) => s.ues.map((ue) => decision("ue", ue.id, s.id, "ADM"))),
        ),
      ).ectsAcquis;
    expect(ects(but2)).toBe(60);
    expect(ects([...but2, ...reprise])).toBe(60);
    expect(ects(reprise)).toBe(60);
  });
});
