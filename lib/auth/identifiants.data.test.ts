import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { essaiConnexion, journal, read, utilisateur, write } from "@/db";
import { ATTENTE_MAX_S, ESSAIS_APPAREIL, FENETRE_MS } from "./attente";
import { recordEssai } from "./essais";
import { verifyIdentifiants } from "./identifiants";
import { hashMotDePasse } from "./mot-de-passe";

vi.stubEnv("PALIERS_SECRET", "un secret pour ces essais seulement");

const JUSTE = "une phrase assez longue";
let attentes: number[] = [];

const entre = (motDePasse: string, adresse: string, appareils?: string, email = "a@exemple.fr") =>
  verifyIdentifiants({ email, motDePasse, adresse, appareils }, async (s) => attentes.push(s));

async function attaque(essais: number, adresse: (n: number) => string, email = () => "a@exemple.fr") {
  for (let n = 0; n < essais; n++) await entre("devinette", adresse(n), undefined, email());
}

beforeAll(async () => {
  const motDePasse = await hashMotDePasse(JUSTE);
  await write((tx) =>
    tx.insert(utilisateur).values([
      { id: "u1", email: "a@exemple.fr", nom: "A", prenom: "B", motDePasse },
      { id: "u2", email: "b@exemple.fr", nom: "C", prenom: "D", motDePasse },
    ]),
  );
});
beforeEach(async () => {
  await write((tx) => tx.delete(essaiConnexion));
  attentes = [];
});

test("trente mots de passe essayés par d'autres, de partout : le bon entre quand même, après l'attente bornée", async () => {
  await attaque(30, (n) => `198.51.${n}.1`);
  attentes = [];
  expect(await entre(JUSTE, "203.0.113.5")).toMatchObject({ id: "u1" });
  expect(attentes).toEqual([ATTENTE_MAX_S]);
});

test("un appareil déjà venu n'attend pas, quoi que d'autres essaient ; son jeton ne vaut que pour ce compte", async () => {
  const venu = (await entre(JUSTE, "203.0.113.5"))?.appareils;
  await attaque(30, (n) => `198.51.${n}.1`);
  attentes = [];
  expect(await entre(JUSTE, "192.0.2.77", venu)).toMatchObject({ id: "u1" });
  expect(attentes).toEqual([]);
  await attaque(
    12,
    (n) => `198.51.${n}.1`,
    () => "b@exemple.fr",
  );
  attentes = [];
  expect(await entre(JUSTE, "203.0.113.5", venu, "b@exemple.fr")).toMatchObject({ id: "u2" });
  expect(attentes).toHaveLength(1);
});

test("un appareil déjà venu qui devine à son tour est ralenti comme les autres", async () => {
  const venu = (await entre(JUSTE, "203.0.113.5"))?.appareils;
  for (let n = 0; n < ESSAIS_APPAREIL + 8; n++) await entre("devinette", "203.0.113.5", venu);
  expect(attentes.length).toBeGreaterThan(0);
});

test("un cookie fabriqué ne passe pour aucun appareil", async () => {
  await attaque(12, (n) => `198.51.${n}.1`);
  attentes = [];
  await entre("devinette", "203.0.113.5", `${"A".repeat(22)}.${"B".repeat(43)}`);
  expect(attentes).toEqual([ATTENTE_MAX_S]);
});

test("quarante comptes essayés depuis un même réseau sont ralentis, même en changeant d'adresse", async () => {
  let n = 0;
  await attaque(
    40,
    (i) => `198.51.100.${i}`,
    () => `personne${n++}@exemple.fr`,
  );
  expect(Math.max(...attentes)).toBe(10);
  attentes = [];
  expect(await entre(JUSTE, "203.0.113.5")).toMatchObject({ id: "u1" });
  expect(attentes).toEqual([]);
});

test("des essais lancés tous ensemble se comptent comme les uns après les autres", async () => {
  await Promise.all(Array.from({ length: 12 }, (_, n) => entre("devinette", `198.51.${n}.1`)));
  expect(attentes.length).toBeGreaterThanOrEqual(6);
});

test("une adresse sans compte attend exactement comme une autre", async () => {
  await attaque(9, (n) => `198.51.${n}.1`);
  const avecCompte = attentes;
  await write((tx) => tx.delete(essaiConnexion));
  attentes = [];
  await attaque(
    9,
    (n) => `198.51.${n}.1`,
    () => "personne@exemple.fr",
  );
  expect(attentes).toEqual(avecCompte);
});

test("une connexion réussie ne laisse pas d'essai ; un quart d'heure passé, tout est oublié", async () => {
  expect(await entre(JUSTE, "203.0.113.5")).not.toBeNull();
  expect(await read((l) => l.select().from(essaiConnexion))).toEqual([]);
  await attaque(9, (n) => `198.51.${n}.1`);
  const plusTard = new Date(Date.now() + FENETRE_MS + 1_000);
  const essai = { email: "a@exemple.fr", adresse: "203.0.113.5", utilisateurId: "u1", appareil: null };
  expect((await recordEssai(essai, plusTard)).attente).toBe(0);
  expect(await read((l) => l.select().from(essaiConnexion))).toHaveLength(1);
});

test("la base ne garde ni l'adresse tapée ni celle du client ; le journal, une ligne par épisode", async () => {
  const avant = (await read((l) => l.select().from(journal))).length;
  await attaque(12, () => "203.0.113.5");
  const garde = JSON.stringify(await read((l) => l.select().from(essaiConnexion)));
  expect(garde).not.toMatch(/exemple\.fr|203\.0/);
  const traces = (await read((l) => l.select().from(journal))).slice(avant);
  expect(traces).toMatchObject([
    { action: "connexions ralenties", sujetType: "utilisateur", sujetId: "u1", utilisateurId: null },
  ]);
});
