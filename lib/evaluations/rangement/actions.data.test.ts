import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { evaluation, journal, note, read, semestre, write } from "@/db";
import { listElementsSuivis } from "@/lib/enseignement/queries";
import { enseignant, seedClasse } from "@/lib/essais/classe-notee";
import { session } from "@/lib/essais/session";
import { deleteEvaluation, publishEvaluation, updateEvaluation } from "@/lib/evaluations/actions";
import { findApercuMoyennes } from "@/lib/moyennes/queries";
import { saveNotes } from "@/lib/notes/actions";
import { findFicheElement } from "../fiche/queries";
import { archiveEvaluation, moveEvaluation, restoreEvaluation } from "./actions";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

const SUJET = { semestre: { id: "s", etat: "ouvert" }, elementId: "mecanique" } as const;

beforeAll(async () => {
  await seedClasse();
  await write(async (tx) => {
    const [modele] = await tx.select().from(evaluation);
    if (!modele) throw new Error("L'évaluation modèle manque");
    await tx.insert(evaluation).values(["b", "c"].map((id, i) => ({ ...modele, id, titre: id, ordre: i + 5 })));
  });
});
beforeEach(async () => {
  session.user = enseignant("durand");
  await write(async (tx) => {
    await tx.update(semestre).set({ etat: "ouvert" });
    await tx.update(evaluation).set({ archiveeLe: null, etat: "saisie", publieeLe: null });
  });
});

const fiche = async () => {
  const lue = await findFicheElement(SUJET);
  if (!lue) throw new Error("La fiche manque");
  return lue;
};
const ordre = async () => (await fiche()).evaluations.map((e) => e.id);
const lire = async (id: string) => (await read((l) => l.select().from(evaluation).where(eq(evaluation.id, id))))[0];
const traces = async (id: string) =>
  (await read((l) => l.select().from(journal).where(eq(journal.sujetId, id)).orderBy(journal.creeLe))).map((j) => [
    j.action,
    j.motif,
  ]);
const change = (saisie: string, versionLue = 0) => ({
  id: randomUUID(),
  inscriptionId: "i-alice",
  saisie,
  versionLue,
  source: "import" as const,
  motif: null,
});

test("déplacer : l'ordre se garde, s'arrête aux bouts, et se trace", async () => {
  expect(await ordre()).toEqual(["ds", "b", "c"]);
  expect(await moveEvaluation({ evaluationId: "c", sens: "monter" })).toMatchObject({ valeur: { rang: 2, sur: 3 } });
  expect(await ordre()).toEqual(["ds", "c", "b"]);
  expect(await moveEvaluation({ evaluationId: "ds", sens: "descendre" })).toMatchObject({ valeur: { rang: 2 } });
  expect(await ordre()).toEqual(["c", "ds", "b"]);
  const avant = await lire("c");
  expect(await moveEvaluation({ evaluationId: "c", sens: "monter" })).toMatchObject({ ok: true, valeur: { rang: 1 } });
  expect(await lire("c")).toEqual(avant);
  expect(await traces("c")).toEqual([["évaluation déplacée", null]]);
});

test("déplacer saute les archivées, et deux personnes à la fois ne perdent aucune évaluation", async () => {
  await write((tx) =>
    tx.update(evaluation).set({ archiveeLe: "2026-11-01T08:00:00.000Z" }).where(eq(evaluation.id, "ds")),
  );
  const [premiere, derniere] = await ordre();
  await moveEvaluation({ evaluationId: derniere ?? "", sens: "monter" });
  expect(await ordre()).toEqual([derniere, premiere]);
  await write((tx) => tx.update(evaluation).set({ archiveeLe: null }));
  const resultats = await Promise.all(
    ["b", "c", "ds"].map((evaluationId) => moveEvaluation({ evaluationId, sens: "descendre" })),
  );
  expect(resultats.map((r) => r.ok)).toEqual([true, true, true]);
  expect((await ordre()).toSorted()).toEqual(["b", "c", "ds"]);
});

