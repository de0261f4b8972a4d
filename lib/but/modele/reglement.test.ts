import { describe, expect, it } from "vitest";
import { c } from "../essais/fabrique";
import { REFERENCES } from "../expliquer/references";
import { verifyPoles, verifyReglement } from "../questions/verification";
import { lireReglement, REGLEMENT_DEFAUT, type Reglement, reglementDu } from "./reglement";

const avec = (change: Partial<Reglement>): Reglement => ({ ...REGLEMENT_DEFAUT, ...change });
const bonus = (plafond: number) => ({ ...REGLEMENT_DEFAUT.bonus, plafond: c(plafond) });

describe("vérifier un règlement", () => {
  it("accepte le règlement par défaut et les choix laissés au département", () => {
    expect(verifyReglement(REGLEMENT_DEFAUT)).toEqual([]);
    expect(
      verifyReglement(
        avec({
          rcue: "ects",
          polesBut3: "deux-ue",
          bonus: { lecture: "points", cumul: "meilleur", plafond: c(300) },
          poles: { minimum: 45, maximum: 55 },
          afficherRang: true,
          afficherClasse: false,
        }),
      ),
    ).toEqual([]);
  });

  it.each<[string, Partial<Reglement>, string, string, string]>([
    ["pôles 30–70", { poles: { minimum: 30, maximum: 70 } }, "poles", "4.3", "30–70 %"],
    ["pôles inversés", { poles: { minimum: 60, maximum: 40 } }, "poles", "4.3", "dépasse"],
    ["pôles qui ne font pas 100 %", { poles: { minimum: 52, maximum: 60 } }, "poles", "4.3", "100 %"],
    ["plancher au-dessus du seuil", { seuilPassage: c(1100) }, "seuilPassage", "4.5", "ne peut pas dépasser"],
    ["plancher à 7", { seuilPassage: c(700) }, "seuilPassage", "4.5", "pas 7"],
    ["seuil à 9", { seuilAcquisition: c(900) }, "seuilAcquisition", "4.3", "pas 9"],
    ["plafond de bonus à 6 %", { bonus: bonus(600) }, "bonus.plafond", "3", "pas 6 %"],
    ["plafond de bonus hors pas", { bonus: bonus(110) }, "bonus.plafond", "3", "0,25 %"],
    ["deux redoublements", { redoublements: { parSemestre: 2, total: 4 } }, "redoublements.parSemestre", "4.5", "2"],
    ["cinq en tout", { redoublements: { parSemestre: 1, total: 5 } }, "redoublements.total", "4.5", "5"],
    ["date impossible", { applicableDu: "2025-02-30" }, "applicableDu", "5.10", "2025-02-30"],
    ["sans version", { version: " " }, "version", "5.10", "nom"],
  ])("refuse : %s", (_, change, chemin, point, message) => {
    const refus = verifyReglement(avec(change));
    expect(refus).toHaveLength(1);
    expect(refus[0]).toMatchObject({ chemin, point, message: expect.stringContaining(message) });
    expect(refus[0]?.message).toContain(`(point ${point})`);
  });

  it("chaque entrée a sa référence", () => {
    const cles = REFERENCES.map(({ cle }) => cle).sort();
    const chemins = Object.entries(REGLEMENT_DEFAUT)
      .filter(([cle]) => cle !== "version" && cle !== "applicableDu")
      .flatMap(([cle, valeur]) =>
        typeof valeur === "object" ? Object.keys(valeur).map((sous) => `${cle}.${sous}`) : [cle],
      );
    expect(cles).toEqual(chemins.sort());
  });

  it("une version vaut à partir de sa date, les semestres passés gardent la leur", () => {
    const nouvelle = avec({ version: "2030-1", applicableDu: "2030-09-01" });
    const versions = [nouvelle, REGLEMENT_DEFAUT];
    expect(reglementDu("2025-09-01", versions).version).toBe(REGLEMENT_DEFAUT.version);
    expect(reglementDu("2030-08-31", versions).version).toBe(REGLEMENT_DEFAUT.version);
    expect(reglementDu("2030-09-01", versions).version).toBe("2030-1");
    expect(reglementDu("2000-01-01", versions).version).toBe(REGLEMENT_DEFAUT.version);
  });
});

describe("lire un règlement enregistré", () => {
  it("un réglage plus récent que lui prend sa valeur par défaut ; les siens restent", () => {
    const { afficherClasse: _, ...ancien } = avec({ version: "2024-1", rcue: "ects" });
    expect(lireReglement(JSON.stringify(ancien))).toEqual(avec({ version: "2024-1", rcue: "ects" }));
    expect(lireReglement(JSON.stringify(avec({ afficherClasse: false }))).afficherClasse).toBe(false);
  });
});

describe("vérifier les pôles d'une UE (règlement 2.5)", () => {
  const ue = (ressource: number, sae = 100 - ressource, ects = 8) => ({ poles: { ressource, sae }, ects });
  const deuxUe = avec({ polesBut3: "deux-ue" });

  it.each([40, 50, 60])("%i % de ressources : permis toutes les années", (ressource) => {
    for (const annee of [1, 2, 3] as const)
      expect(verifyPoles(ue(ressource), { annee, reglement: REGLEMENT_DEFAUT })).toBeNull();
  });

  it("70/30 est refusé en BUT1 même si l'autre UE compense", () => {
    const refus = verifyPoles(ue(70), { annee: 1, reglement: deuxUe, autre: ue(30) });
    expect(refus).toMatchObject({ point: "4.3", message: expect.stringContaining("70/30") });
  });

  it("sans pôles, rien à juger ; des pôles qui ne font pas 100 sont refusés", () => {
    expect(verifyPoles({ poles: null, ects: 8 }, { annee: 1, reglement: REGLEMENT_DEFAUT })).toBeNull();
    expect(verifyPoles(ue(50, 60), { annee: 3, reglement: deuxUe })?.message).toContain("100 %");
  });

  it("en BUT3, le rapport peut se juger sur les deux UE", () => {
    expect(verifyPoles(ue(70), { annee: 3, reglement: REGLEMENT_DEFAUT, autre: ue(30) })).not.toBeNull();
    expect(verifyPoles(ue(70), { annee: 3, reglement: deuxUe, autre: ue(30) })).toBeNull();
    expect(verifyPoles(ue(70), { annee: 3, reglement: deuxUe, autre: ue(50) })).toBeNull();
    expect(verifyPoles(ue(71), { annee: 3, reglement: deuxUe, autre: ue(50) })).not.toBeNull();
    expect(verifyPoles(ue(29), { annee: 3, reglement: deuxUe, autre: ue(50) })).not.toBeNull();
    expect(verifyPoles(ue(70), { annee: 3, reglement: deuxUe })).not.toBeNull();
    expect(verifyPoles(ue(70), { annee: 3, reglement: deuxUe, autre: { poles: null, ects: 8 } })).not.toBeNull();
  });

  it("les deux UE se pondèrent par les ECTS quand le RCUE l'est", () => {
    const ects = avec({ polesBut3: "deux-ue", rcue: "ects" });
    expect(verifyPoles(ue(70, 30, 10), { annee: 3, reglement: ects, autre: ue(40, 60, 2) })).not.toBeNull();
    expect(verifyPoles(ue(70, 30, 2), { annee: 3, reglement: ects, autre: ue(40, 60, 10) })).toBeNull();
  });
});
