import { expect, test } from "vitest";
import { depuis, texteRappel } from "./rappel";
import { type EvaluationAvancee, joursEntre, situationDe } from "./situation";

const AUJOURDHUI = "2026-11-22";
const evaluation = (reste: Partial<EvaluationAvancee>): EvaluationAvancee => ({
  id: "ds",
  titre: "DS 1",
  date: "2026-11-10",
  type: "normale",
  etat: "saisie",
  publieeLe: null,
  anonyme: false,
  saisies: 0,
  attendues: 0,
  derniereLe: null,
  ...reste,
});

test.each([
  [
    { date: "2026-12-01", etat: "brouillon" },
    { cas: "a-venir", manquantes: 0, aRelancer: false },
  ],
  [{ date: AUJOURDHUI }, { cas: "vide", manquantes: 3, aRelancer: true, depuis: AUJOURDHUI }],
  [{ saisies: 2 }, { cas: "incomplete", manquantes: 1, aRelancer: true, depuis: "2026-11-10" }],
  // 23 h 30 UTC est déjà le lendemain à Paris.
  [
    { saisies: 3, derniereLe: "2026-11-14T23:30:00.000Z" },
    { cas: "a-publier", aRelancer: true, depuis: "2026-11-15" },
  ],
  [
    { saisies: 3, etat: "publiee", publieeLe: "2026-11-16T08:00:00.000Z" },
    { cas: "publiee", aRelancer: false },
  ],
  [
    { saisies: 2, etat: "publiee", publieeLe: "2026-11-16T08:00:00.000Z" },
    { cas: "publiee-incomplete", manquantes: 1, aRelancer: true, depuis: "2026-11-16" },
  ],
  // Personne n'est tenu de venir au rattrapage : vide, il n'attend rien ; saisi, il reste à le publier.
  [{ type: "rattrapage" }, { cas: "vide", manquantes: 0, aRelancer: false }],
  [
    { type: "rattrapage", saisies: 1 },
    { cas: "a-publier", manquantes: 0, aRelancer: true },
  ],
] as const)("la situation de %o", (reste, attendue) => {
  expect(situationDe(evaluation(reste), 3, AUJOURDHUI)).toMatchObject(attendue);
});

test("les jours se comptent sur le calendrier, changement d'heure compris", () => {
  expect(joursEntre("2026-10-24", "2026-10-26")).toBe(2);
  expect(depuis(AUJOURDHUI, AUJOURDHUI)).toBe("depuis aujourd'hui");
  expect(depuis("2026-11-21", AUJOURDHUI)).toBe("depuis hier");
  expect(depuis("2026-11-10", AUJOURDHUI)).toBe("depuis 12 jours");
});

const rappel = (...evaluations: EvaluationAvancee[]) =>
  texteRappel(
    { titre: "Mécanique", inscrits: 3, evaluations },
    "S1 2026-2027",
    AUJOURDHUI,
    (id) => `https://paliers.exemple/enseignement/evaluations/${id}`,
  )?.replaceAll("\u00a0", " ");

test("le rappel nomme ce qui reste, avec son lien, et tait ce qui est fait", () => {
  const texte = rappel(
    evaluation({ id: "a", titre: "TP", saisies: 2 }),
    evaluation({ id: "b", titre: "DS", saisies: 3, etat: "publiee", publieeLe: "2026-11-16T08:00:00.000Z" }),
    evaluation({ id: "c", titre: "Oral" }),
  );
  expect(texte).toContain("Pour « Mécanique » (S1 2026-2027)");
  expect(texte).toContain(
    "- TP (10/11/2026) : 1 note manque sur 3.\n  https://paliers.exemple/enseignement/evaluations/a",
  );
  expect(texte).toContain("- Oral (10/11/2026) : aucune note n'est saisie (3 attendues).");
  expect(texte).not.toContain("DS");
});

test("rien à demander : pas de rappel ; aucune évaluation : un rappel qui le dit", () => {
  expect(rappel(evaluation({ date: "2026-12-01" }))).toBeUndefined();
  expect(rappel()).toContain("aucune évaluation n'est encore créée");
});
