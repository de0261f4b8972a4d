import { expect, test } from "vitest";
import type { Cursus, SemestreSuivi } from "@/lib/but/modele/cursus";
import { REGLEMENT_DEFAUT } from "@/lib/but/modele/reglement";
import { listChoix } from "./cibles";

const semestre = (numero: 1 | 2): SemestreSuivi => ({
  id: `s${numero}`,
  numero,
  anneeUniversitaire: "2026-2027",
  inscription: "I",
  reglement: REGLEMENT_DEFAUT,
  ues: [{ id: `u${numero}`, competenceId: "c", ects: 6, poles: null, dispensee: false, titre: "Spécifier" }],
  elements: [],
  bonus: [],
});
const cursus = (...semestres: SemestreSuivi[]): Cursus => ({
  etudiantId: "e",
  niveaux: [{ id: "n", competenceId: "c", ordre: 1, annee: 1 }],
  semestres,
  decisions: [],
  forceMajeure: false,
});
const titres = (c: Cursus, id: string) => listChoix(c, id).map((choix) => choix.titre);

test("au premier semestre seul, on ne vise que ses UE", () => {
  expect(titres(cursus(semestre(1)), "s1")).toEqual(["l'UE Spécifier, seule ou compensée"]);
});

test("avec les deux semestres, on vise aussi le RCUE, l'année et le passage, depuis l'un comme depuis l'autre", () => {
  for (const id of ["s1", "s2"])
    expect(titres(cursus(semestre(1), semestre(2)), id)).toEqual([
      "l'UE Spécifier, seule ou compensée",
      "le RCUE Spécifier",
      "toute l'année (BUT1)",
      "le passage en année suivante (BUT1)",
    ]);
});
