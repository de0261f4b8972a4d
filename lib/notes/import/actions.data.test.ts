import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { evaluation, lotImport, note, read, semestre, write } from "@/db";
import { session } from "@/lib/essais/session";
import { listLots, listMemoires } from "@/lib/import/lots/queries";
import { enseignant, seedClasse } from "../../essais/classe-notee";
import { saveNotes } from "../actions";
import { listHistorique } from "../histoire/queries";
import { applyImport, undoImport } from "./actions";
import { findFormation } from "./sujet";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

let rang = 0;
let [premiere, seconde] = ["", ""];

beforeAll(seedClasse);
beforeEach(async () => {
  session.user = enseignant("durand");
  rang += 1;
  [premiere, seconde] = [`dsa-${rang}`, `dsb-${rang}`];
  await write(async (tx) => {
    const [modele] = await tx.select().from(evaluation).where(eq(evaluation.id, "ds"));
    if (!modele) throw new Error("L'évaluation modèle manque");
    for (const id of [premiere, seconde]) await tx.insert(evaluation).values({ ...modele, id, ordre: rang });
    await tx.update(semestre).set({ etat: "ouvert" });
  });
});

type Cellule = readonly [evaluationId: string, eleve: string, saisie: string, versionLue?: number];

const importe = async (cellules: readonly Cellule[], reste: Partial<Parameters<typeof applyImport>[0]> = {}) => {
  const lotId = randomUUID();
  const resultat = await applyImport({
    lotId,
    auteurId: session.user?.id ?? "",
    fichier: "notes.csv",
    signature: "numero|note",
    lignes: cellules.length,
    ecartees: 0,
    choix: null,
    motif: null,
    notes: cellules.map(([evaluationId, eleve, saisie, versionLue = 0], i) => ({
      ligne: i + 2,
      evaluationId,
      inscriptionId: `i-${eleve}`,
      saisie,
      versionLue,
    })),
    ...reste,
  });
  return { lotId, resultat };
};
const defait = (lotId: string, motif: string | null = null) => undoImport({ lotId, motif });
const notes = async (evaluationId: string) =>
  (await read((l) => l.select().from(note).where(eq(note.evaluationId, evaluationId))))
    .map((n) => [n.inscriptionId, n.valeur ?? n.code, n.version] as const)
    .sort();

test("un import écrit chaque note avec son histoire et son lot, commence la saisie, et se défait d'un coup", async () => {
  const { lotId, resultat } = await importe([
    [premiere, "alice", "12,50"],
    [premiere, "emma", "ABS"],
  ]);
  expect(resultat).toMatchObject({ ok: true, valeur: { ecrites: 2 } });
  expect(await notes(premiere)).toEqual([
    ["i-alice", 1250, 1],
    ["i-emma", "ABS", 1],
  ]);
  const [e] = await read((l) => l.select().from(evaluation).where(eq(evaluation.id, premiere)));
  expect(e?.etat).toBe("saisie");
  expect(await read((l) => listLots(l, "notes", [premiere]))).toMatchObject([
    { id: lotId, fichier: "notes.csv", ecrites: 2, annuleLe: null },
  ]);
  expect(await defait(lotId)).toMatchObject({ ok: true, valeur: { defaites: 2 } });
  expect(await notes(premiere)).toEqual([
    ["i-alice", null, 2],
    ["i-emma", null, 2],
  ]);
  const histoire = await listHistorique({ id: premiere, anonyme: false, etat: "saisie" }, "i-alice");
  expect(histoire.map((h) => [h.avant, h.apres, h.source])).toEqual([
    [1250, null, "import"],
    [null, 1250, "import"],
  ]);
  expect(await defait(lotId)).toMatchObject({ ok: false, code: "conflit" });
});

test("renvoyé, le même lot n'écrit rien de plus", async () => {
  const { lotId } = await importe([[premiere, "alice", "10"]]);
  const { resultat } = await importe([[premiere, "alice", "11", 1]], { lotId });
  expect(resultat).toMatchObject({ ok: true, valeur: { ecrites: 1, issues: [] } });
  expect(await notes(premiere)).toEqual([["i-alice", 1000, 1]]);
});

test("une note changée depuis l'aperçu est un conflit ; les autres s'écrivent", async () => {
  await importe([[premiere, "alice", "10"]]);
  const { resultat } = await importe([
    [premiere, "alice", "15"],
    [premiere, "emma", "9"],
    [premiere, "chloe", "25"],
  ]);
  expect(resultat.ok && resultat.valeur.issues.map((i) => i.issue)).toEqual(["conflit", "enregistree", "refusee"]);
  expect((await notes(premiere)).map((n) => n[1])).toEqual([1000, 900]);
});

