import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { document, etudiant, journal, note, read, semestre, utilisateur, write } from "@/db";
import type { Utilisateur } from "@/lib/auth/permissions";
import { session } from "@/lib/essais/session";
import { acceptPropositions } from "@/lib/jury/actions";
import { apercuPropositions } from "@/lib/jury/apercu";
import { openJury, publishDecisions, reopenSemestre, saveDeliberation } from "@/lib/jury/cycle/actions";
import { ligneNote, PERSONNES, personne, seedPromotion } from "@/lib/jury/essais/promotion";
import { loadDossiers } from "@/lib/jury/queries";
import { issueDocument, obtainDocument } from "./actions";
import { parseCode } from "./code";
import { findVerification, loadDocument } from "./queries";
import type { TypeDocument } from "./types";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

/** Alice est reçue partout ; elle a un compte. */
const alice: Utilisateur = { ...personne("compte-alice", "etudiant"), etudiantId: "alice" };

beforeAll(async () => {
  await seedPromotion();
  await write(async (tx) => {
    // Chloé attend une note : sans elle, le jury se tient.
    await tx.insert(note).values(ligneNote("chloe", "B2", 1200));
    await tx.insert(utilisateur).values({ ...alice, motDePasse: "-" });
  });
});

beforeEach(() => {
  session.user = alice;
});

const lignes = () => read((l) => l.select().from(document));
const obtient = (type: TypeDocument, semestreId?: string) => obtainDocument({ type, etudiantId: "alice", semestreId });

async function code(type: TypeDocument, semestreId?: string): Promise<string> {
  const obtenu = await obtient(type, semestreId);
  if (!obtenu.ok) throw new Error(obtenu.message);
  return obtenu.valeur.code;
}

async function cible(semestreId: string) {
  const [lu] = await read((l) => l.select().from(semestre).where(eq(semestre.id, semestreId)));
  return { semestreId, version: lu?.version ?? 0 };
}

async function deliberer(semestreId: string): Promise<void> {
  session.user = PERSONNES.jury;
  const { nombre } = apercuPropositions(await loadDossiers(semestreId), semestreId);
  if (nombre > 0) expect(await acceptPropositions({ semestreId, nombre })).toMatchObject({ ok: true });
  const seance = { president: "RENAUD Catherine", membres: "LEGRAND Antoine" };
  expect(await saveDeliberation({ ...(await cible(semestreId)), ...seance })).toMatchObject({ ok: true });
}

const publier = async (semestreId: string) =>
  expect(await publishDecisions(await cible(semestreId))).toMatchObject({ ok: true });

test("avant la publication, aucun document n'est remis, même délibéré", async () => {
  for (const type of ["releve", "cursus", "attestation"] as const)
    expect(await obtient(type, "s1"), type).toMatchObject({ ok: false, code: "invalide" });
  session.user = PERSONNES.tout;
  await openJury(await cible("s1"));
  await deliberer("s1");
  session.user = alice;
  for (const type of ["releve", "cursus", "attestation"] as const)
    expect(await obtient(type, "s1"), type).toMatchObject({ ok: false, code: "invalide" });
  expect(await lignes()).toEqual([]);
  const lu = await loadDocument({ type: "releve", etudiantId: "alice", semestreId: "s1" });
  expect(lu?.delivre).toBeNull();
  expect(JSON.stringify(lu?.contenu)).not.toContain('"ADM"');
});

test("publié, le relevé reçoit un code, et le garde tant que rien ne change", async () => {
  session.user = PERSONNES.jury;
  await publier("s1");
  session.user = alice;
  const premier = await code("releve", "s1");
  expect(parseCode(premier)).toBe(premier);
  const lu = await loadDocument({ type: "releve", etudiantId: "alice", semestreId: "s1" });
  expect(lu).toMatchObject({ empechement: null, delivre: { code: premier }, contenu: { type: "releve" } });
  const traces = async () => (await read((l) => l.select().from(journal))).filter((j) => j.action === "document remis");
  expect(await traces()).toHaveLength(1);
  expect(await code("releve", "s1")).toBe(premier);
  session.user = PERSONNES.jury;
  expect(await issueDocument({ type: "releve", etudiantId: "alice", semestreId: "s1" })).toMatchObject({
    ok: true,
    valeur: { code: premier },
  });
  expect(await lignes()).toHaveLength(1);
  expect(await traces()).toHaveLength(1);
});

test("deux demandes à la fois ne donnent pas deux codes", async () => {
  const codes = await Promise.all([code("cursus"), code("cursus"), code("cursus")]);
  expect(new Set(codes).size).toBe(1);
  expect((await lignes()).filter((d) => d.type === "cursus")).toHaveLength(1);
});

