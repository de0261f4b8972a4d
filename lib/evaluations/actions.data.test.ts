import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { evaluation, journal, poids, read, semestre, write } from "@/db";
import { listElementsSuivis } from "@/lib/enseignement/queries";
import { enseignant, seedClasse } from "@/lib/essais/classe-notee";
import { session } from "@/lib/essais/session";
import { saveNotes } from "@/lib/notes/actions";
import {
  createEvaluation,
  deleteEvaluation,
  publishEvaluation,
  unpublishEvaluation,
  updateEvaluation,
} from "./actions";
import { findFicheElement } from "./fiche/queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

const champs = {
  titre: "Devoir",
  date: "2026-11-12",
  type: "normale" as const,
  coefficient: "1,5",
  bareme: "20",
  poids: { Spécifier: "2", Développer: "0,5" },
};
const creation = { semestreId: "s", elementId: "mecanique", ...champs };

beforeAll(seedClasse);
beforeEach(async () => {
  session.user = enseignant("durand");
  await write((tx) => tx.update(semestre).set({ etat: "ouvert" }));
});

async function create(): Promise<string> {
  const resultat = await createEvaluation(creation);
  if (!resultat.ok) throw new Error(resultat.message);
  return resultat.valeur.id;
}

const lire = async (id: string) => (await read((l) => l.select().from(evaluation).where(eq(evaluation.id, id))))[0];
const actions = async (id: string) =>
  (await read((l) => l.select().from(journal).where(eq(journal.sujetId, id)))).map((j) => [j.action, j.motif]);

async function note(evaluationId: string, saisie: string) {
  const changement = {
    id: randomUUID(),
    inscriptionId: "i-alice",
    saisie,
    versionLue: 0,
    source: "cellule" as const,
    motif: null,
  };
  expect(await saveNotes({ evaluationId, auteurId: "durand", changements: [changement] })).toMatchObject({ ok: true });
}

test("créer : en centièmes, un poids par compétence écrit sur chacune de ses UE, au journal", async () => {
  const id = await create();
  expect(await lire(id)).toMatchObject({ coefficient: 150, bareme: 2000, etat: "brouillon", version: 1 });
  const lignes = await read((l) => l.select().from(poids).where(eq(poids.evaluationId, id)));
  expect(Object.fromEntries(lignes.map((p) => [p.ueId, p.valeur]))).toEqual({
    "ipi-Spécifier": 200,
    "cai-Spécifier": 200,
    "ipi-Développer": 50,
  });
  expect(await actions(id)).toEqual([["évaluation créée", null]]);
});

test.each([
  ["bareme", "0", "Barème"],
  ["bareme", "vingt", "Barème"],
  ["coefficient", "-1", "Coefficient"],
  ["coefficient", "1,125", "deux décimales"],
  ["titre", "  ", "Titre"],
  ["date", "2026-02-30", "Date"],
] as const)("%s « %s » : une phrase sous le champ, et rien d'écrit", async (champ, valeur, phrase) => {
  const avant = await read((l) => l.$count(evaluation));
  expect(await createEvaluation({ ...creation, [champ]: valeur })).toMatchObject({
    ok: false,
    code: "invalide",
    detail: { [champ]: expect.stringContaining(phrase) },
  });
  expect(await read((l) => l.$count(evaluation))).toBe(avant);
});

test("un poids refusé est expliqué sous son champ", async () => {
  expect(await createEvaluation({ ...creation, poids: { Spécifier: "-2" } })).toMatchObject({
    ok: false,
    detail: { "poids.Spécifier": expect.stringContaining("Poids") },
  });
});

test("un élément d'un autre programme, ou sans affectation, est introuvable", async () => {
  expect(await createEvaluation({ ...creation, elementId: "vente" })).toMatchObject({ ok: false, code: "introuvable" });
  session.user = enseignant("autre");
  expect(await createEvaluation(creation)).toMatchObject({ ok: false, code: "introuvable" });
});

test("modifier : refusé si quelqu'un l'a fait entre-temps", async () => {
  const evaluationId = await create();
  expect(await updateEvaluation({ evaluationId, version: 1, ...champs, titre: "A" })).toMatchObject({ ok: true });
  expect(await updateEvaluation({ evaluationId, version: 1, ...champs, titre: "B" })).toMatchObject({
    ok: false,
    code: "conflit",
  });
  expect((await lire(evaluationId))?.titre).toBe("A");
});

