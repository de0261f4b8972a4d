import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { bonus, note, pv, read, write } from "@/db";
import { readDossiers } from "@/db/dossiers";
import { saveBonus } from "@/lib/bonus/actions";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import type { Cursus } from "@/lib/but/modele/cursus";
import { jsonCanonique } from "@/lib/but/modele/json-canonique";
import { session } from "@/lib/essais/session";
import { saveNotes } from "@/lib/notes/actions";
import { acceptPropositions, saveDecisions } from "./actions";
import { closeJury, openJury, publishDecisions, reopenSemestre } from "./cycle/actions";
import { ligneNote, PERSONNES, seedPromotion } from "./essais/promotion";
import { accepter, cible, decider, decisions, deliberer, etatDe, preparer } from "./essais/seance";
import { empreinte } from "./instantane";
import { findDernierPv, loadJury } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

beforeAll(seedPromotion);
beforeEach(() => {
  session.user = PERSONNES.jury;
});

test("tant que le jury n'est pas ouvert, personne ne décide", async () => {
  expect(await decider("s1", "alice", "ue", "A1", "ADM")).toMatchObject({ ok: false, code: "verrouille" });
});

test("un jury ouvert se referme, et une version dépassée est un conflit", async () => {
  const avant = await cible("s1");
  expect(await openJury(avant)).toMatchObject({ ok: true });
  expect(await closeJury(avant)).toMatchObject({ ok: false, code: "conflit" });
  expect(await closeJury(await cible("s1"))).toMatchObject({ ok: true });
  expect((await etatDe("s1"))?.etat).toBe("ouvert");
});

test("au semestre impair, CMP n'existe pas encore et AJ est proposé", async () => {
  await openJury(await cible("s1"));
  expect(await decider("s1", "bruno", "ue", "A1", "CMP", "essai")).toMatchObject({ ok: false, code: "invalide" });
  expect(await decider("s1", "bruno", "annee", "1", "ADM", "essai")).toMatchObject({ ok: false, code: "invalide" });
  expect(await accepter("s1")).toMatchObject({ ok: true, valeur: { nombre: 8 } });
  expect((await decisions("bruno", "A1")).map((d) => d.code)).toEqual(["AJ"]);
  expect(await deliberer("s1")).toMatchObject({ ok: true, valeur: { numero: 1 } });
  expect(await publishDecisions(await cible("s1"))).toMatchObject({ ok: true });
  await openJury(await cible("s2"));
});

test("un code qui n'est pas permis là est refusé avec la liste", async () => {
  const refus = await decider("s2", "alice", "ue", "A2", "PASD", "essai");
  expect(refus).toMatchObject({ ok: false, code: "invalide", message: expect.stringContaining("ADM, CMP, ADJ") });
  expect(await decisions("alice", "A2")).toEqual([]);
});

test("un autre code que la proposition demande un motif, et garde ce que le jury a vu", async () => {
  expect(await decider("s2", "alice", "ue", "A2", "ATJ")).toMatchObject({ ok: false, code: "invalide" });
  expect(await decider("s2", "alice", "ue", "A2", "ATJ", "Dossier médical")).toMatchObject({ ok: true });
  const [prise] = await decisions("alice", "A2");
  expect(prise).toMatchObject({
    code: "ATJ",
    proposition: "ADM",
    motif: "Dossier médical",
    moyenneVue: 1200,
    rang: 1,
    auteurId: "jury",
    semestreId: "s2",
    reglementVersion: "2022-1",
  });
  expect(JSON.parse(prise?.instantane ?? "")).toMatchObject({ ueId: "A2", moyenne: 1200, proposition: "ADM" });
});

test("un résultat provisoire n'a pas de proposition ; le jury peut décider avec un motif", async () => {
  const { lignes } = await loadJury({ id: "s2", numero: 2 });
  const chloe = lignes.find((l) => l.etudiantId === "chloe");
  expect(chloe).toMatchObject({ provisoire: true, annee: { proposition: null } });
  expect(chloe?.ues[2]).toMatchObject({ proposition: null, provisoire: true });
  expect(await decider("s2", "chloe", "ue", "B2", "RAT")).toMatchObject({ ok: false, code: "invalide" });
  expect(await decider("s2", "chloe", "ue", "B2", "RAT", "Note attendue")).toMatchObject({ ok: true });
});

