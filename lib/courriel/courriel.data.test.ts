import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { courriel, evaluation, journal, note, read, utilisateur, write } from "@/db";
import type { Utilisateur } from "@/lib/auth/permissions";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { enseignant, seedClasse } from "@/lib/essais/classe-notee";
import { session } from "@/lib/essais/session";
import { publishEvaluation, unpublishEvaluation } from "@/lib/evaluations/actions";
import { saveResumeCourriel } from "./actions";
import { openSmtpEssai } from "./essais/smtp";
import { distribute } from "./facteur";
import { ESSAIS_MAX } from "./fenetre";
import { claimEnvois } from "./queries";
import { type ReglageCourriel, reglageCourriel } from "./reglage";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

/** Au milieu d'une heure : deux publications de suite tombent toujours dans la même. */
const MAINTENANT = "2026-11-22T13:10:00.000Z";
const PLUS_TARD = (heures: number) => new Date(Date.parse(MAINTENANT) + heures * 3_600_000).toISOString();
/** Passé la fin de l'heure : ce qui attendait est dû. */
const BIENTOT = () => PLUS_TARD(1);
const SECRET = 1234;

let smtp: Awaited<ReturnType<typeof openSmtpEssai>>;
let reglage: ReglageCourriel;

const eleve = (id: string): Utilisateur => ({
  id: `u-${id}`,
  email: `${id}@essai.fr`,
  nom: id.toUpperCase(),
  prenom: id,
  etudiantId: id,
  roles: [{ role: "etudiant", semestreId: null }],
  affectations: [],
});

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(MAINTENANT) });
  await seedClasse();
  // Alice et Chloé suivent l'élément, Denis a démissionné.
  await write(async (tx) => {
    for (const id of ["alice", "chloe", "denis"])
      await tx
        .insert(utilisateur)
        .values({ id: `u-${id}`, email: `${id}@essai.fr`, nom: id, prenom: id, motDePasse: "x", etudiantId: id });
  });
  smtp = await openSmtpEssai();
  vi.stubEnv("PALIERS_SMTP", smtp.url);
  vi.stubEnv("PALIERS_EXPEDITEUR", "Paliers <notes@iut.exemple>");
  vi.stubEnv("PALIERS_URL", "https://paliers.exemple/");
  const lu = reglageCourriel();
  if (!lu) throw new Error("réglage attendu");
  reglage = lu;
});

afterAll(async () => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  await smtp.close();
});

beforeEach(async () => {
  smtp.recus.length = 0;
  smtp.refuse(0);
  await write(async (tx) => {
    await tx.delete(courriel);
    await tx.update(evaluation).set({ etat: "saisie", publieeLe: null });
    await tx.update(utilisateur).set({ resumeCourriel: false, actif: true });
    await tx.update(utilisateur).set({ resumeCourriel: true }).where(eq(utilisateur.id, "u-alice"));
    await tx.update(utilisateur).set({ resumeCourriel: true }).where(eq(utilisateur.id, "u-denis"));
  });
  session.user = enseignant("durand");
});

const file = () => read((l) => l.select().from(courriel));

async function createPublication(): Promise<string> {
  const id = randomUUID();
  await write(async (tx) => {
    await tx.insert(evaluation).values({
      id,
      semestreId: "s",
      elementId: "mecanique",
      titre: "Titre-à-taire",
      date: "2026-11-01",
      coefficient: centiemes(100),
      bareme: centiemes(2000),
      type: "normale",
      etat: "saisie",
      ordre: 0,
      creeLe: "2026-11-01T08:00:00.000Z",
    });
    await tx.insert(note).values({
      id: `n-${id}`,
      evaluationId: id,
      inscriptionId: "i-alice",
      valeur: centiemes(SECRET),
      version: 1,
      modifieeLe: "2026-11-02T08:00:00.000Z",
      modifieePar: "durand",
    });
  });
  const resultat = await publishEvaluation({ evaluationId: id });
  if (!resultat.ok) throw new Error(resultat.message);
  return id;
}

/** Le texte lisible d'un message : ses lignes pliées et ses accents encodés rendus. */
const lisible = (texte: string): string =>
  Buffer.from(
    texte.replace(/=\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number(`0x${hex}`))),
    "latin1",
  ).toString("utf8");

