import { expect, test } from "vitest";
import type { Cursus } from "@/lib/but/modele/cursus";
import { REGLEMENT_DEFAUT } from "@/lib/but/modele/reglement";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { differencesReglement } from "./differences";

const c = centiemes;

/** Une UE à 9,53 et une à 12, avec 3 % de bonus : 9,82 multiplié, 10,13 en points. */
const cursus: Cursus = {
  etudiantId: "e",
  niveaux: [
    { id: "n1", competenceId: "specifier", ordre: 1, annee: 1 },
    { id: "n2", competenceId: "realiser", ordre: 1, annee: 1 },
  ],
  decisions: [],
  forceMajeure: false,
  semestres: [
    {
      id: "s1",
      numero: 1,
      anneeUniversitaire: "2026-2027",
      inscription: "I",
      reglement: REGLEMENT_DEFAUT,
      bonus: [{ activite: "Sport", pourcent: c(300) }],
      ues: [
        { id: "u1", competenceId: "specifier", ects: 6, poles: null, dispensee: false },
        { id: "u2", competenceId: "realiser", ects: 10, poles: null, dispensee: false },
      ],
      elements: [953, 1200].map((note, i) => ({
        id: `m${i}`,
        titre: `M${i}`,
        nature: "ressource" as const,
        coefficients: { [`u${i + 1}`]: c(100) },
        evaluations: [
          {
            id: `v${i}`,
            titre: "DS",
            date: "2026-10-01",
            type: "normale" as const,
            coefficient: c(100),
            bareme: c(2000),
            poids: {},
            note: c(note),
          },
        ],
      })),
    },
  ],
};
const avec = (change: Partial<typeof REGLEMENT_DEFAUT>) =>
  differencesReglement([{ etudiant: "ABADIE Lou", cursus }], "s1", { ...REGLEMENT_DEFAUT, ...change });

test("le même règlement, ou un réglage d'affichage, ne change rien", () => {
  const rien = { etudiants: 1, ues: 2, moyennes: 0, codes: [], rcues: 0, annees: 0 };
  expect(avec({})).toEqual(rien);
  expect(avec({ afficherRang: true, afficherClasse: false })).toEqual(rien);
});

test("une autre lecture du bonus bouge deux moyennes et fait passer une UE au-dessus de 10", () => {
  const { moyennes, codes } = avec({ bonus: { ...REGLEMENT_DEFAUT.bonus, lecture: "points" } });
  expect(moyennes).toBe(2);
  expect(codes).toEqual([
    {
      etudiant: "ABADIE Lou",
      competenceId: "specifier",
      numero: 1,
      avant: { moyenne: 982, code: "AJ" },
      apres: { moyenne: 1013, code: "ADM" },
    },
  ]);
});

test("un autre semestre que celui de la classe n'est pas touché", () => {
  const autre = differencesReglement([{ etudiant: "A", cursus }], "s9", {
    ...REGLEMENT_DEFAUT,
    bonus: { ...REGLEMENT_DEFAUT.bonus, plafond: c(0) },
  });
  expect(autre).toMatchObject({ moyennes: 0, codes: [] });
});
