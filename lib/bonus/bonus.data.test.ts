import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { bonus, journal, read, semestre, write } from "@/db";
import { insertClasse } from "@/lib/essais/classe";
import { compte, session } from "@/lib/essais/session";
import { removeBonus, saveBonus } from "./actions";
import { findBonusInscription, findBonusSemestre } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

const SPORT = { inscriptionId: "i-1", lu: null, activite: "Sport", pourcentage: "2,5", note: "" };

const lignes = () => read((l) => l.select().from(bonus));
const histoire = () => read((l) => l.select().from(journal).where(eq(journal.sujetId, "i-1")));

beforeAll(() => write(insertClasse));
beforeEach(async () => {
  session.user = compte("scolarite");
  await write((tx) => tx.delete(bonus));
  await write((tx) => tx.update(semestre).set({ etat: "ouvert" }));
});

test("un bonus saisi, corrigé, retiré : trois lignes de journal", async () => {
  const avant = (await histoire()).length;
  const saisi = await saveBonus(SPORT);
  expect(saisi.ok).toBe(true);
  const id = saisi.ok ? saisi.valeur.id : "";
  expect(await lignes()).toEqual([{ id, inscriptionId: "i-1", activite: "Sport", pourcent: 250, version: 1 }]);

  expect((await saveBonus({ ...SPORT, lu: { id, version: 1 }, pourcentage: "", note: "20" })).ok).toBe(true);
  expect((await lignes())[0]).toMatchObject({ pourcent: 500, version: 2 });

  expect((await removeBonus({ inscriptionId: "i-1", id, version: 2 })).ok).toBe(true);
  expect(await lignes()).toEqual([]);
  const traces = (await histoire()).slice(avant);
  expect(traces.map((t) => t.action).sort()).toEqual(["bonus corrigé", "bonus retiré", "bonus saisi"]);
  const corrige = traces.find((t) => t.action === "bonus corrigé");
  expect(JSON.parse(corrige?.avant ?? "")).toEqual({ activite: "Sport", pourcent: 250 });
  expect(JSON.parse(corrige?.apres ?? "")).toEqual({ activite: "Sport", pourcent: 500 });
});

test.each([
  ["0,1", "pourcentage", /0,25/],
  ["6", "pourcentage", /dépasse 5/],
  ["-1", "pourcentage", /négatif/],
  ["sport", "pourcentage", /n'est pas un nombre/],
  ["", "pourcentage", /Entrez un pourcentage/],
])("le pourcentage « %s » est refusé sous son champ, et rien n'est écrit", async (pourcentage, champ, raison) => {
  const avant = (await histoire()).length;
  const refus = await saveBonus({ ...SPORT, pourcentage });
  expect(refus).toMatchObject({ ok: false, code: "invalide", detail: { [champ]: expect.stringMatching(raison) } });
  expect(await lignes()).toEqual([]);
  expect(await histoire()).toHaveLength(avant);
});

test("une note d'activité de 10,7 est refusée, jamais arrondie", async () => {
  const refus = await saveBonus({ ...SPORT, pourcentage: "", note: "10,7" });
  expect(refus).toMatchObject({ ok: false, detail: { note: expect.stringMatching(/demi-point/) } });
});

test("une version dépassée montre ce qui est enregistré et ne l'écrase pas", async () => {
  const saisi = await saveBonus(SPORT);
  const id = saisi.ok ? saisi.valeur.id : "";
  await saveBonus({ ...SPORT, lu: { id, version: 1 }, pourcentage: "3" });
  const traces = (await histoire()).length;
  const tard = await saveBonus({ ...SPORT, lu: { id, version: 1 }, pourcentage: "4" });
  expect(tard).toMatchObject({ ok: false, code: "conflit", detail: { actuel: { pourcent: 300, version: 2 } } });
  const retrait = await removeBonus({ inscriptionId: "i-1", id, version: 1 });
  expect(retrait).toMatchObject({ ok: false, code: "conflit" });
  expect((await lignes())[0]?.pourcent).toBe(300);
  expect(await histoire()).toHaveLength(traces);
});

test("une activité ne se saisit pas deux fois", async () => {
  await saveBonus(SPORT);
  const refus = await saveBonus({ ...SPORT, pourcentage: "1" });
  expect(refus).toMatchObject({ ok: false, detail: { activite: expect.stringContaining("Sport") } });
  expect(await lignes()).toHaveLength(1);
});

test("la même saisie renvoyée ne laisse pas de trace de plus", async () => {
  const saisi = await saveBonus(SPORT);
  const traces = (await histoire()).length;
  const id = saisi.ok ? saisi.valeur.id : "";
  expect((await saveBonus({ ...SPORT, lu: { id, version: 1 } })).ok).toBe(true);
  expect(await histoire()).toHaveLength(traces);
});

test("un enseignant ne saisit pas de bonus, personne dans un semestre délibéré", async () => {
  session.user = compte("enseignant");
  expect(await saveBonus(SPORT)).toMatchObject({ ok: false, code: "introuvable" });
  session.user = compte("scolarite");
  await write((tx) => tx.update(semestre).set({ etat: "delibere" }));
  expect(await saveBonus(SPORT)).toMatchObject({ ok: false, code: "verrouille" });
  expect(await lignes()).toEqual([]);
});

test("l'écran montre l'effet de chaque bonus possible sur chaque UE", async () => {
  await saveBonus({ ...SPORT, pourcentage: "4" });
  await saveBonus({ ...SPORT, activite: "Culture", pourcentage: "2" });
  const vue = await findBonusInscription("i-1");
  // 9,53 : avec 4,75 % 9,98 et avec 5 % 10,01 (règlement 6).
  expect(vue?.effets[0]).toMatchObject({ avant: 953 });
  expect(vue?.effets[0]?.selon).toHaveLength(21);
  expect(vue?.effets[0]?.selon[0]).toBe(953);
  expect(vue?.effets[0]?.selon[19]).toBe(998);
  expect(vue?.effets[0]?.selon[20]).toBe(1001);
  const liste = await findBonusSemestre("c-1");
  expect(liste?.inscrits.find((i) => i.id === "i-1")?.total).toBe(500);
});
