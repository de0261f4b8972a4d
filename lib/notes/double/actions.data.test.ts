import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { evaluation, journal, note, read, secondeSaisie, semestre, write } from "@/db";
import { enseignant, seedClasse } from "@/lib/essais/classe-notee";
import { session } from "@/lib/essais/session";
import { deleteEvaluation, publishEvaluation } from "@/lib/evaluations/actions";
import { saveAnonymat } from "@/lib/evaluations/anonymat/actions";
import { findSujetEvaluation } from "@/lib/evaluations/queries";
import { archiveEvaluation } from "@/lib/evaluations/rangement/actions";
import { saveNotes } from "../actions";
import { listHistorique } from "../histoire/queries";
import { findGrille } from "../queries";
import { resolveEcart, saveSeconde } from "./actions";
import type { Choix } from "./entree";
import { findAveugle, findComparaison } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

let evaluationId = "";
beforeAll(seedClasse);
beforeEach(async () => {
  evaluationId = randomUUID();
  await write(async (tx) => {
    const [modele] = await tx.select().from(evaluation).where(eq(evaluation.id, "ds"));
    if (!modele) throw new Error("L'évaluation modèle manque");
    await tx.insert(evaluation).values({ ...modele, id: evaluationId, doubleSaisie: true });
    await tx.update(semestre).set({ etat: "ouvert" });
  });
});

const par = (id: "durand" | "martin" | "autre") => {
  session.user = enseignant(id);
};
const change = (inscriptionId: string, saisie: string, versionLue = 0) => ({
  id: randomUUID(),
  inscriptionId,
  saisie,
  versionLue,
  source: "cellule" as const,
  motif: null,
});
const premiere = async (...c: ReturnType<typeof change>[]) => {
  par("durand");
  return saveNotes({ evaluationId, changements: c });
};
const seconde = async (...c: ReturnType<typeof change>[]) => {
  par("martin");
  return saveSeconde({ evaluationId, changements: c });
};
const lue = async () => {
  const sujet = await read((l) => findSujetEvaluation(l, evaluationId));
  if (!sujet) throw new Error("L'évaluation manque");
  return sujet.evaluation;
};
const ligne = async (inscriptionId: string) =>
  (await findComparaison(evaluationId))?.lignes.find((l) => l.inscriptionId === inscriptionId);
async function tranche(inscriptionId: string, choix: Choix) {
  const valeurs = (await ligne(inscriptionId))?.valeurs;
  return resolveEcart({
    id: randomUUID(),
    evaluationId,
    inscriptionId,
    versionPremiere: valeurs?.premiere.version ?? 1,
    versionSeconde: valeurs?.seconde.version ?? 1,
    choix,
  });
}
const deuxSaisies = async () => {
  await premiere(change("i-alice", "12"), change("i-bruno", "8"), change("i-chloe", "a"));
  await seconde(change("i-alice", "12,00"), change("i-bruno", "18"), change("i-emma", "5"));
};

test("à l'aveugle : la seconde saisie ne contient rien de la première, et ne compte nulle part", async () => {
  await premiere(change("i-alice", "12,25"));
  expect(await seconde(change("i-bruno", "8"))).toMatchObject({
    ok: true,
    valeur: { issues: [{ issue: "enregistree", note: { note: 800, version: 1, par: "MARTIN Prof" } }] },
  });
  expect(JSON.stringify((await findGrille(evaluationId, "seconde"))?.lignes)).not.toContain("1225");
  expect(JSON.stringify((await findGrille(evaluationId))?.lignes)).not.toContain("800");
  expect(await read((l) => l.select().from(note).where(eq(note.evaluationId, evaluationId)))).toHaveLength(1);
});

test("qui saisit à l'aveugle ne lit pas la première avant d'avoir fini ; qui l'a tapée, si", async () => {
  await premiere(change("i-alice", "12"), change("i-bruno", "8"));
  expect(await findAveugle(await lue(), "martin")).toBe(false);
  await seconde(change("i-alice", "12"));
  expect(await findAveugle(await lue(), "martin")).toBe(true);
  expect(await findAveugle(await lue(), "durand")).toBe(false);
  await seconde(change("i-bruno", "9"));
  expect(await findAveugle(await lue(), "martin")).toBe(false);
});

test("la comparaison : identiques, différentes, dans une seule, dont elle tait la valeur", async () => {
  await deuxSaisies();
  expect((await findComparaison(evaluationId))?.lignes).toMatchObject([
    { inscriptionId: "i-alice", sort: "identique" },
    { inscriptionId: "i-bruno", sort: "ecart", valeurs: { premiere: { note: 800 }, seconde: { note: 1800 } } },
    { inscriptionId: "i-chloe", sort: "premiere-seule", valeurs: null },
    { inscriptionId: "i-emma", sort: "seconde-seule", valeurs: null },
  ]);
});

test.each([
  [{ de: "premiere" }, 800, 1],
  [{ de: "seconde" }, 1800, 2],
  [{ de: "autre", saisie: "13,5" }, 1350, 2],
] as const)(
  "trancher par %o : les deux valent la note retenue, l'histoire et le journal le disent",
  async (choix, retenue, histoire) => {
    await deuxSaisies();
    expect(await tranche("i-bruno", choix)).toMatchObject({ ok: true, valeur: { note: retenue } });
    expect(await ligne("i-bruno")).toMatchObject({
      sort: "identique",
      valeurs: { premiere: { note: retenue, modifiee: false }, seconde: { note: retenue } },
    });
    const lignes = await listHistorique(await lue(), "i-bruno");
    expect(lignes).toHaveLength(histoire);
    if (histoire === 2)
      expect(lignes[0]).toMatchObject({ apres: retenue, motif: "Écart de double saisie : 8,00 puis 18,00" });
    const traces = await read((l) => l.select().from(journal).where(eq(journal.sujetId, evaluationId)));
    expect(traces.find((j) => j.action === "écart de double saisie tranché")?.avant).toContain("18,00");
    expect(await tranche("i-bruno", choix)).toMatchObject({ ok: false, code: "conflit" });
  },
);