test("archiver : seulement avec des notes, non publiée, et avec un motif", async () => {
  expect(await archiveEvaluation({ evaluationId: "b", motif: "Sujet annulé" })).toMatchObject({ code: "invalide" });
  expect(await saveNotes({ evaluationId: "b", changements: [change("12")] })).toMatchObject({ ok: true });
  expect(await archiveEvaluation({ evaluationId: "b", motif: " " })).toMatchObject({
    ok: false,
    detail: { motif: expect.stringContaining("Motif") },
  });
  await write((tx) =>
    tx.update(evaluation).set({ etat: "publiee", publieeLe: "2026-11-10T08:00:00.000Z" }).where(eq(evaluation.id, "b")),
  );
  expect(await archiveEvaluation({ evaluationId: "b", motif: "Sujet annulé" })).toMatchObject({
    message: expect.stringContaining("retirez d'abord"),
  });
  expect((await lire("b"))?.archiveeLe).toBeNull();
});

test("archivée, une évaluation ne compte nulle part, refuse toute écriture, et se restaure avec ses notes", async () => {
  await saveNotes({ evaluationId: "c", changements: [change("8")] });
  const moyenne = async () =>
    (await findApercuMoyennes(SUJET)).etudiants.find((e) => e.inscriptionId === "i-alice")?.moyennes.Spécifier?.moyenne;
  const avant = await moyenne();
  expect(await archiveEvaluation({ evaluationId: "c", motif: "Sujet annulé" })).toMatchObject({ ok: true });
  expect(await moyenne()).not.toBe(avant);
  expect(await ordre()).not.toContain("c");
  expect((await listElementsSuivis(enseignant("durand")))[0]?.evaluations.map((e) => e.id)).not.toContain("c");
  expect((await fiche()).archivees).toMatchObject([{ id: "c", motif: "Sujet annulé", par: "DURAND Prof", saisies: 1 }]);

  const champs = {
    titre: "x",
    date: "2026-11-12",
    type: "normale" as const,
    coefficient: "1",
    bareme: "20",
    poids: {},
  };
  const version = (await lire("c"))?.version ?? 0;
  for (const refus of [
    await saveNotes({ evaluationId: "c", changements: [change("9", 1)] }),
    await updateEvaluation({ evaluationId: "c", version, ...champs }),
    await publishEvaluation({ evaluationId: "c" }),
    await deleteEvaluation({ evaluationId: "c" }),
    await moveEvaluation({ evaluationId: "c", sens: "monter" }),
    await archiveEvaluation({ evaluationId: "c", motif: "Encore" }),
  ])
    expect(refus).toMatchObject({ ok: false, code: "verrouille", message: expect.stringContaining("archivée") });
  const [seule] = await read((l) => l.select().from(note).where(eq(note.evaluationId, "c")));
  expect(seule).toMatchObject({ valeur: 800, version: 1 });

  expect(await restoreEvaluation({ evaluationId: "c" })).toMatchObject({ ok: true });
  expect(await restoreEvaluation({ evaluationId: "c" })).toMatchObject({ ok: false, code: "conflit" });
  expect(await moyenne()).toBe(avant);
  expect((await traces("c")).slice(-2)).toEqual([
    ["évaluation archivée", "Sujet annulé"],
    ["évaluation restaurée", null],
  ]);
});

test("ni archivage, ni restauration, ni déplacement sans affectation, ou quand le jury a gelé le semestre", async () => {
  const tout = async () => [
    await archiveEvaluation({ evaluationId: "c", motif: "Sujet annulé" }),
    await restoreEvaluation({ evaluationId: "c" }),
    await moveEvaluation({ evaluationId: "c", sens: "monter" }),
  ];
  session.user = enseignant("autre");
  for (const refus of await tout()) expect(refus).toMatchObject({ ok: false, code: "introuvable" });
  session.user = enseignant("durand");
  await write((tx) => tx.update(semestre).set({ etat: "jury" }));
  for (const refus of await tout()) expect(refus).toMatchObject({ ok: false, code: "verrouille" });
});
