import { beforeAll, expect, test } from "vitest";
import { evaluation, note, poids, write } from "@/db";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { seedClasse } from "@/lib/essais/classe-notee";
import { findApercuMoyennes } from "./queries";

const INSTANT = "2026-11-02T08:00:00.000Z";

beforeAll(async () => {
  await seedClasse();
  await write(async (tx) => {
    await tx.insert(evaluation).values({
      id: "tp",
      semestreId: "s",
      elementId: "mecanique",
      titre: "TP",
      date: "2026-11-02",
      coefficient: centiemes(100),
      bareme: centiemes(1000),
      type: "normale",
      etat: "saisie",
      ordre: 1,
      creeLe: INSTANT,
    });
    await tx.insert(poids).values({ id: "p1", evaluationId: "tp", ueId: "ipi-Développer", valeur: centiemes(0) });
    const ligne = (evaluationId: string, eleve: string, valeur: number) => ({
      id: `${evaluationId}-${eleve}`,
      evaluationId,
      inscriptionId: `i-${eleve}`,
      valeur: centiemes(valeur),
      version: 1,
      modifieeLe: INSTANT,
      modifieePar: "durand",
    });
    await tx
      .insert(note)
      .values([
        ligne("ds", "alice", 1000),
        ligne("tp", "alice", 700),
        ligne("ds", "bruno", 1500),
        ligne("ds", "denis", 2000),
      ]);
  });
});

test("un module a une moyenne par UE, publiée ou non, et chacun n'a que les UE de son parcours", async () => {
  const { competences, etudiants } = await findApercuMoyennes({
    semestre: { id: "s", etat: "ouvert" },
    elementId: "mecanique",
  });
  expect(competences.map((c) => c.court)).toEqual(["Spécifier", "Développer"]);
  expect(etudiants.map((e) => [e.nom, e.moyennes])).toEqual([
    // 10/20 et 7/10, donc 14/20 : 12 ; le TP ne pèse rien dans Développer.
    ["ALICE", { Spécifier: { moyenne: 1200, provisoire: false }, Développer: { moyenne: 1000, provisoire: false } }],
    ["BRUNO", { Spécifier: { moyenne: 1500, provisoire: true } }],
    ["CHLOE", { Spécifier: { moyenne: null, provisoire: true }, Développer: { moyenne: null, provisoire: true } }],
    ["EMMA", { Spécifier: { moyenne: null, provisoire: true }, Développer: { moyenne: null, provisoire: true } }],
  ]);
});
