import { expect, test } from "vitest";
import type { SemestreLu } from "@/db/dossiers";
import type { DecisionEnregistree } from "@/lib/but/modele/decision";
import type { Manque } from "@/lib/but/modele/element";
import type { ResultatUe } from "@/lib/but/modele/resultats";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { resumeManques, vueUe } from "./vue-ue";

const manque = (raison: Manque["raison"], elementId: string, evaluationId: string | null = null): Manque => ({
  raison,
  elementId,
  elementTitre: "Mécanique",
  evaluationId,
  evaluationTitre: "DS",
});

const resultat: ResultatUe = {
  ueId: "u",
  semestreId: "s",
  numero: 1,
  competenceId: "c",
  ects: 8,
  moyenneAvantBonus: centiemes(1000),
  moyenne: centiemes(1050),
  provisoire: false,
  manques: [],
  dispensee: false,
  capitalisee: null,
  proposition: "ADM",
  decision: null,
  code: null,
  acquise: false,
};

const decision = (code: string, moyenneVue: number | null): DecisionEnregistree => ({
  id: "d",
  portee: "ue",
  objetId: "u",
  semestreId: "s",
  code,
  proposition: null,
  motif: null,
  moyenneVue,
  auteur: "",
  date: "2027-01-30T10:00:00.000Z",
  rang: 1,
});

const vue = (change: Partial<ResultatUe>, etat: SemestreLu["etat"], inscription: "I" | "DEM" | "DEF" = "I") =>
  vueUe(
    { ...resultat, ...change },
    {
      semestre: { id: "s", numero: 1, anneeUniversitaire: "2026-2027", regime: "commun", etat, promotion: "P" },
      ue: undefined,
      competence: "Spécifier",
      bonus: centiemes(500),
      inscription,
    },
  );

const provisoire = { provisoire: true, manques: [manque("att", "r", "e")] };

test.each([
  ["une note attendue", provisoire, "ouvert", "provisoire"],
  ["une note attendue, même devant le jury", provisoire, "jury", "provisoire"],
  ["rien ne manque, mais d'autres notes peuvent s'ajouter", {}, "ouvert", "complete"],
  ["rien ne manque et les notes sont closes", {}, "jury", "definitive"],
  ["une décision publiée", { decision: decision("ADM", 1050) }, "publie", "definitive"],
  [
    "une décision sur un résultat provisoire",
    { ...provisoire, decision: decision("ADJ", 1050) },
    "publie",
    "definitive",
  ],
  ["le jury attend un rattrapage", { decision: decision("RAT", 1050) }, "publie", "provisoire"],
  ["le jury a rouvert le semestre", { decision: decision("ADM", 1050) }, "rouvert", "complete"],
] as const)("%s", (_, change, etat, attendue) => {
  expect(vue(change, etat).stabilite).toBe(attendue);
});

test("la moyenne vue par le jury fait foi, celle d'aujourd'hui est dite à côté, sans l'avant-bonus d'un autre calcul", () => {
  expect(vue({ decision: decision("AJ", 990) }, "publie")).toMatchObject({
    moyenne: 990,
    recalculee: 1050,
    avantBonus: null,
  });
  expect(vue({ decision: decision("ADM", 1050) }, "publie")).toMatchObject({ recalculee: null, avantBonus: 1000 });
});

test("qui est dispensé, démissionnaire ou défaillant n'attend rien", () => {
  expect(vue({ dispensee: true }, "ouvert")).toMatchObject({ sansMoyenne: "dispense", attente: null });
  expect(vue({}, "ouvert", "DEM")).toMatchObject({ sansMoyenne: "démission", attente: null });
  expect(vue(provisoire, "ouvert")).toMatchObject({ sansMoyenne: null, attente: { resume: "Il manque 1 note" } });
});

test("ce qui manque tient en une ligne, sans compter deux fois", () => {
  expect(resumeManques([manque("att", "r", "e"), manque("note-manquante", "r", "e")])).toBe("Il manque 1 note");
  expect(
    resumeManques([manque("att", "r", "e"), manque("aucune-evaluation", "a"), manque("aucune-evaluation", "b")]),
  ).toBe("Il manque 1 note et 2 éléments pas encore évalués");
  expect(resumeManques([manque("pole-vide", "p")])).toBe("Il manque un pôle entier");
});
