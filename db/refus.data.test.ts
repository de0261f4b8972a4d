import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { centiemes } from "../lib/but/nombres/centiemes";
import {
  bonus,
  coefficient,
  decision,
  type Ecriture,
  evaluation,
  inscription,
  isUniqueViolation,
  note,
  noteHistorique,
  poids,
  read,
  role,
  semestre,
  ue,
  utilisateur,
  write,
} from ".";
import { seedBase } from "./seed";

beforeAll(async () => {
  await seedBase("demonstration");
});

/** La première ligne d'une table, sous un autre id : ce qu'une erreur de code voudrait insérer. */
async function copie<T>(lire: Promise<readonly (T & { id: string })[]>): Promise<T & { id: string }> {
  const [ligne] = await lire;
  if (!ligne) throw new Error("table vide");
  return { ...ligne, id: "essai" };
}

const uneNote = () => copie(read((l) => l.select().from(note).limit(1)));
const unBonus = () => copie(read((l) => l.select().from(bonus).limit(1)));
const unCoefficient = () => copie(read((l) => l.select().from(coefficient).limit(1)));
const uneEvaluation = () => copie(read((l) => l.select().from(evaluation).limit(1)));

async function refus(fn: (tx: Ecriture) => Promise<unknown>): Promise<unknown> {
  return write(fn).then(
    () => expect.fail("la base a accepté"),
    (erreur: unknown) => erreur,
  );
}

describe("une seule fois", () => {
  test("une note par inscription et évaluation", async () => {
    const ligne = await uneNote();
    expect(isUniqueViolation(await refus((tx) => tx.insert(note).values(ligne)))).toBe(true);
  });

  test("un coefficient par UE et élément", async () => {
    const ligne = await unCoefficient();
    expect(isUniqueViolation(await refus((tx) => tx.insert(coefficient).values(ligne)))).toBe(true);
  });

  test("une inscription par étudiant et semestre", async () => {
    const ligne = await copie(read((l) => l.select().from(inscription).limit(1)));
    expect(isUniqueViolation(await refus((tx) => tx.insert(inscription).values(ligne)))).toBe(true);
  });

  test("un poids par évaluation et UE", async () => {
    const ligne = await copie(read((l) => l.select().from(poids).limit(1)));
    expect(isUniqueViolation(await refus((tx) => tx.insert(poids).values(ligne)))).toBe(true);
  });

  test("un rang par décision, une version par ligne d'histoire", async () => {
    const decidee = await copie(read((l) => l.select().from(decision).limit(1)));
    expect(isUniqueViolation(await refus((tx) => tx.insert(decision).values(decidee)))).toBe(true);
    const ecrite = await copie(read((l) => l.select().from(noteHistorique).limit(1)));
    expect(isUniqueViolation(await refus((tx) => tx.insert(noteHistorique).values(ecrite)))).toBe(true);
  });

  test("un rôle partout, même quand sa limite est vide", async () => {
    const ligne = await copie(read((l) => l.select().from(role).limit(1)));
    expect(ligne.semestreId).toBeNull();
    expect(isUniqueViolation(await refus((tx) => tx.insert(role).values(ligne)))).toBe(true);
  });

  test("une adresse par compte", async () => {
    const ligne = await copie(read((l) => l.select().from(utilisateur).limit(1)));
    const autre = { ...ligne, etudiantId: null };
    expect(isUniqueViolation(await refus((tx) => tx.insert(utilisateur).values(autre)))).toBe(true);
  });
});

describe("dans les bornes", () => {
  test.each([
    [70, 30],
    [30, 70],
    [50, 40],
    [100, 0],
    [50, null],
    [null, 50],
  ])("des pôles à %s/%s sont refusés", async (poleRessource, poleSae) => {
    const { ueId } = await unCoefficient();
    await refus((tx) => tx.update(ue).set({ poleRessource, poleSae }).where(eq(ue.id, ueId)));
  });

  test("des pôles à 60/40, ou aucun, sont acceptés", async () => {
    const { ueId } = await unCoefficient();
    const pose = (poleRessource: number | null, poleSae: number | null) =>
      write((tx) => tx.update(ue).set({ poleRessource, poleSae }).where(eq(ue.id, ueId)));
    await pose(60, 40);
    await pose(null, null);
    await pose(50, 50);
  });

  test.each([10, 600, -25, 30, 501])("un bonus de %s centièmes de pour cent est refusé", async (pourcent) => {
    const ligne = { ...(await unBonus()), activite: "Culture", pourcent: centiemes(pourcent) };
    expect(isUniqueViolation(await refus((tx) => tx.insert(bonus).values(ligne)))).toBe(false);
  });

  test.each([100_001, -1])("une note de %s centièmes est refusée", async (valeur) => {
    const { id: _, ...ligne } = await uneNote();
    await refus((tx) =>
      tx
        .update(note)
        .set({ valeur: centiemes(valeur), code: null })
        .where(eq(note.evaluationId, ligne.evaluationId)),
    );
  });

  test("une note n'est pas à la fois une valeur et un code, ni un code inconnu", async () => {
    const { evaluationId } = await uneNote();
    const change = (valeurs: Partial<typeof note.$inferInsert>) =>
      refus((tx) => tx.update(note).set(valeurs).where(eq(note.evaluationId, evaluationId)));
    await change({ valeur: centiemes(1200), code: "ABS" });
    await change({ valeur: null, code: "DISP" as "ABS" });
  });

  test.each([
    ["barème nul", { bareme: centiemes(0) }],
    ["coefficient négatif", { coefficient: centiemes(-1) }],
    ["état inconnu", { etat: "cachee" as "saisie" }],
    ["publiée sans date", { etat: "publiee" as const, publieeLe: null }],
    ["type inconnu", { type: "oral" as "normale" }],
  ])("une évaluation : %s", async (_cas, faute) => {
    const ligne = { ...(await uneEvaluation()), ...faute };
    await refus((tx) => tx.insert(evaluation).values(ligne));
  });

  test("un coefficient négatif est refusé", async () => {
    const { ueId } = await unCoefficient();
    await refus((tx) =>
      tx
        .update(coefficient)
        .set({ valeur: centiemes(-1) })
        .where(eq(coefficient.ueId, ueId)),
    );
  });

  test("un semestre publié dit depuis quand", async () => {
    await refus((tx) => tx.update(semestre).set({ publieLe: null }).where(eq(semestre.etat, "publie")));
  });
});

describe("rien ne pend", () => {
  test("une note vers une évaluation qui n'existe pas", async () => {
    const ligne = { ...(await uneNote()), evaluationId: "nulle-part" };
    expect(isUniqueViolation(await refus((tx) => tx.insert(note).values(ligne)))).toBe(false);
  });

  test("une évaluation notée ne s'efface pas", async () => {
    const { evaluationId } = await uneNote();
    await refus((tx) => tx.delete(evaluation).where(eq(evaluation.id, evaluationId)));
  });

  test("un rôle vers un compte qui n'existe pas", async () => {
    await refus((tx) => tx.insert(role).values({ id: "essai", utilisateurId: "personne", role: "jury" }));
  });
});

test("après tous ces refus, rien n'est resté", async () => {
  expect(await read((l) => l.select().from(note).where(eq(note.id, "essai")))).toEqual([]);
  expect(await read((l) => l.select().from(evaluation).where(eq(evaluation.id, "essai")))).toEqual([]);
});
