import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { evaluation, journal, note, noteHistorique, read, semestre, write } from "@/db";
import { session } from "@/lib/essais/session";
import { enseignant, seedClasse } from "../essais/classe-notee";
import { saveNotes } from "./actions";
import type { Changement } from "./entree";
import { listHistorique } from "./histoire/queries";
import { findGrille } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

let rang = 0;
/** Chaque test a sa propre évaluation. */
let evaluationId = "";

beforeAll(seedClasse);
beforeEach(async () => {
  session.user = enseignant("durand");
  rang += 1;
  evaluationId = `ds-${rang}`;
  await write(async (tx) => {
    const [modele] = await tx.select().from(evaluation).where(eq(evaluation.id, "ds"));
    if (!modele) throw new Error("L'évaluation modèle manque");
    await tx.insert(evaluation).values({ ...modele, id: evaluationId, ordre: rang });
    await tx.update(semestre).set({ etat: "ouvert" });
  });
});

const change = (eleve: string, saisie: string, versionLue = 0, reste: Partial<Changement> = {}): Changement => ({
  id: randomUUID(),
  inscriptionId: `i-${eleve}`,
  saisie,
  versionLue,
  source: "cellule",
  motif: null,
  ...reste,
});

async function save(...changements: Changement[]) {
  const resultat = await saveNotes({ evaluationId, auteurId: session.user?.id ?? "", changements });
  if (!resultat.ok) throw new Error(`${resultat.code} : ${resultat.message}`);
  return resultat.valeur.issues;
}

const lignes = () => read((l) => l.select().from(note).where(eq(note.evaluationId, evaluationId)));
const noteDe = async (eleve: string) =>
  (await findGrille(evaluationId))?.lignes.find((l) => l.inscriptionId === `i-${eleve}`)?.note;
const histoire = (eleve: string) => listHistorique({ id: evaluationId, anonyme: false, etat: "saisie" }, `i-${eleve}`);
const publie = () =>
  write((tx) =>
    tx
      .update(evaluation)
      .set({ etat: "publiee", publieeLe: "2020-11-10T08:00:00.000Z" })
      .where(eq(evaluation.id, evaluationId)),
  );

test("une note enregistrée a sa ligne d'histoire, et commence la saisie", async () => {
  const [issue] = await save(change("alice", "12,5"));
  expect(issue).toMatchObject({ issue: "enregistree", note: { note: 1250, version: 1, par: "DURAND Prof" } });
  expect(await histoire("alice")).toMatchObject([
    { version: 1, avant: null, apres: 1250, source: "cellule", par: "DURAND Prof" },
  ]);
  const grille = await findGrille(evaluationId);
  expect(grille?.evaluation.etat).toBe("saisie");
  const traces = await read((l) => l.select().from(journal).where(eq(journal.sujetId, evaluationId)));
  expect(traces.map((j) => j.action)).toEqual(["saisie commencée"]);
});

test.each([
  ["21", "dépasse le barème"],
  ["-1", "négatif"],
  ["12;5", "n'est pas une note"],
  ["douze", "n'est pas une note"],
])(
  "« %s » est refusé avec sa raison, sans rien écrire dans sa case ; les autres sont enregistrées",
  async (saisie, raison) => {
    const issues = await save(change("alice", "10"), change("emma", saisie), change("chloe", "abs"));
    expect(issues.map((i) => i.issue)).toEqual(["enregistree", "refusee", "enregistree"]);
    expect(issues[1]).toMatchObject({ message: expect.stringContaining(raison) });
    expect((await lignes()).map((n) => n.inscriptionId).sort()).toEqual(["i-alice", "i-chloe"]);
    expect(await noteDe("emma")).toBeNull();
  },
);

test("deux enseignants sur la même case : le second voit les deux valeurs, rien n'est perdu", async () => {
  await save(change("alice", "10"));
  session.user = enseignant("martin");
  const [perdante] = await save(change("alice", "14", 0));
  expect(perdante).toMatchObject({ issue: "conflit", note: { note: 1000, version: 1, par: "DURAND Prof" } });
  expect((await noteDe("alice"))?.note).toBe(1000);
  const [choisie] = await save(change("alice", "14", 1));
  expect(choisie).toMatchObject({ issue: "enregistree", note: { note: 1400, version: 2, par: "MARTIN Prof" } });
  expect((await histoire("alice")).map((h) => [h.avant, h.apres])).toEqual([
    [1000, 1400],
    [null, 1000],
  ]);
});

test("deux enseignants qui tapent la même valeur ne sont pas en conflit", async () => {
  await save(change("alice", "10"));
  session.user = enseignant("martin");
  expect(await save(change("alice", "10,00", 0))).toMatchObject([{ issue: "deja", note: { version: 1 } }]);
  expect(await histoire("alice")).toHaveLength(1);
});

test("deux écritures au même instant : l'une passe, l'autre est en conflit", async () => {
  const issues = (await Promise.all([save(change("alice", "8")), save(change("alice", "9"))])).flat();
  expect(issues.map((i) => i.issue).sort()).toEqual(["conflit", "enregistree"]);
  expect(await lignes()).toHaveLength(1);
});

