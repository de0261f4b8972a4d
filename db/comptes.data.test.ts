import { verify } from "@node-rs/argon2";
import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { affectation, element, evaluation, note, noteHistorique, read, role, semestre, utilisateur } from ".";
import { COMPTES_DEMONSTRATION, MOT_DE_PASSE_DEMONSTRATION } from "./comptes-demonstration";
import { seedBase } from "./seed";

beforeAll(async () => {
  await seedBase("demonstration");
});

const compte = async (email: string) => {
  const [ligne] = await read((l) => l.select().from(utilisateur).where(eq(utilisateur.email, email)));
  if (!ligne) throw new Error(`${email} n'existe pas`);
  return ligne;
};

const rolesDe = async (id: string) =>
  (await read((l) => l.select({ role: role.role }).from(role).where(eq(role.utilisateurId, id)))).map((r) => r.role);

/** Ses éléments dans les semestres ouverts : « s1-2026 Mécanique ». */
const elementsDe = async (email: string) => {
  const { id } = await compte(email);
  const lignes = await read((l) =>
    l
      .select({ semestre: affectation.semestreId, titre: element.titre })
      .from(affectation)
      .innerJoin(element, eq(element.id, affectation.elementId))
      .where(eq(affectation.utilisateurId, id)),
  );
  return lignes.map((a) => `${a.semestre} ${a.titre}`).sort();
};

test.each(COMPTES_DEMONSTRATION)("$email ouvre avec le mot de passe affiché", async ({ email, nom, prenom }) => {
  const ligne = await compte(email);
  expect([ligne.nom, ligne.prenom, ligne.actif]).toEqual([nom, prenom, true]);
  expect(await verify(ligne.motDePasse, MOT_DE_PASSE_DEMONSTRATION)).toBe(true);
});

test("chaque rôle a son compte, et le directeur des études en a deux", async () => {
  const attendus: Record<string, string[]> = {
    "etudiant@paliers.demo": ["etudiant"],
    "enseignant@paliers.demo": ["enseignant"],
    "enseignant2@paliers.demo": ["enseignant"],
    "jury@paliers.demo": ["jury"],
    "responsable@paliers.demo": ["enseignant", "responsable"],
    "scolarite@paliers.demo": ["scolarite"],
  };
  expect(COMPTES_DEMONSTRATION.map((c) => c.email).sort()).toEqual(Object.keys(attendus).sort());
  for (const [email, roles] of Object.entries(attendus)) {
    expect((await rolesDe((await compte(email)).id)).sort(), email).toEqual(roles);
  }
});

test("chaque étudiant a un compte, et un seul", async () => {
  const comptes = await read((l) => l.select().from(utilisateur));
  const etudiants = comptes.filter((c) => c.etudiantId !== null);
  expect(etudiants).toHaveLength(72);
  for (const c of comptes) expect(c.email).toMatch(/^[a-z0-9.-]+@paliers\.demo$/);
  expect((await compte("etudiant@paliers.demo")).etudiantId).toBe("etudiant-20240016");
});

describe("qui enseigne quoi", () => {
  test("chaque élément d'un semestre a un enseignant, qui a le rôle", async () => {
    const semestres = await read((l) => l.select().from(semestre));
    const elements = await read((l) => l.select().from(element));
    const affectations = await read((l) => l.select().from(affectation));
    for (const s of semestres) {
      const siens = elements.filter((e) => e.numero === s.numero && e.regime === s.regime);
      const confies = new Set(affectations.filter((a) => a.semestreId === s.id).map((a) => a.elementId));
      expect([...confies].sort()).toEqual(siens.map((e) => e.id).sort());
    }
    const enseignants = new Set(
      (await read((l) => l.select().from(role).where(eq(role.role, "enseignant")))).map((r) => r.utilisateurId),
    );
    expect(affectations.every((a) => enseignants.has(a.utilisateurId))).toBe(true);
  });

  test("les comptes de la démonstration partagent des éléments, dont celui à finir", async () => {
    expect(await elementsDe("enseignant@paliers.demo")).toEqual([
      "s1-2026 Mécanique",
      "s1-2026 Science des matériaux",
      "s3-2026 Dimensionnement des structures",
      "s4-2025-alternance Immersion professionnelle",
      "s5-2026 Dimensionnement des structures",
    ]);
    expect(await elementsDe("enseignant2@paliers.demo")).toEqual([
      "s1-2026 Mécanique",
      "s3-2026 Dimensionnement des structures",
      "s4-2025-alternance Immersion professionnelle",
    ]);
    expect(await elementsDe("responsable@paliers.demo")).toHaveLength(2);
  });
});

test("chaque note a son histoire, dont la dernière ligne est la note", async () => {
  const notes = await read((l) => l.select().from(note));
  const lignes = await read((l) => l.select().from(noteHistorique));
  const dernieres = new Map<string, (typeof lignes)[number]>();
  for (const ligne of lignes) {
    const connue = dernieres.get(ligne.noteId);
    if (!connue || connue.version < ligne.version) dernieres.set(ligne.noteId, ligne);
  }
  expect(dernieres.size).toBe(notes.length);
  for (const n of notes) {
    expect(dernieres.get(n.id)).toMatchObject({
      version: n.version,
      apresValeur: n.valeur,
      apresCode: n.code,
      utilisateurId: n.modifieePar,
      creeLe: n.modifieeLe,
    });
  }
  expect(lignes.filter((h) => h.version > 1 && !h.motif)).toEqual([]);
  expect(lignes.some((h) => h.version > 1)).toBe(true);
});

test("aucune note hors barème, aucune date à venir", async () => {
  const notes = await read((l) =>
    l
      .select({ valeur: note.valeur, bareme: evaluation.bareme, modifieeLe: note.modifieeLe })
      .from(note)
      .innerJoin(evaluation, eq(evaluation.id, note.evaluationId))
      .where(and(inArray(evaluation.etat, ["publiee", "saisie"]))),
  );
  expect(notes.filter((n) => n.valeur !== null && n.valeur > n.bareme)).toEqual([]);
  expect(notes.filter((n) => n.modifieeLe > "2026-11-22T12:00:00.000Z")).toEqual([]);
});