test("deux membres sur le même objet : le second voit les deux décisions, rien n'est perdu", async () => {
  const premier = await preparer("s2", "bruno", "ue", "A2", "ADM");
  const second = await preparer("s2", "bruno", "ue", "A2", "RAT", "essai");
  expect(await saveDecisions(premier)).toMatchObject({ ok: true });
  session.user = PERSONNES.collegue;
  expect(await saveDecisions(second)).toMatchObject({
    ok: false,
    code: "conflit",
    detail: { conflits: [{ libelle: "A S2", votre: "RAT", actuel: "ADM", auteur: "JURY Dominique" }] },
  });
  expect((await decisions("bruno", "A2")).map((d) => d.code)).toEqual(["ADM"]);
});

test("deux membres au même instant : une seule décision passe", async () => {
  const choix = await preparer("s2", "bruno", "ue", "B2", "ADM");
  const reponses = await Promise.all([saveDecisions(choix), saveDecisions(choix)]);
  expect(reponses.filter((r) => r.ok)).toHaveLength(1);
  expect(await decisions("bruno", "B2")).toHaveLength(1);
});

test("un RCUE compensé réévalue l'UE du semestre impair ; une conséquence non montrée n'est pas écrite", async () => {
  const choix = await preparer("s2", "bruno", "rcue", "A-n1", "CMP");
  expect(choix.consequences).toEqual(["ue:A1 CMP"]);
  expect(await saveDecisions({ ...choix, consequences: [] })).toMatchObject({ ok: false, code: "conflit" });
  expect(await saveDecisions(choix)).toMatchObject({ ok: true, valeur: { nombre: 2 } });
  expect((await decisions("bruno", "A1")).map((d) => [d.code, d.rang, d.semestreId])).toEqual([
    ["AJ", 1, "s1"],
    ["CMP", 2, "s2"],
  ]);
});

test("un RCUE accordé donne ADJR à ses UE échouées", async () => {
  const choix = await preparer("s2", "david", "rcue", "A-n1", "ADJ", "essai");
  expect(choix.consequences.toSorted()).toEqual(["ue:A1 ADJR", "ue:A2 ADJR"]);
});

test("accepter les propositions n'enregistre que la liste annoncée et laisse les décisions prises à la main", async () => {
  expect(await acceptPropositions({ semestreId: "s2", nombre: 3 })).toMatchObject({ ok: false, code: "conflit" });
  expect(await accepter("s2")).toMatchObject({ ok: true });
  expect((await decisions("alice", "A2")).map((d) => d.code)).toEqual(["ATJ"]);
  // Le RCUE d'Alice changerait son UE mise en attente à la main : il reste au jury.
  expect(await decisions("alice", "A-n1")).toEqual([]);
  expect((await decisions("alice", "B-n1")).map((d) => d.code)).toEqual(["ADM"]);
  expect((await decisions("chloe", "B2")).map((d) => d.code)).toEqual(["RAT"]);
  expect((await decisions("david", "1")).map((d) => d.code)).toEqual(["RED"]);
});

test("une note manquante empêche de délibérer, puis la liste de qui reste à décider", async () => {
  expect(await deliberer("s2")).toMatchObject({
    ok: false,
    code: "invalide",
    message: expect.stringContaining("1 note manquante"),
  });
  await write((tx) => tx.insert(note).values(ligneNote("chloe", "B2", 1300)));
  expect(await deliberer("s2")).toMatchObject({
    ok: false,
    message: expect.stringContaining("ALICE Camille (RCUE A)"),
  });
  expect((await etatDe("s2"))?.etat).toBe("jury");
});

test("tout décidé, la délibération signe un instantané qui se recalcule", async () => {
  await decider("s2", "alice", "rcue", "A-n1", "ADM");
  await decider("s2", "chloe", "rcue", "B-n1", "ADM");
  await accepter("s2");
  expect(await deliberer("s2")).toMatchObject({ ok: true, valeur: { numero: 1 } });
  const signe = await read((l) => findDernierPv(l, "s2"));
  expect(signe).toMatchObject({
    president: "RENAUD Catherine",
    membres: "LEGRAND Antoine",
    reglementVersion: "2022-1",
  });
  expect(empreinte(signe?.instantane ?? "")).toBe(signe?.sha256);
  const { etudiants } = JSON.parse(signe?.instantane ?? "") as {
    etudiants: { entrees: Cursus; resultats: unknown }[];
  };
  expect(etudiants).toHaveLength(4);
  for (const { entrees, resultats } of etudiants)
    expect(jsonCanonique(resultatCursus(entrees))).toBe(jsonCanonique(resultats));
});