test("trancher ce qui a changé, ou par une note illisible, n'écrit rien", async () => {
  await deuxSaisies();
  await premiere(change("i-bruno", "9", 1));
  const perime = { id: randomUUID(), evaluationId, inscriptionId: "i-bruno", versionPremiere: 1, versionSeconde: 1 };
  expect(await resolveEcart({ ...perime, choix: { de: "seconde" } })).toMatchObject({ ok: false, code: "conflit" });
  expect(await tranche("i-bruno", { de: "autre", saisie: "25" })).toMatchObject({ ok: false, code: "invalide" });
  expect(await tranche("i-bruno", { de: "autre", saisie: " " })).toMatchObject({ ok: false, code: "invalide" });
  expect(await ligne("i-bruno")).toMatchObject({ sort: "ecart", valeurs: { premiere: { note: 900 } } });
});

test("un écart retient la publication, sauf motif ; publiée, la seconde saisie est close", async () => {
  await deuxSaisies();
  expect(await publishEvaluation({ evaluationId })).toMatchObject({ code: "invalide", detail: { motif: /une copie/ } });
  expect(await publishEvaluation({ evaluationId, motif: "Copie perdue" })).toMatchObject({ ok: true });
  const traces = await read((l) => l.select().from(journal).where(eq(journal.sujetId, evaluationId)));
  expect(traces.find((j) => j.action === "évaluation publiée")).toMatchObject({ motif: "Copie perdue" });
  expect(await seconde(change("i-chloe", "9"))).toMatchObject({ ok: false, code: "verrouille" });
});

test("tranchés, les écarts ne retiennent plus rien", async () => {
  await deuxSaisies();
  await tranche("i-bruno", { de: "seconde" });
  expect(await publishEvaluation({ evaluationId })).toMatchObject({ ok: true });
});

test("deux personnes sur la même copie de la seconde saisie : conflit ; un renvoi est reconnu", async () => {
  await seconde(change("i-alice", "12"));
  expect(await seconde(change("i-alice", "12"))).toMatchObject({ valeur: { issues: [{ issue: "deja" }] } });
  expect(await seconde(change("i-alice", "13"))).toMatchObject({
    valeur: { issues: [{ issue: "conflit", note: { note: 1200 } }] },
  });
  expect(await seconde(change("i-denis", "12"), change("i-alice", "33", 1))).toMatchObject({
    valeur: { issues: [{ issue: "refusee" }, { issue: "refusee" }] },
  });
});

test("anonyme, elle se saisit et se tranche par numéro de copie", async () => {
  par("durand");
  await saveAnonymat({ evaluationId, anonyme: true });
  const cle = (await findGrille(evaluationId))?.lignes[0]?.inscriptionId ?? "";
  await premiere(change(cle, "12"));
  expect(await seconde(change(cle, "14"), change("i-alice", "3"))).toMatchObject({
    valeur: { issues: [{ issue: "enregistree" }, { issue: "refusee" }] },
  });
  expect(JSON.stringify(await findComparaison(evaluationId)).toLowerCase()).not.toMatch(/alice|bruno|emma/);
  const traces = await read((l) => l.select().from(journal).where(eq(journal.sujetId, evaluationId)));
  expect(traces.find((j) => j.action === "seconde saisie")?.apres).toBe('{"copie 1":"14,00"}');
  expect(await tranche(cle, { de: "seconde" })).toMatchObject({ ok: true, valeur: { note: 1400 } });
});

test("ni sans affectation, ni au jury, ni archivée, ni si elle n'est plus demandée ; commencée, elle ne se supprime pas", async () => {
  await seconde(change("i-alice", "12"));
  expect(await deleteEvaluation({ evaluationId })).toMatchObject({ ok: false, code: "invalide" });
  par("autre");
  expect(await saveSeconde({ evaluationId, changements: [change("i-bruno", "9")] })).toMatchObject({
    code: "introuvable",
  });
  await write((tx) => tx.update(semestre).set({ etat: "jury" }));
  expect(await seconde(change("i-bruno", "9"))).toMatchObject({ code: "verrouille" });
  expect(await tranche("i-alice", { de: "premiere" })).toMatchObject({ code: "verrouille" });
  await write((tx) => tx.update(semestre).set({ etat: "ouvert" }));
  await write((tx) => tx.update(evaluation).set({ doubleSaisie: false }).where(eq(evaluation.id, evaluationId)));
  expect(await seconde(change("i-bruno", "9"))).toMatchObject({ code: "verrouille" });
  await write((tx) => tx.update(evaluation).set({ doubleSaisie: true }).where(eq(evaluation.id, evaluationId)));
  expect(await archiveEvaluation({ evaluationId, motif: "Sujet annulé" })).toMatchObject({ ok: true });
  expect(await seconde(change("i-bruno", "9"))).toMatchObject({ code: "verrouille" });
});

test("effacée, la seconde saisie ne retient plus la suppression de l'évaluation", async () => {
  await seconde(change("i-alice", "12"));
  await seconde(change("i-alice", "", 1));
  expect(await deleteEvaluation({ evaluationId })).toMatchObject({ ok: true });
  expect(await read((l) => l.select().from(secondeSaisie).where(eq(secondeSaisie.evaluationId, evaluationId)))).toEqual(
    [],
  );
});
