import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { anonymat, evaluation, inscription, journal, note, read, semestre, write } from "@/db";
import { enseignant, seedClasse } from "@/lib/essais/classe-notee";
import { session } from "@/lib/essais/session";
import { deleteEvaluation, publishEvaluation, unpublishEvaluation } from "@/lib/evaluations/actions";
import { findApercuMoyennes } from "@/lib/moyennes/queries";
import { saveNotes } from "@/lib/notes/actions";
import { listHistorique } from "@/lib/notes/histoire/queries";
import { findGrille } from "@/lib/notes/queries";
import { saveAnonymat } from "./actions";
import { listNumeros } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

let evaluationId = "";
beforeAll(seedClasse);
beforeEach(async () => {
  session.user = enseignant("durand");
  evaluationId = randomUUID();
  await write(async (tx) => {
    const [modele] = await tx.select().from(evaluation).where(eq(evaluation.id, "ds"));
    if (!modele) throw new Error("L'évaluation modèle manque");
    await tx.insert(evaluation).values({ ...modele, id: evaluationId });
    await tx.update(semestre).set({ etat: "ouvert" });
    await tx.update(inscription).set({ etat: "I" }).where(eq(inscription.id, "i-emma"));
  });
});

const cache = async () => {
  const resultat = await saveAnonymat({ evaluationId, anonyme: true });
  if (!resultat.ok) throw new Error(resultat.message);
  return resultat.valeur.numeros;
};
const grille = async () => {
  const lue = await findGrille(evaluationId);
  if (!lue) throw new Error("La grille manque");
  return lue;
};
const tirage = () => read((l) => l.select().from(anonymat).where(eq(anonymat.evaluationId, evaluationId)));
const cleDe = async (inscriptionId: string) =>
  (await tirage()).find((t) => t.inscriptionId === inscriptionId)?.id ?? "";
const lue = async () => {
  const [e] = await read((l) => l.select().from(evaluation).where(eq(evaluation.id, evaluationId)));
  if (!e) throw new Error("L'évaluation manque");
  return e;
};
async function save(cle: string, saisie: string) {
  const changement = {
    id: randomUUID(),
    inscriptionId: cle,
    saisie,
    versionLue: 0,
    source: "cellule" as const,
    motif: null,
  };
  const resultat = await saveNotes({ evaluationId, changements: [changement] });
  if (!resultat.ok) throw new Error(resultat.message);
  return resultat.valeur.issues[0];
}

test("rien de ce que reçoit le navigateur ne dit qui est derrière un numéro", async () => {
  expect(await cache()).toBe(4);
  await save(await cleDe("i-alice"), "12");
  const recue = await grille();
  expect(recue).toMatchObject({ anonyme: true, sansNumero: 0 });
  expect(recue.lignes.map((l) => `${l.nom} ${l.prenom}`)).toEqual(["Copie 1", "Copie 2", "Copie 3", "Copie 4"]);
  const texte = JSON.stringify(recue);
  for (const eleve of ["alice", "bruno", "chloe", "denis", "emma"]) expect(texte.toLowerCase()).not.toContain(eleve);
  for (const i of [0, 1, 2, 3, 4]) expect(texte).not.toContain(`2200${i}`);
});

test("le tirage est un tirage : il ne suit pas l'ordre de la liste", async () => {
  const ordres = new Set<string>();
  for (let i = 0; i < 8; i++) {
    const [modele] = [await lue()];
    evaluationId = randomUUID();
    await write((tx) => tx.insert(evaluation).values({ ...modele, id: evaluationId, anonyme: false }));
    await cache();
    ordres.add(
      (await tirage())
        .toSorted((a, b) => a.numero - b.numero)
        .map((t) => t.inscriptionId)
        .join(),
    );
  }
  expect(ordres.size).toBeGreaterThan(1);
});

test("une copie se note, se relit et garde son histoire par son numéro ; une inscription devinée ne donne rien", async () => {
  await cache();
  const cle = await cleDe("i-alice");
  expect(await save(cle, "12")).toMatchObject({ issue: "enregistree", inscriptionId: cle, note: { note: 1200 } });
  expect(await save("i-alice", "15")).toMatchObject({ issue: "refusee", inscriptionId: "i-alice" });
  expect((await grille()).lignes.find((l) => l.inscriptionId === cle)?.note?.note).toBe(1200);
  const [ecrite] = await read((l) => l.select().from(note).where(eq(note.evaluationId, evaluationId)));
  expect(ecrite).toMatchObject({ inscriptionId: "i-alice", valeur: 1200, version: 1 });
  expect(await listHistorique(await lue(), cle)).toMatchObject([{ apres: 1200 }]);
  expect(await listHistorique(await lue(), "i-alice")).toEqual([]);
});