test("après un second import, le premier ne se défait plus ; le second annulé, si", async () => {
  const un = await importe([
    [premiere, "alice", "10"],
    [premiere, "emma", "11"],
  ]);
  const deux = await importe([[premiere, "alice", "14", 1]]);
  expect(await defait(un.lotId)).toMatchObject({ ok: false, message: expect.stringContaining("Annulez d'abord") });
  expect((await notes(premiere)).map((n) => n[1])).toEqual([1400, 1100]);
  expect((await defait(deux.lotId)).ok).toBe(true);
  expect((await notes(premiere)).map((n) => n[1])).toEqual([1000, 1100]);
  expect((await defait(un.lotId)).ok).toBe(true);
  expect((await notes(premiere)).map((n) => n[1])).toEqual([null, null]);
});

test("une note corrigée à la main depuis retient tout le lot : rien n'est défait à moitié", async () => {
  const { lotId } = await importe([
    [premiere, "alice", "10"],
    [premiere, "emma", "11"],
  ]);
  await saveNotes({
    evaluationId: premiere,
    changements: [
      { id: randomUUID(), inscriptionId: "i-emma", saisie: "12", versionLue: 1, source: "cellule", motif: null },
    ],
  });
  expect(await defait(lotId)).toMatchObject({ ok: false, message: expect.stringContaining("a changé depuis") });
  expect((await notes(premiere)).map((n) => n[1])).toEqual([1000, 1200]);
});

test("plusieurs évaluations d'un élément en un seul lot, défait d'un coup", async () => {
  const { lotId } = await importe([
    [premiere, "alice", "10"],
    [seconde, "alice", "13"],
  ]);
  expect([await notes(premiere), await notes(seconde)].map(([n]) => n?.[1])).toEqual([1000, 1300]);
  expect((await defait(lotId)).ok).toBe(true);
  expect([await notes(premiere), await notes(seconde)].map(([n]) => n?.[1])).toEqual([null, null]);
});

test("publiée, une évaluation veut un motif, à l'import comme à l'annulation", async () => {
  const publie = () =>
    write((tx) =>
      tx
        .update(evaluation)
        .set({ etat: "publiee", publieeLe: "2020-11-10T08:00:00.000Z" })
        .where(eq(evaluation.id, premiere)),
    );
  const { lotId } = await importe([[premiere, "alice", "10"]]);
  await publie();
  expect((await importe([[premiere, "emma", "10"]])).resultat).toMatchObject({ ok: false, code: "invalide" });
  expect((await importe([[premiere, "emma", "10"]], { motif: "Copie retrouvée" })).resultat.ok).toBe(true);
  expect(await defait(lotId)).toMatchObject({ ok: false, code: "invalide" });
  expect((await defait(lotId, "Mauvais fichier")).ok).toBe(true);
});

test("ni sous le nom d'un autre, ni sans droit, ni dans un semestre clos", async () => {
  const { lotId } = await importe([[premiere, "alice", "10"]]);
  expect((await importe([[premiere, "emma", "9"]], { auteurId: "un-autre" })).resultat).toMatchObject({
    ok: false,
    code: "deconnecte",
  });
  await write((tx) => tx.update(semestre).set({ etat: "jury" }));
  expect((await importe([[premiere, "emma", "9"]])).resultat).toMatchObject({ ok: false, code: "verrouille" });
  expect(await defait(lotId)).toMatchObject({ ok: false, code: "verrouille" });
  expect(await read((l) => l.select().from(lotImport).where(eq(lotImport.id, lotId)))).toMatchObject([
    { etat: "applique" },
  ]);
});

test("les colonnes choisies se retiennent pour la formation, et le dernier choix remplace l'autre", async () => {
  const signature = `numero|ds ${rang}`;
  const [e] = await read((l) => l.select().from(evaluation).where(eq(evaluation.id, premiere)));
  const formationId = await read((l) => findFormation(l, e?.elementId ?? ""));
  await importe([[premiere, "alice", "10"]], { signature, choix: { note: "DS 1" } });
  await importe([[premiere, "emma", "10"]], { signature, choix: { note: "DS 2" } });
  const memoires = await read((l) => listMemoires(l, formationId ?? "", "notes"));
  expect(memoires[signature]).toEqual({ note: "DS 2" });
});
