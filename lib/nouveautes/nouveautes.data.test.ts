import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { evaluation, note, noteHistorique, read, visite, write } from "@/db";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { insertClasse } from "@/lib/essais/classe";
import { session } from "@/lib/essais/session";
import { recordPassage } from "./actions";
import { findNouveautes } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

const PUBLIEE = "2026-10-05T08:00:00.000Z";
const AVANT = "2026-10-04T08:00:00.000Z";
const APRES = "2026-10-06T08:00:00.000Z";

beforeAll(() => write(insertClasse));
beforeEach(async () => {
  session.user = {
    id: "u-essai",
    email: "essai@exemple.fr",
    nom: "ESSAI",
    prenom: "Ève",
    etudiantId: "e-1",
    roles: [{ role: "etudiant", semestreId: null }],
    affectations: [],
  };
  await write((tx) => tx.delete(visite));
});

const visites = () => read((l) => l.select().from(visite));
const derniereVisite = (derniereLe: string) =>
  write((tx) => tx.insert(visite).values({ id: "v", utilisateurId: "u-essai", depuis: null, derniereLe }));
const nouveautes = () => findNouveautes("u-essai", "e-1");

test("à la première visite rien n'est nouveau ; elle compte, une seule fois par minute", async () => {
  expect(await nouveautes()).toEqual({ depuis: null, notes: [], aCompter: true });
  expect(await recordPassage({})).toMatchObject({ ok: true });
  const [ligne] = await visites();
  expect(ligne).toMatchObject({ utilisateurId: "u-essai", depuis: null });
  expect(await nouveautes()).toEqual({ depuis: null, notes: [], aCompter: false });
  await recordPassage({});
  expect(await visites()).toEqual([ligne]);
});

test("de retour plus tard : ce qui a été publié depuis est nouveau, et le reste pendant toute la visite", async () => {
  await derniereVisite(AVANT);
  const attendu = { depuis: AVANT, notes: [{ evaluationId: "ev-1", genre: "nouvelle", titre: "Devoir", numero: 1 }] };
  expect(await nouveautes()).toMatchObject({ ...attendu, aCompter: true });
  await recordPassage({});
  expect(await visites()).toMatchObject([{ depuis: AVANT }]);
  expect(await nouveautes()).toMatchObject({ ...attendu, aCompter: false });
});

test("publiée avant la dernière visite, une note n'est plus nouvelle ; changée depuis, elle est modifiée", async () => {
  await derniereVisite("2026-10-05T09:00:00.000Z");
  expect((await nouveautes()).notes).toEqual([]);
  await write(async (tx) => {
    await tx.update(note).set({ valeur: centiemes(1100), version: 2, modifieeLe: APRES });
    const change = { noteId: "n-1", source: "cellule", utilisateurId: "u-essai" } as const;
    await tx
      .insert(noteHistorique)
      .values([
        { ...change, id: "h-2", version: 2, avantValeur: centiemes(953), apresValeur: centiemes(1100), creeLe: APRES },
      ]);
  });
  expect((await nouveautes()).notes).toMatchObject([{ evaluationId: "ev-1", genre: "modifiee" }]);
});

test("ni une évaluation qui n'est pas publiée, ni la note d'un autre ne sont des nouvelles", async () => {
  await derniereVisite(AVANT);
  expect((await findNouveautes("u-essai", "e-2")).notes).toEqual([]);
  await write((tx) => tx.update(evaluation).set({ etat: "saisie" }).where(eq(evaluation.id, "ev-1")));
  expect((await nouveautes()).notes).toEqual([]);
  await write((tx) =>
    tx.update(evaluation).set({ etat: "publiee", publieeLe: PUBLIEE }).where(eq(evaluation.id, "ev-1")),
  );
});
