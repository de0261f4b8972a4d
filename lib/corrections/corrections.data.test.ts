import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { demandeCorrection, evaluation, journal, note, read, semestre, utilisateur, write } from "@/db";
import type { Utilisateur } from "@/lib/auth/permissions";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { enseignant, seedClasse } from "@/lib/essais/classe-notee";
import { session } from "@/lib/essais/session";
import { answerCorrection, requestCorrection, withdrawCorrection } from "./actions";
import { countDemandes, findDemandable, listDemandes, listEtatsDemandes, listMesDemandes } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

const eleve = (id: string): Utilisateur => ({
  id: `u-${id}`,
  email: `${id}@essai.fr`,
  nom: id.toUpperCase(),
  prenom: "Élève",
  etudiantId: id,
  roles: [{ role: "etudiant", semestreId: null }],
  affectations: [],
});
const responsable: Utilisateur = {
  ...enseignant("autre"),
  roles: [{ role: "responsable", semestreId: null }],
};
const TEXTE = "Mon total fait 14 et non 12 : la question 3 n'est pas comptée.";
const demande = { evaluationId: "ds", inscriptionId: "i-alice", texte: TEXTE };

beforeAll(async () => {
  await seedClasse();
  await write(async (tx) => {
    for (const id of ["alice", "bruno"])
      await tx
        .insert(utilisateur)
        .values({ id: `u-${id}`, email: `${id}@essai.fr`, nom: id, prenom: "É", motDePasse: "x", etudiantId: id });
    await tx.insert(note).values({
      id: "n",
      evaluationId: "ds",
      inscriptionId: "i-alice",
      valeur: centiemes(1234),
      version: 1,
      modifieeLe: "2026-11-02T08:00:00.000Z",
      modifieePar: "durand",
    });
    await tx.insert(evaluation).values({
      id: "vente-1",
      semestreId: "s",
      elementId: "vente",
      titre: "Négociation",
      date: "2026-11-01",
      coefficient: centiemes(100),
      bareme: centiemes(2000),
      type: "normale",
      etat: "publiee",
      publieeLe: "2026-11-03T08:00:00.000Z",
      ordre: 0,
      creeLe: "2026-11-01T08:00:00.000Z",
    });
  });
});

const setEtats = (etatSemestre: "ouvert" | "jury" | "delibere" | "publie", etat: "saisie" | "publiee") =>
  write(async (tx) => {
    await tx.update(semestre).set({ etat: etatSemestre, publieLe: "2026-11-03T08:00:00.000Z" });
    await tx
      .update(evaluation)
      .set({ etat, publieeLe: etat === "publiee" ? "2026-11-03T08:00:00.000Z" : null })
      .where(eq(evaluation.id, "ds"));
  });

beforeEach(async () => {
  session.user = eleve("alice");
  await setEtats("ouvert", "publiee");
  await write((tx) => tx.delete(demandeCorrection));
});

const lignes = () => read((l) => l.select().from(demandeCorrection));

async function ask(): Promise<{ demandeId: string; version: number }> {
  const resultat = await requestCorrection(demande);
  if (!resultat.ok) throw new Error(resultat.message);
  return { demandeId: resultat.valeur.id, version: 1 };
}

test("l'étudiante demande, l'enseignant de l'élément répond, elle lit la réponse ; le journal garde les deux", async () => {
  const { demandeId } = await ask();
  expect(await countDemandes(enseignant("durand"))).toBe(1);
  expect(await countDemandes(enseignant("autre"))).toBe(0);
  const { ouvertes } = await listDemandes(enseignant("durand"));
  expect(ouvertes).toMatchObject([{ texte: TEXTE, note: 1234, etudiant: { nom: "ALICE" }, corrigeeLe: null }]);

  session.user = enseignant("durand");
  const reponse = { demandeId, version: 1, etat: "acceptee" as const, reponse: "Exact, je corrige." };
  expect(await answerCorrection(reponse)).toMatchObject({ ok: true });
  expect(await answerCorrection({ ...reponse, etat: "refusee" })).toMatchObject({ ok: false, code: "conflit" });
  expect(await listMesDemandes("alice")).toMatchObject([
    { etat: "acceptee", reponse: "Exact, je corrige.", traiteePar: "Prof DURAND" },
  ]);
  expect(await listMesDemandes("bruno")).toEqual([]);
  expect(await listEtatsDemandes("alice", "s")).toEqual(new Map([["ds", "acceptee"]]));
  const traces = await read((l) => l.select().from(journal).where(eq(journal.sujetId, "i-alice")));
  expect(traces.map((t) => [t.action, t.utilisateurId])).toEqual([
    ["correction demandée", "u-alice"],
    ["correction acceptée", "durand"],
  ]);
});

