import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { bonus, journal, lotImport, lotImportLigne, read, semestre, write } from "@/db";
import { insertClasse } from "@/lib/essais/classe";
import { compte, session } from "@/lib/essais/session";
import { prepareImport } from "@/lib/import/apercu";
import { readFichier } from "@/lib/import/lecture/fichier";
import { saveBonus } from "../actions";
import { importBonus, previewBonus, undoBonus } from "./actions";
import { findEcranImport } from "./queries";
import { usageBonus } from "./usage";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

beforeAll(() => write(insertClasse));
beforeEach(async () => {
  session.user = compte("scolarite");
  await write(async (tx) => {
    await tx.delete(lotImportLigne);
    await tx.delete(lotImport);
    await tx.delete(bonus);
    await tx.update(semestre).set({ etat: "ouvert" });
  });
});

const ecran = async () => {
  const lu = await findEcranImport(session.user ?? compte("scolarite"), "c-1");
  if (!lu) throw new Error("écran absent");
  return lu;
};

/** Ce que ferait cette liste : par ligne, qui, quelle activité, son sort et ce qui serait écrit. */
async function apercu(texte: string, parDefaut = "") {
  const lu = prepareImport(await readFichier(new Blob([texte])), usageBonus((await ecran()).inscrits, parDefaut));
  if (!lu.ok) throw new Error(lu.message);
  return lu.apercu.lignes;
}

const bref = async (texte: string, parDefaut = "") =>
  (await apercu(texte, parDefaut)).map((l) => `${l.cle ?? "?"} ${l.champ} ${l.sort} ${l.apres}`.trim());

async function importe(texte: string) {
  const lotId = randomUUID();
  const lignes = (await apercu(texte)).flatMap((l) => (l.valeur ? [{ ligne: l.ligne, ...l.valeur }] : []));
  const resultat = await importBonus({
    semestreId: "c-1",
    lotId,
    fichier: "bve.csv",
    signature: "",
    lignes: lignes.length,
    ecartees: 0,
    bonus: lignes,
  });
  return { lotId, resultat };
}

const enPlace = async () =>
  (await read((l) => l.select().from(bonus))).map((b) => `${b.inscriptionId} ${b.activite} ${b.pourcent}`).sort();

test.each<[string, string, string[]]>([
  [
    "par numéro, pourcentage",
    "Numéro;Activité;Bonus\n26001;Sport;2,5\n26002;Théâtre;0,25 %",
    ["i-1 Sport nouvelle 2,5 %", "i-2 Théâtre nouvelle 0,25 %"],
  ],
  ["par nom, note d'activité", "Nom;Prénom;Activité;Note\nBoyer;Noé;Sport;15", ["i-2 Sport nouvelle 2,5 %"]],
  [
    "deux activités d'une même personne",
    "Numéro;Activité;Bonus\n26001;Sport;2\n26001;Fanfare;1",
    ["i-1 Sport nouvelle 2 %", "i-1 Fanfare nouvelle 1 %"],
  ],
  [
    "la même activité deux fois",
    "Numéro;Activité;Bonus\n26001;Sport;2\n26001;Sport;1",
    ["i-1 Sport refusee 2 %", "i-1 Sport refusee 1 %"],
  ],
  ["un pas qui n'existe pas", "Numéro;Activité;Bonus\n26001;Sport;2,3", ["i-1 Sport refusee"]],
  ["une note entre deux demi-points", "Numéro;Activité;Note\n26001;Sport;12,3", ["i-1 Sport refusee"]],
  ["deux valeurs qui se contredisent", "Numéro;Activité;Bonus;Note\n26001;Sport;5;12", ["i-1 Sport refusee"]],
  [
    "quelqu'un d'ailleurs",
    "Numéro;Activité;Bonus\n99999;Sport;2\n26001;Sport;1",
    ["? activite inconnue", "i-1 Sport nouvelle 1 %"],
  ],
])("une liste %s", async (_, texte, attendu) => {
  expect(await bref(texte)).toEqual(attendu);
});

test("une liste sans activité prend celle qu'on lui donne, et sinon dit d'en donner une", async () => {
  expect(await bref("Numéro;Bonus\n26001;2", "Sport")).toEqual(["i-1 Sport nouvelle 2 %"]);
  expect((await apercu("Numéro;Bonus\n26001;2"))[0]).toMatchObject({
    sort: "refusee",
    raison: expect.stringContaining("activité"),
  });
});

