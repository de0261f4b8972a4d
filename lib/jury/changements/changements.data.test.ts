import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as t from "@/db";
import { read, write } from "@/db";
import { saveBonus } from "@/lib/bonus/actions";
import { session } from "@/lib/essais/session";
import { unpublishEvaluation } from "@/lib/evaluations/actions";
import { confirmUes, saveCoefficient, savePoles } from "@/lib/maquette/actions";
import { saveNotes } from "@/lib/notes/actions";
import { insertDispense, removeDispense } from "@/lib/scolarite/dispenses/actions";
import { saveEtat } from "@/lib/scolarite/etudiants/actions";
import { openJury } from "../cycle/actions";
import { PERSONNES, seedPromotion } from "../essais/promotion";
import { cible, decider } from "../essais/seance";
import { filtreLignes, lignesTable, lireFiltre } from "../filtre";
import { loadJury } from "../queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

/** L'heure de chaque geste ; la visite précédente a eu lieu juste avant. */
let heure = Date.parse("2026-11-25T08:00:00.000Z");

beforeAll(async () => {
  await seedPromotion();
  await write((tx) => tx.update(t.ue).set({ confirmeeLe: null }));
});
beforeEach(() => {
  session.user = PERSONNES.tout;
  heure += 60_000;
  vi.useFakeTimers({ toFake: ["Date"], now: heure });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Qui est « Changé » au jury de ce semestre depuis la visite d'avant le geste. */
async function changes(semestreId: string): Promise<string[]> {
  const depuis = new Date(heure - 1).toISOString();
  const { lignes } = await loadJury({ id: semestreId, numero: Number(semestreId.slice(1)) });
  return filtreLignes(lignesTable(lignes), lireFiltre({ vue: "changes", depuis })).map((l) => l.etudiantId);
}

const TOUS = ["alice", "bruno", "chloe", "david"];

async function ueLue(id: string) {
  const coefficients = await read((l) => l.select().from(t.coefficient));
  return { id, poles: null, coefficients: coefficients.filter((c) => c.ueId === id) };
}

test("rien n'a changé depuis", async () => {
  expect(await changes("s2")).toEqual([]);
});

test("un bonus : cet étudiant, à ce jury et aux suivants", async () => {
  const bonus = { inscriptionId: "david-s2", lu: null, activite: "Sport", pourcentage: "2", note: "" };
  expect(await saveBonus(bonus)).toMatchObject({ ok: true });
  expect(await changes("s1")).toEqual([]);
  expect(await changes("s2")).toEqual(["david"]);
  expect(await changes("s4")).toEqual(["david"]);
});

test("une dispense accordée, puis retirée", async () => {
  const donnee = await insertDispense({ inscriptionId: "alice-s2", ueId: "A2", motif: "Validée ailleurs" });
  expect(await changes("s2")).toEqual(["alice"]);
  heure += 60_000;
  vi.setSystemTime(heure);
  const dispenseId = donnee.ok ? donnee.valeur.id : "";
  expect(await removeDispense({ inscriptionId: "alice-s2", dispenseId, motif: "Erreur" })).toMatchObject({ ok: true });
  expect(await changes("s2")).toEqual(["alice"]);
});

test("un état : démission", async () => {
  const etat = { inscriptionId: "bruno-s2", lu: "I", etat: "DEM", motif: "Courrier du 20" } as const;
  expect(await saveEtat(etat)).toMatchObject({ ok: true });
  expect(await changes("s2")).toEqual(["bruno"]);
});

test("une note", async () => {
  const changement = {
    id: "5f0c2f7e-7f2e-4f0e-9d86-0f6c3c0d2a11",
    inscriptionId: "chloe-s2",
    saisie: "13",
    versionLue: 1,
    source: "cellule",
    motif: "Copie relue",
  } as const;
  expect(await saveNotes({ evaluationId: "ev-A2", auteurId: "tout", changements: [changement] })).toMatchObject({
    ok: true,
  });
  expect(await changes("s2")).toEqual(["chloe"]);
  expect(await changes("s1")).toEqual([]);
});

test("un coefficient, ou un pôle : tous ceux qui suivent l'UE", async () => {
  const motif = "Séance du conseil";
  expect(await saveCoefficient({ id: "co-A2", version: 1, valeur: "3", motif })).toMatchObject({ ok: true });
  expect(await changes("s2")).toEqual(TOUS);
  expect(await changes("s1")).toEqual([]);
  heure += 60_000;
  vi.setSystemTime(heure);
  const poles = { ressource: 40, sae: 60 };
  expect(await savePoles({ ueId: "B4", lus: null, poles, motif })).toMatchObject({ ok: true });
  expect(await changes("s4")).toEqual(["david"]);
  expect(await changes("s2")).toEqual([]);
});

test("confirmer une UE ne change aucun résultat", async () => {
  expect(await confirmUes({ maquetteSemestreId: "m2", ues: [await ueLue("A2")] })).toMatchObject({ ok: true });
  expect(await changes("s2")).toEqual([]);
});

test("une décision", async () => {
  await openJury(await cible("s2"));
  expect(await decider("s2", "alice", "ue", "A2", "ADM")).toMatchObject({ ok: true });
  expect(await changes("s2")).toEqual(["alice"]);
});

test("une évaluation qui ne compte plus : tous ceux qui la passaient", async () => {
  expect(await unpublishEvaluation({ evaluationId: "ev-B3", motif: "Barème à revoir" })).toMatchObject({ ok: true });
  expect(await changes("s4")).toEqual(["david"]);
  expect(await changes("s2")).toEqual([]);
});