test("la copie d'une autre évaluation n'est pas reconnue ici", async () => {
  await cache();
  const ailleurs = await cleDe("i-alice");
  const modele = await lue();
  evaluationId = randomUUID();
  await write((tx) => tx.insert(evaluation).values({ ...modele, id: evaluationId }));
  await cache();
  expect(await save(ailleurs, "12")).toMatchObject({ issue: "refusee" });
});

test("les moyennes de l'élément l'ignorent tant qu'elle est anonyme ; la publication rend les noms", async () => {
  const moyennes = async () =>
    JSON.stringify(await findApercuMoyennes({ semestre: { id: "s", etat: "ouvert" }, elementId: "mecanique" }));
  const avant = await moyennes();
  await cache();
  const cle = await cleDe("i-alice");
  await save(cle, "3,75");
  expect(await moyennes()).toBe(avant);
  expect(await publishEvaluation({ evaluationId })).toMatchObject({ ok: true });
  expect(await moyennes()).not.toBe(avant);
  const publiee = await grille();
  expect(publiee.anonyme).toBe(false);
  expect(publiee.lignes.find((l) => l.inscriptionId === "i-alice")).toMatchObject({
    nom: "ALICE",
    note: { note: 375 },
  });
  expect(await listHistorique(await lue(), cle)).toHaveLength(1);
  expect(await saveAnonymat({ evaluationId, anonyme: false, motif: "Trop tard" })).toMatchObject({ code: "invalide" });
  expect(await unpublishEvaluation({ evaluationId, motif: "Erreur" })).toMatchObject({ ok: true });
  expect((await grille()).anonyme).toBe(true);
});

test("lever l'anonymat demande un motif ; le remettre garde les numéros ; tout est au journal", async () => {
  await cache();
  const avant = await tirage();
  const sansMotif = { evaluationId, anonyme: false as const, motif: " " };
  expect(await saveAnonymat(sansMotif)).toMatchObject({ ok: false, detail: { motif: expect.any(String) } });
  expect(await saveAnonymat({ ...sansMotif, motif: "Copies signées" })).toMatchObject({ ok: true });
  expect((await grille()).lignes.map((l) => l.nom)).toContain("ALICE");
  expect(await cache()).toBe(0);
  expect(await tirage()).toEqual(avant);
  const traces = await read((l) =>
    l.select().from(journal).where(eq(journal.sujetId, evaluationId)).orderBy(journal.creeLe),
  );
  expect(traces.map((j) => [j.action, j.motif])).toEqual([
    ["numéros de copie tirés", null],
    ["anonymat levé", "Copies signées"],
    ["numéros de copie tirés", null],
  ]);
});

test("un inscrit arrivé après le tirage n'apparaît qu'avec son numéro ; les autres gardent le leur", async () => {
  await write((tx) => tx.update(inscription).set({ etat: "DEM" }).where(eq(inscription.id, "i-emma")));
  expect(await cache()).toBe(3);
  await write((tx) => tx.update(inscription).set({ etat: "I" }).where(eq(inscription.id, "i-emma")));
  expect(await grille()).toMatchObject({ sansNumero: 1, lignes: [{}, {}, {}] });
  expect(await cache()).toBe(1);
  expect((await grille()).lignes.map((l) => l.numero)).toEqual(["1", "2", "3", "4"]);
  expect((await listNumeros(evaluationId)).find((n) => n.nom === "EMMA")).toMatchObject({ copie: 4, numero: "22004" });
});

test("sans affectation, ou quand le jury a gelé le semestre, rien ne se tire ; vide, elle se supprime avec ses numéros", async () => {
  session.user = enseignant("autre");
  expect(await saveAnonymat({ evaluationId, anonyme: true })).toMatchObject({ code: "introuvable" });
  session.user = enseignant("durand");
  await write((tx) => tx.update(semestre).set({ etat: "jury" }));
  expect(await saveAnonymat({ evaluationId, anonyme: true })).toMatchObject({ code: "verrouille" });
  expect(await tirage()).toEqual([]);
  await write((tx) => tx.update(semestre).set({ etat: "ouvert" }));
  await cache();
  expect(await deleteEvaluation({ evaluationId })).toMatchObject({ ok: true });
  expect(await tirage()).toEqual([]);
});