test("un changement renvoyé est reconnu : une seule écriture, et la réponse d'alors", async () => {
  const envoi = change("alice", "10");
  const [premiere] = await save(envoi);
  session.user = enseignant("martin");
  await save(change("alice", "11", 1));
  session.user = enseignant("durand");
  const [renvoi] = await save(envoi);
  expect(premiere).toMatchObject({ issue: "enregistree", note: { note: 1000, version: 1 } });
  expect(renvoi).toMatchObject({ issue: "deja", note: { note: 1000, version: 1 } });
  expect((await noteDe("alice"))?.note).toBe(1100);
  expect(await histoire("alice")).toHaveLength(2);
});

test("l'identifiant du changement d'un autre ne révèle rien et n'écrit rien", async () => {
  const envoi = change("alice", "10");
  await save(envoi);
  session.user = enseignant("martin");
  expect(await save({ ...envoi, inscriptionId: "i-emma", saisie: "5" })).toMatchObject([{ issue: "refusee" }]);
  expect(await noteDe("emma")).toBeNull();
});

test.each(["preparation", "jury", "delibere", "publie"] as const)(
  "un semestre « %s » refuse toute note, qui que ce soit",
  async (etat) => {
    await write((tx) => tx.update(semestre).set({ etat, publieLe: "2026-11-20T08:00:00.000Z" }));
    for (const id of ["durand", "martin"] as const) {
      session.user = enseignant(id);
      expect(
        await saveNotes({ evaluationId, auteurId: session.user.id, changements: [change("alice", "10")] }),
      ).toMatchObject({
        ok: false,
        code: "verrouille",
      });
    }
    expect(await lignes()).toEqual([]);
  },
);

test("sans affectation, l'évaluation est introuvable", async () => {
  session.user = enseignant("autre");
  expect(
    await saveNotes({ evaluationId, auteurId: session.user.id, changements: [change("alice", "10")] }),
  ).toMatchObject({
    ok: false,
    code: "introuvable",
  });
  expect(await lignes()).toEqual([]);
});

test("un démissionnaire, et qui ne suit pas l'élément, n'ont pas de note", async () => {
  await write((tx) => tx.update(evaluation).set({ elementId: "vente" }).where(eq(evaluation.id, evaluationId)));
  session.user = { ...enseignant("durand"), affectations: [{ semestreId: "s", elementId: "vente" }] };
  expect((await findGrille(evaluationId))?.lignes.map((l) => l.nom)).toEqual(["BRUNO"]);
  expect(await save(change("alice", "10"))).toMatchObject([{ issue: "refusee" }]);
  await write((tx) => tx.update(evaluation).set({ elementId: "mecanique" }).where(eq(evaluation.id, evaluationId)));
  session.user = enseignant("durand");
  expect(await save(change("denis", "10"))).toMatchObject([
    { issue: "refusee", message: expect.stringContaining("démissionnaire") },
  ]);
  expect(await lignes()).toEqual([]);
});

test("effacer une note garde sa version et son histoire", async () => {
  await save(change("alice", "10"));
  expect(await save(change("alice", " ", 1))).toMatchObject([
    { issue: "enregistree", note: { note: null, version: 2 } },
  ]);
  expect(await histoire("alice")).toHaveLength(2);
});

test("après la publication, un changement demande un motif et marque la note", async () => {
  await save(change("alice", "10"));
  await publie();
  expect(await save(change("alice", "11", 1))).toMatchObject([{ issue: "refusee", motifRequis: true }]);
  expect((await noteDe("alice"))?.note).toBe(1000);
  expect(await save(change("alice", "11", 1, { motif: "Erreur de report" }))).toMatchObject([
    { issue: "enregistree", note: { note: 1100, modifiee: true } },
  ]);
  expect(await noteDe("alice")).toMatchObject({ note: 1100, modifiee: true });
  expect(await histoire("alice")).toMatchObject([{ motif: "Erreur de report" }, { motif: null }]);
});

test("un même identifiant deux fois dans un lot n'écrit qu'une note, avec son histoire", async () => {
  const id = randomUUID();
  const issues = await save(change("alice", "5", 0, { id }), change("emma", "6", 0, { id }));
  expect(issues.map((i) => i.issue)).toEqual(["enregistree", "refusee"]);
  const histoires = await read((l) => l.select().from(noteHistorique).where(eq(noteHistorique.id, id)));
  expect(histoires.map((h) => h.noteId)).toEqual((await lignes()).map((n) => n.id));
});

test("la file d'une autre personne, sur un poste partagé, ne part pas sous ce nom-ci", async () => {
  session.user = enseignant("martin");
  expect(await saveNotes({ evaluationId, auteurId: "durand", changements: [change("alice", "10")] })).toMatchObject({
    ok: false,
    code: "deconnecte",
  });
  expect(await lignes()).toEqual([]);
});