test("rien n'est visible d'un étudiant avant la publication", async () => {
  const vues = async () => {
    const { dossiers } = await read((l) => readDossiers(l, { etudiantIds: ["bruno"] }));
    return dossiers[0]?.cursus.decisions.map((d) => d.semestreId);
  };
  expect(await vues()).not.toContain("s2");
  expect(await publishDecisions(await cible("s2"))).toMatchObject({ ok: true });
  expect(await vues()).toContain("s2");
});

test("verrouillé, le semestre refuse note, bonus et décision, qui que ce soit", async () => {
  session.user = PERSONNES.tout;
  const notes = await saveNotes({
    evaluationId: "ev-B2",
    auteurId: "tout",
    changements: [
      {
        id: "5f0c2f7e-7f2e-4f0e-9d86-0f6c3c0d2a11",
        inscriptionId: "chloe-s2",
        saisie: "20",
        versionLue: 1,
        source: "cellule",
        motif: "essai",
      },
    ],
  });
  expect(notes).toMatchObject({ ok: false, code: "verrouille" });
  expect(
    await saveBonus({ inscriptionId: "alice-s2", lu: null, activite: "Sport", pourcentage: "2", note: "" }),
  ).toMatchObject({ ok: false, code: "verrouille" });
  expect(await decider("s2", "alice", "ue", "A2", "ADM")).toMatchObject({ ok: false, code: "verrouille" });
  expect(await accepter("s2")).toMatchObject({ ok: false });
  expect(await read((l) => l.select().from(bonus))).toEqual([]);
});

test("une note changée depuis le PV se voit, sans que la décision bouge", async () => {
  expect((await loadJury({ id: "s2", numero: 2 })).differences).toEqual([]);
  const alice = and(eq(note.evaluationId, "ev-B2"), eq(note.inscriptionId, "alice-s2"));
  const change = (valeur: number) =>
    write((tx) =>
      tx
        .update(note)
        .set({ valeur: valeur as never })
        .where(alice),
    );
  await change(900);
  const { differences, lignes } = await loadJury({ id: "s2", numero: 2 });
  expect(differences).toMatchObject([
    { etudiantId: "alice", objet: "B S2", auPv: 1200, aujourdhui: 900 },
    { etudiantId: "alice", objet: "RCUE B", auPv: 1200, aujourdhui: 1050 },
  ]);
  expect(lignes.find((l) => l.etudiantId === "alice")?.ues[2]?.code).toBe("ADM");
  await change(1200);
});

test("rouvrir demande un motif et la délibération suivante fait un PV de plus", async () => {
  expect(await reopenSemestre({ ...(await cible("s2")), motif: " " })).toMatchObject({ ok: false, code: "invalide" });
  expect(await reopenSemestre({ ...(await cible("s2")), motif: "Dossier reçu" })).toMatchObject({ ok: true });
  expect(await decider("s2", "alice", "ue", "A2", "ADM")).toMatchObject({ ok: true });
  expect(await deliberer("s2")).toMatchObject({ ok: true, valeur: { numero: 2 } });
  expect(await publishDecisions(await cible("s2"))).toMatchObject({ ok: true });
  const versions = await read((l) => l.select({ n: pv.numero }).from(pv).where(eq(pv.semestreId, "s2")));
  expect(versions).toHaveLength(2);
});

test("un niveau 2 validé acquiert le niveau 1 dans une année verrouillée, au nom du jury qui siège", async () => {
  await openJury(await cible("s3"));
  await accepter("s3");
  await deliberer("s3");
  await openJury(await cible("s4"));
  expect(await accepter("s4")).toMatchObject({ ok: true });
  for (const [objet, avant] of [
    ["A1", "AJ"],
    ["A2", "AJ"],
    ["A-n1", "AJ"],
  ] as const) {
    const prises = await decisions("david", objet);
    expect(prises[0]?.code).toBe(avant);
    expect(prises.at(-1)).toMatchObject({ code: "ADSUP", semestreId: "s4", rang: prises.length });
  }
  expect((await etatDe("s2"))?.etat).toBe("publie");
  // Le PV du S2 d'alors ne diffère pas pour autant.
  expect((await loadJury({ id: "s2", numero: 2 })).differences).toEqual([]);
  expect(await deliberer("s4")).toMatchObject({ ok: true });
  const signe = await read((l) => findDernierPv(l, "s4"));
  expect(signe?.instantane).toContain('"code":"ADSUP"');
});
