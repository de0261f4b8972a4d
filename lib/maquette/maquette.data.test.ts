import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { coefficient, journal, read, semestre, ue, write } from "@/db";
import { insertClasse } from "@/lib/essais/classe";
import { compte, session } from "@/lib/essais/session";
import { confirmUes, saveCoefficient, savePoles } from "./actions";
import { findMaquetteSemestre, listMaquettes } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

const UE = "ue-s1-commun-specifier";
const POLES = { ressource: 50, sae: 50 };

const histoire = () => read((l) => l.select().from(journal));
async function lire(id: string) {
  const [ligne] = await read((l) => l.select().from(coefficient).where(eq(coefficient.id, id)));
  if (!ligne) throw new Error("coefficient absent");
  return ligne;
}
async function unCoefficient() {
  const [ligne] = await read((l) => l.select().from(coefficient).where(eq(coefficient.ueId, UE)).limit(1));
  if (!ligne) throw new Error("coefficient absent");
  return ligne;
}
async function vueDe(ids: readonly string[]) {
  const vue = await findMaquetteSemestre("s1-commun");
  if (!vue) throw new Error("maquette absente");
  return vue.ues
    .filter((u) => ids.includes(u.id))
    .map((u) => ({
      id: u.id,
      poles: u.poles,
      coefficients: vue.elements.flatMap((e) => e.cellules).filter((c) => c.ueId === u.id),
    }));
}

beforeAll(() => write(insertClasse));
beforeEach(async () => {
  session.user = compte("scolarite");
  await write(async (tx) => {
    await tx.update(ue).set({ confirmeeLe: null, confirmeePar: null, poleRessource: 50, poleSae: 50 });
    await tx.update(semestre).set({ etat: "ouvert" });
  });
});

test("un coefficient corrigé garde sa trace, avant et après", async () => {
  const { id, version, valeur } = await unCoefficient();
  const traces = (await histoire()).length;
  expect(await saveCoefficient({ id, version, valeur: "12,5", motif: "" })).toMatchObject({ ok: true });
  expect(await lire(id)).toMatchObject({ valeur: 1250, version: version + 1 });
  const derniere = (await histoire()).slice(traces);
  expect(derniere).toHaveLength(1);
  expect(derniere[0]).toMatchObject({ action: "coefficient corrigé", sujetId: UE, utilisateurId: "u-essai" });
  expect(JSON.parse(derniere[0]?.avant ?? "")).toMatchObject({ coefficient: valeur });
  expect(JSON.parse(derniere[0]?.apres ?? "")).toMatchObject({ coefficient: 1250 });
});