test("une seule demande ouverte par note ; répondue, on peut redemander", async () => {
  const { demandeId } = await ask();
  expect(await requestCorrection(demande)).toMatchObject({ ok: false, code: "conflit" });
  session.user = enseignant("martin");
  await answerCorrection({ demandeId, version: 1, etat: "refusee", reponse: "Le barème est juste." });
  session.user = eleve("alice");
  expect(await requestCorrection(demande)).toMatchObject({ ok: true });
});

test("on ne demande que pour soi, sur un élément suivi, dans une évaluation publiée", async () => {
  session.user = eleve("bruno");
  expect(await requestCorrection(demande)).toMatchObject({ ok: false, code: "introuvable" });
  session.user = eleve("alice");
  // Alice suit IPI : la vente est à CAI.
  expect(await requestCorrection({ ...demande, evaluationId: "vente-1" })).toMatchObject({ code: "introuvable" });
  expect(await read((l) => findDemandable(l, "alice", "vente-1"))).toBeNull();
  expect(await read((l) => findDemandable(l, "bruno", "vente-1"))).toMatchObject({ inscriptionId: "i-bruno" });
  await setEtats("ouvert", "saisie");
  expect(await requestCorrection(demande)).toMatchObject({ ok: false, code: "introuvable" });
  expect(await read((l) => findDemandable(l, "alice", "ds"))).toBeNull();
  session.user = enseignant("durand");
  expect(await requestCorrection(demande)).toMatchObject({ ok: false, code: "introuvable" });
  expect(await lignes()).toEqual([]);
});

test.each([
  ["jury", "direction des études"],
  ["delibere", "recours gracieux"],
  ["publie", "recours gracieux"],
] as const)("semestre %s : refusé, et la phrase dit quoi faire", async (etat, phrase) => {
  await setEtats(etat, "publiee");
  expect(await requestCorrection(demande)).toMatchObject({
    ok: false,
    code: "verrouille",
    message: expect.stringContaining(phrase),
  });
  expect(await lignes()).toEqual([]);
});

test.each(["trop", "x".repeat(1001)])("un texte trop court ou trop long est refusé sous le champ", async (texte) => {
  expect(await requestCorrection({ ...demande, texte })).toMatchObject({ ok: false, detail: { texte: /./ } });
});

test("seul un enseignant de l'élément répond ; le responsable lit tout sans répondre", async () => {
  const lu = await ask();
  const reponse = { ...lu, etat: "refusee" as const, reponse: "Non, voyez le barème." };
  for (const user of [enseignant("autre"), responsable, eleve("alice")]) {
    session.user = user;
    expect(await answerCorrection(reponse), user.roles[0]?.role).toMatchObject({ ok: false, code: "introuvable" });
  }
  expect((await listDemandes(responsable)).ouvertes).toHaveLength(1);
  const ailleurs = { ...responsable, roles: [{ role: "responsable" as const, semestreId: "autre-semestre" }] };
  expect((await listDemandes(ailleurs)).ouvertes).toEqual([]);
  expect((await listDemandes(enseignant("autre"))).ouvertes).toEqual([]);
  await write((tx) => tx.update(semestre).set({ etat: "jury" }));
  session.user = enseignant("durand");
  expect(await answerCorrection(reponse)).toMatchObject({ ok: false, code: "verrouille" });
  expect(await countDemandes(enseignant("durand"))).toBe(0);
});

test("elle retire sa demande tant qu'elle attend, même devant le jury ; pas celle d'une autre", async () => {
  const lu = await ask();
  session.user = eleve("bruno");
  expect(await withdrawCorrection(lu)).toMatchObject({ ok: false, code: "introuvable" });
  session.user = eleve("alice");
  await setEtats("jury", "publiee");
  expect(await withdrawCorrection(lu)).toMatchObject({ ok: true });
  expect(await lignes()).toEqual([]);
  const [derniere] = (await read((l) => l.select().from(journal).where(eq(journal.sujetId, "i-alice")))).slice(-1);
  expect(derniere).toMatchObject({
    action: "demande de correction retirée",
    avant: expect.stringContaining("question 3"),
  });
});

test("publication retirée : la demande reste, sa note non, pour personne", async () => {
  await ask();
  await setEtats("ouvert", "saisie");
  const vues = [await listMesDemandes("alice"), (await listDemandes(enseignant("durand"))).ouvertes];
  for (const [vue] of vues) expect(vue).toMatchObject({ note: null, evaluation: { publiee: false } });
  expect(JSON.stringify(vues)).not.toContain("1234");
});

test("une note changée après la demande se dit corrigée", async () => {
  await ask();
  await write((tx) => tx.update(note).set({ modifieeLe: "2999-01-01T00:00:00.000Z" }));
  expect((await listMesDemandes("alice"))[0]?.corrigeeLe).toBe("2999-01-01T00:00:00.000Z");
});