test("deux publications de la même heure : un seul courriel, sans note ni titre, avec un lien direct", async () => {
  await createPublication();
  await createPublication();
  expect(await file()).toMatchObject([{ utilisateurId: "u-alice", essais: 0, envoyeLe: null }]);
  expect(await distribute(reglage, MAINTENANT)).toEqual({ partis: 0, echecs: 0 });
  expect(await distribute(reglage, BIENTOT())).toEqual({ partis: 1, echecs: 0 });
  expect(await distribute(reglage, PLUS_TARD(99))).toEqual({ partis: 0, echecs: 0 });
  const [recu, ...autres] = smtp.recus;
  expect(autres).toEqual([]);
  expect(recu?.a).toBe("alice@essai.fr");
  const texte = lisible(recu?.texte ?? "");
  expect(texte).toContain("2 évaluations de votre semestre");
  expect(texte).toContain("https://paliers.exemple/moi/notes?semestre=s\n");
  expect(texte).toMatch(/List-Unsubscribe: <https:\/\/paliers\.exemple\/compte#courriel>/);
  expect(texte).toMatch(/From: Paliers <notes@iut\.exemple>/);
  for (const tu of ["12,34", "12.34", "1234", "Titre-à-taire", "mecanique", "/20"]) expect(texte).not.toContain(tu);
  expect(texte).not.toContain("text/html");
});

test("refusé par le serveur, il est repris plus tard, et une seule fois", async () => {
  await createPublication();
  smtp.refuse(1);
  const premier = BIENTOT();
  expect(await distribute(reglage, premier)).toEqual({ partis: 0, echecs: 1 });
  expect(await file()).toMatchObject([{ essais: 1, envoyeLe: null, erreur: expect.stringContaining("451") }]);
  expect(await distribute(reglage, premier)).toEqual({ partis: 0, echecs: 0 });
  expect(await distribute(reglage, PLUS_TARD(3))).toEqual({ partis: 1, echecs: 0 });
  expect(await file()).toMatchObject([{ essais: 2, erreur: null, envoyeLe: expect.any(String) }]);
  expect(smtp.recus).toHaveLength(1);
});

test("après le dernier essai il est abandonné, et le journal dit pourquoi", async () => {
  await createPublication();
  for (let essai = 1; essai <= ESSAIS_MAX; essai++) {
    smtp.refuse(1);
    expect(await distribute(reglage, PLUS_TARD(essai * 48))).toEqual({ partis: 0, echecs: 1 });
  }
  expect(await distribute(reglage, PLUS_TARD(9999))).toEqual({ partis: 0, echecs: 0 });
  expect(smtp.recus).toEqual([]);
  const traces = await read((l) => l.select().from(journal).where(eq(journal.action, "courriel abandonné")));
  expect(traces).toMatchObject([{ sujetId: "u-alice", utilisateurId: null, apres: expect.stringContaining("451") }]);
});

test("serveur injoignable : rien n'est perdu, tout repart quand il revient", async () => {
  await createPublication();
  const ferme = { ...reglage, smtp: "smtp://127.0.0.1:1" };
  expect(await distribute(ferme, BIENTOT())).toEqual({ partis: 0, echecs: 1 });
  expect(await distribute(reglage, PLUS_TARD(4))).toEqual({ partis: 1, echecs: 0 });
});

test("pris par un facteur arrêté net, il revient à l'essai suivant ; pris deux fois ensemble, il ne l'est qu'une", async () => {
  await createPublication();
  const instant = BIENTOT();
  const prises = await Promise.all([write((tx) => claimEnvois(tx, instant)), write((tx) => claimEnvois(tx, instant))]);
  expect(prises.map((p) => p.length).sort()).toEqual([0, 1]);
  expect(await distribute(reglage, PLUS_TARD(3))).toEqual({ partis: 1, echecs: 0 });
});

test("qui n'a rien demandé, a démissionné, a fermé son compte ou s'est désabonné ne reçoit rien", async () => {
  await createPublication();
  expect((await file()).map((c) => c.utilisateurId)).toEqual(["u-alice"]);
  await write((tx) => tx.update(utilisateur).set({ actif: false }).where(eq(utilisateur.id, "u-alice")));
  expect(await distribute(reglage, BIENTOT())).toEqual({ partis: 0, echecs: 0 });
  expect(await file()).toEqual([]);

  await write((tx) => tx.update(utilisateur).set({ actif: true }).where(eq(utilisateur.id, "u-alice")));
  await createPublication();
  session.user = eleve("alice");
  expect(await saveResumeCourriel({ actif: false })).toMatchObject({ ok: true });
  expect(await file()).toEqual([]);
  expect(await distribute(reglage, BIENTOT())).toEqual({ partis: 0, echecs: 0 });
  expect(smtp.recus).toEqual([]);
});

test("une publication retirée avant l'envoi n'annonce rien", async () => {
  const evaluationId = await createPublication();
  expect(await unpublishEvaluation({ evaluationId, motif: "Erreur de copie" })).toMatchObject({ ok: true });
  expect(await distribute(reglage, BIENTOT())).toEqual({ partis: 0, echecs: 0 });
  expect(await file()).toEqual([]);
  expect(smtp.recus).toEqual([]);
});

test("s'abonner s'écrit au journal une fois ; un enseignant ne le peut pas", async () => {
  session.user = eleve("chloe");
  expect(await saveResumeCourriel({ actif: true })).toMatchObject({ ok: true });
  expect(await saveResumeCourriel({ actif: true })).toMatchObject({ ok: true });
  const traces = await read((l) => l.select().from(journal).where(eq(journal.sujetId, "u-chloe")));
  expect(traces.map((t) => t.action)).toEqual(["résumé par courriel demandé"]);
  session.user = enseignant("durand");
  expect(await saveResumeCourriel({ actif: true })).toMatchObject({ ok: false, code: "invalide" });
});

test("sans réglage, publier n'inscrit rien, et on ne peut pas s'abonner à ce qui ne partirait pas", async () => {
  vi.stubEnv("PALIERS_SMTP", "");
  try {
    await createPublication();
    expect(await file()).toEqual([]);
    session.user = eleve("chloe");
    expect(await saveResumeCourriel({ actif: true })).toMatchObject({ ok: false, code: "invalide" });
  } finally {
    vi.stubEnv("PALIERS_SMTP", smtp.url);
  }
});