test("un étudiant n'obtient pas le document d'un autre, ni le personnel sans droit", async () => {
  for (const etudiantId of ["bruno", "personne"])
    expect(await obtainDocument({ type: "releve", etudiantId, semestreId: "s1" })).toMatchObject({
      code: "introuvable",
    });
  expect(await issueDocument({ type: "releve", etudiantId: "alice", semestreId: "s1" })).toMatchObject({
    code: "introuvable",
  });
  session.user = personne("enseignant", "enseignant");
  expect(await issueDocument({ type: "releve", etudiantId: "alice", semestreId: "s1" })).toMatchObject({
    code: "introuvable",
  });
});

test("aucun niveau validé : pas d'attestation ; après le jury d'année, ses niveaux et ses ECTS", async () => {
  expect(await obtient("attestation")).toMatchObject({ ok: false, code: "invalide" });
  session.user = PERSONNES.tout;
  await openJury(await cible("s2"));
  await deliberer("s2");
  session.user = PERSONNES.jury;
  await publier("s2");
  session.user = alice;
  await code("attestation");
  const lu = await loadDocument({ type: "attestation", etudiantId: "alice" });
  expect(lu?.contenu).toMatchObject({
    niveaux: [
      { competence: "A", ordre: 1, ects: 30, code: "ADM", jury: "S2, 2023-2024" },
      { competence: "B", ordre: 1, ects: 30, code: "ADM", jury: "S2, 2023-2024" },
    ],
  });
  const cursus = await loadDocument({ type: "cursus", etudiantId: "alice" });
  expect(cursus?.contenu).toMatchObject({ enCours: [], ects: { acquis: 60 }, annees: [{ annee: 1 }] });
});

test("la vérification dit à qui et quand, et si c'est encore vrai ; jamais un résultat", async () => {
  const [releve] = (await lignes()).filter((d) => d.type === "releve");
  const trouve = await findVerification(releve?.code.toLowerCase() ?? "");
  expect(trouve).toEqual({
    code: releve?.code,
    type: "releve",
    nom: "ALICE",
    prenom: "Camille",
    semestre: { numero: 1, anneeUniversitaire: "2023-2024" },
    creeLe: releve?.creeLe,
    exact: true,
  });
  // Le relevé du cursus remis après le seul S1 : depuis, le S2 a été publié.
  const [cursus] = (await lignes()).filter((d) => d.type === "cursus");
  expect(await findVerification(cursus?.code ?? "")).toMatchObject({ exact: false, semestre: null });
  expect(await findVerification("2222-2222-2222-2222")).toBeNull();
  expect(await findVerification("n'importe quoi")).toBeNull();
});

test("rouvert, plus rien n'est remis ; redécidé et republié, le document a un nouveau code et l'ancien est dépassé", async () => {
  const ancien = await code("releve", "s2");
  session.user = PERSONNES.jury;
  const motif = "Une note corrigée";
  expect(await reopenSemestre({ ...(await cible("s2")), motif })).toMatchObject({ ok: true });
  session.user = alice;
  expect(await obtient("releve", "s2")).toMatchObject({ ok: false, message: expect.stringContaining("rouvert") });
  expect(await obtient("cursus")).toMatchObject({ ok: false });
  expect(await findVerification(ancien)).toMatchObject({ exact: true });
  await write((tx) =>
    tx
      .update(note)
      .set({ valeur: ligneNote("alice", "A2", 1500).valeur })
      .where(eq(note.id, "n-alice-A2")),
  );
  await deliberer("s2");
  session.user = PERSONNES.jury;
  await publier("s2");
  expect(await findVerification(ancien)).toMatchObject({ exact: false });
  session.user = alice;
  const nouveau = await code("releve", "s2");
  expect(nouveau).not.toBe(ancien);
  expect(await findVerification(nouveau)).toMatchObject({ exact: true });
});

test("un document remis ne se change ni ne s'efface", async () => {
  await expect(write((tx) => tx.update(document).set({ sha256: "-" }))).rejects.toThrow();
  await expect(write((tx) => tx.delete(document))).rejects.toThrow();
});

test("un changement de nom périme le document, qui porte l'ancien", async () => {
  const avant = await code("releve", "s1");
  await write((tx) => tx.update(etudiant).set({ nom: "AUTRE" }).where(eq(etudiant.id, "alice")));
  expect(await findVerification(avant)).toMatchObject({ nom: "AUTRE", exact: false });
});