test("un barème plus bas qu'une note saisie est refusé", async () => {
  const evaluationId = await create();
  await note(evaluationId, "18");
  const version = (await lire(evaluationId))?.version ?? 0;
  expect(await updateEvaluation({ evaluationId, version, ...champs, bareme: "10" })).toMatchObject({
    ok: false,
    detail: { bareme: expect.stringContaining("18") },
  });
  expect((await lire(evaluationId))?.bareme).toBe(2000);
});

test("supprimer : seulement vide", async () => {
  const vide = await create();
  expect(await deleteEvaluation({ evaluationId: vide })).toMatchObject({ ok: true });
  expect(await lire(vide)).toBeUndefined();
  const notee = await create();
  await note(notee, "12");
  expect(await deleteEvaluation({ evaluationId: notee })).toMatchObject({ ok: false, code: "invalide" });
  expect(await lire(notee)).toBeDefined();
});

test("publier une évaluation sans note est refusé ; ensuite tout changement demande un motif", async () => {
  const evaluationId = await create();
  expect(await publishEvaluation({ evaluationId })).toMatchObject({ ok: false, code: "invalide" });
  await note(evaluationId, "12");
  expect(await publishEvaluation({ evaluationId })).toMatchObject({ ok: true });
  expect(await lire(evaluationId)).toMatchObject({ etat: "publiee", version: 3 });
  expect(await publishEvaluation({ evaluationId })).toMatchObject({ ok: false, code: "conflit" });
  expect(await updateEvaluation({ evaluationId, version: 3, ...champs })).toMatchObject({
    ok: false,
    detail: { motif: expect.any(String) },
  });
  expect(await updateEvaluation({ evaluationId, version: 3, ...champs, motif: "Coefficient voté" })).toMatchObject({
    ok: true,
  });
  expect(await unpublishEvaluation({ evaluationId, motif: "" })).toMatchObject({ ok: false, code: "invalide" });
  expect(await unpublishEvaluation({ evaluationId, motif: "Erreur de copie" })).toMatchObject({ ok: true });
  expect(await lire(evaluationId)).toMatchObject({ etat: "saisie", publieeLe: null });
  expect(await actions(evaluationId)).toEqual([
    ["évaluation créée", null],
    ["saisie commencée", null],
    ["évaluation publiée", null],
    ["évaluation modifiée", "Coefficient voté"],
    ["publication retirée", "Erreur de copie"],
  ]);
});

test("un semestre au jury refuse toute écriture", async () => {
  const evaluationId = await create();
  await note(evaluationId, "12");
  await write((tx) => tx.update(semestre).set({ etat: "jury" }));
  for (const refus of [
    await createEvaluation(creation),
    await updateEvaluation({ evaluationId, version: 2, ...champs }),
    await deleteEvaluation({ evaluationId }),
    await publishEvaluation({ evaluationId }),
  ])
    expect(refus).toMatchObject({ ok: false, code: "verrouille" });
  expect(await lire(evaluationId)).toMatchObject({ etat: "saisie", version: 2 });
});

test("la fiche et la liste comptent les saisies et les inscrits, démissionnaires à part", async () => {
  const evaluationId = await create();
  await note(evaluationId, "ABS");
  const fiche = await findFicheElement({ semestre: { id: "s", etat: "ouvert" }, elementId: "mecanique" });
  expect(fiche).toMatchObject({ inscrits: 4, element: { titre: "mecanique" } });
  expect(fiche?.evaluations.find((e) => e.id === evaluationId)).toMatchObject({
    saisies: 1,
    vide: false,
    poids: { Spécifier: 200, Développer: 50 },
  });
  const [suivi, ...autres] = await listElementsSuivis(enseignant("durand"));
  expect(autres).toEqual([]);
  expect(suivi).toMatchObject({ element: { id: "mecanique" }, inscrits: 4 });
  expect(suivi?.evaluations.find((e) => e.id === evaluationId)?.saisies).toBe(1);
  expect(await listElementsSuivis(enseignant("autre"))).toEqual([]);
});