test("l'effet sur chaque UE se voit avant d'écrire : 9,53 avec 5 % atteint le seuil, avec 4,75 % non", async () => {
  const effets = async (pourcent: number) => {
    const r = await previewBonus({
      semestreId: "c-1",
      bonus: [{ ligne: 2, inscriptionId: "i-1", lu: null, activite: "Sport", pourcent }],
    });
    if (!r.ok) throw new Error(r.message);
    return r.valeur;
  };
  const cinq = await effets(500);
  expect(cinq.length).toBeGreaterThan(0);
  expect(cinq[0]).toMatchObject({ avant: 953, apres: 1001, bascule: true });
  expect((await effets(475))[0]).toMatchObject({ avant: 953, apres: 998, bascule: false });
  expect(await enPlace()).toEqual([]);
});

test("une liste s'écrit d'un coup avec son journal, se réimporte sans rien changer, et se défait", async () => {
  await saveBonus({ inscriptionId: "i-1", lu: null, activite: "Sport", pourcentage: "1", note: "" });
  const liste = "Numéro;Activité;Bonus\n26001;Sport;2,5\n26002;Théâtre;5";
  const { lotId, resultat } = await importe(liste);
  expect(resultat).toMatchObject({ ok: true, valeur: { ecrites: 2 } });
  expect(await enPlace()).toEqual(["i-1 Sport 250", "i-2 Théâtre 500"]);
  expect(await bref(liste)).toEqual(["i-1 Sport identique 2,5 %", "i-2 Théâtre identique 5 %"]);
  const actions = (await read((l) => l.select().from(journal))).map((j) => j.action);
  expect(actions).toEqual(expect.arrayContaining(["bonus importés", "bonus saisi", "bonus corrigé"]));
  expect((await ecran()).lots).toMatchObject([{ id: lotId, fichier: "bve.csv", ecrites: 2, annuleLe: null }]);
  expect(await undoBonus({ lotId })).toMatchObject({ ok: true, valeur: { defaites: 2 } });
  expect(await enPlace()).toEqual(["i-1 Sport 100"]);
  expect(await undoBonus({ lotId })).toMatchObject({ ok: false, code: "conflit" });
});

test("une liste ne se défait plus si un de ses bonus a changé depuis, et ne s'écrit pas sur ce qui a changé", async () => {
  const { lotId } = await importe("Numéro;Activité;Bonus\n26001;Sport;2\n26002;Sport;3");
  const [premier] = await read((l) => l.select().from(bonus).where(eq(bonus.inscriptionId, "i-1")));
  if (!premier) throw new Error("bonus absent");
  await saveBonus({ inscriptionId: "i-1", lu: premier, activite: "Sport", pourcentage: "4", note: "" });
  expect(await undoBonus({ lotId })).toMatchObject({ ok: false, code: "conflit" });
  const perime = await importBonus({
    semestreId: "c-1",
    lotId: randomUUID(),
    fichier: "x",
    signature: "",
    lignes: 1,
    ecartees: 0,
    bonus: [{ ligne: 2, inscriptionId: "i-1", lu: { id: premier.id, version: 1 }, activite: "Sport", pourcent: 500 }],
  });
  expect(perime).toMatchObject({ ok: false, code: "conflit" });
  expect(await enPlace()).toEqual(["i-1 Sport 400", "i-2 Sport 300"]);
});

test("une classe délibérée n'accepte pas de liste, et seuls la scolarité et le responsable en importent", async () => {
  const ligne = { ligne: 2, inscriptionId: "i-1", lu: null, activite: "Sport", pourcent: 100 };
  const essai = () =>
    importBonus({
      semestreId: "c-1",
      lotId: randomUUID(),
      fichier: "x",
      signature: "",
      lignes: 1,
      ecartees: 0,
      bonus: [ligne],
    });
  for (const role of ["jury", "enseignant", "etudiant"] as const) {
    session.user = compte(role);
    expect(await essai(), role).toMatchObject({ ok: false, code: "introuvable" });
  }
  session.user = compte("responsable");
  await write((tx) => tx.update(semestre).set({ etat: "delibere" }));
  expect(await essai()).toMatchObject({ ok: false, code: "verrouille" });
  expect((await ecran()).inscrits).toEqual([]);
});