test.each([
  ["−1", /hors bornes/],
  ["-1", /hors bornes/],
  ["1,125", /deux décimales/],
  ["1000,01", /hors bornes/],
  ["douze", /n'est pas un nombre/],
  ["", /entrez un nombre/],
])("le coefficient « %s » est refusé d'une phrase, et rien n'est écrit", async (valeur, raison) => {
  const avant = await unCoefficient();
  const traces = (await histoire()).length;
  const refus = await saveCoefficient({ id: avant.id, version: avant.version, valeur, motif: "" });
  expect(refus).toMatchObject({ ok: false, code: "invalide", detail: { valeur: expect.stringMatching(raison) } });
  expect(await lire(avant.id)).toEqual(avant);
  expect(await histoire()).toHaveLength(traces);
});

test("une version dépassée ne s'enregistre pas et montre la valeur actuelle", async () => {
  const { id, version } = await unCoefficient();
  await saveCoefficient({ id, version, valeur: "20", motif: "" });
  const tard = await saveCoefficient({ id, version, valeur: "30", motif: "" });
  expect(tard).toMatchObject({ ok: false, code: "conflit", detail: { actuel: 2000, version: version + 1 } });
  expect((await lire(id)).valeur).toBe(2000);
});

test("une UE confirmée ne change pas sans motif ; le motif entre au journal", async () => {
  await confirmUes({ maquetteSemestreId: "s1-commun", ues: await vueDe([UE]) });
  const { id, version, valeur } = await unCoefficient();
  const nouvelle = String(valeur / 100 + 1).replace(".", ",");
  const refus = await saveCoefficient({ id, version, valeur: nouvelle, motif: " " });
  expect(refus).toMatchObject({ ok: false, detail: { motif: expect.stringContaining("confirmée") } });
  expect((await lire(id)).valeur).toBe(valeur);
  expect((await saveCoefficient({ id, version, valeur: nouvelle, motif: "vote du conseil" })).ok).toBe(true);
  expect((await histoire()).some((j) => j.motif === "vote du conseil")).toBe(true);
});

test("quand un jury a déjà décidé, corriger demande un motif", async () => {
  await write((tx) => tx.update(semestre).set({ etat: "delibere" }));
  const { id, version } = await unCoefficient();
  const refus = await saveCoefficient({ id, version, valeur: "3", motif: "" });
  expect(refus).toMatchObject({ ok: false, detail: { motif: expect.stringContaining("jury") } });
  const vue = await findMaquetteSemestre("s1-commun");
  expect(vue?.classes).toMatchObject([{ id: "c-1", inscrits: 2, decidee: true }]);
});

test("les pôles : 45 / 55 s'enregistrent, 70 / 30 et 40 / 50 non", async () => {
  expect((await savePoles({ ueId: UE, lus: POLES, poles: { ressource: 45, sae: 55 }, motif: "" })).ok).toBe(true);
  const traces = (await histoire()).length;
  for (const poles of [
    { ressource: 70, sae: 30 },
    { ressource: 40, sae: 50 },
  ]) {
    const refus = await savePoles({ ueId: UE, lus: { ressource: 45, sae: 55 }, poles, motif: "" });
    expect(refus).toMatchObject({ ok: false, code: "invalide", detail: { poles: expect.any(String) } });
  }
  expect(await savePoles({ ueId: UE, lus: POLES, poles: { ressource: 60, sae: 40 }, motif: "" })).toMatchObject({
    code: "conflit",
    detail: { actuel: { ressource: 45, sae: 55 } },
  });
  const [ligne] = await read((l) => l.select().from(ue).where(eq(ue.id, UE)));
  expect(ligne).toMatchObject({ poleRessource: 45, poleSae: 55 });
  expect(await histoire()).toHaveLength(traces);
});

test("confirmer tout le semestre dit qui et quand, une ligne de journal par UE", async () => {
  const ids = (await findMaquetteSemestre("s1-commun"))?.ues.map((u) => u.id) ?? [];
  const traces = (await histoire()).length;
  const fait = await confirmUes({ maquetteSemestreId: "s1-commun", ues: await vueDe(ids) });
  expect(fait).toMatchObject({ ok: true, valeur: 4 });
  expect((await histoire()).slice(traces)).toHaveLength(4);
  const vue = await findMaquetteSemestre("s1-commun");
  expect(vue?.ues.map((u) => u.confirmee)).toEqual(Array(4).fill(expect.stringContaining("par Ève ESSAI")));
  expect((await listMaquettes()).find((m) => m.id === "s1-commun")?.aConfirmer).toBe(0);
});

test("on ne confirme pas un coefficient changé pendant la lecture", async () => {
  const lues = await vueDe([UE]);
  const { id, version } = await unCoefficient();
  await saveCoefficient({ id, version, valeur: "77", motif: "" });
  expect(await confirmUes({ maquetteSemestreId: "s1-commun", ues: lues })).toMatchObject({ code: "conflit" });
  const [ligne] = await read((l) => l.select().from(ue).where(eq(ue.id, UE)));
  expect(ligne?.confirmeeLe).toBeNull();
});

test("le directeur des études ne touche pas à la maquette", async () => {
  session.user = compte("responsable");
  const { id, version, valeur } = await unCoefficient();
  expect(await saveCoefficient({ id, version, valeur: "1", motif: "" })).toMatchObject({ code: "introuvable" });
  expect((await lire(id)).valeur).toBe(valeur);
  expect(await confirmUes({ maquetteSemestreId: "s1-commun", ues: await vueDe([UE]) })).toMatchObject({ ok: false });
});
