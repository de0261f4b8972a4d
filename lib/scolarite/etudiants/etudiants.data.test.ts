import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { dispense, etudiant, groupe, inscription, inscriptionGroupe, journal, read, semestre, write } from "@/db";
import { insertClasse } from "@/lib/essais/classe";
import { compte, session } from "@/lib/essais/session";
import { insertDispense, removeDispense } from "../dispenses/actions";
import { inscrireEtudiant, saveEtat, saveEtudiant, saveSuivi } from "./actions";
import { findEtudiantAdministratif, listEtudiants } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

const actions = async () => (await read((l) => l.select().from(journal))).map((j) => j.action);
const UE = "ue-s1-commun-specifier";

beforeAll(() =>
  write(async (tx) => {
    await insertClasse(tx);
    await tx.insert(groupe).values({ id: "g-1", semestreId: "c-1", nom: "TD 1" });
  }),
);
beforeEach(async () => {
  session.user = compte("scolarite");
  await write((tx) => tx.update(semestre).set({ etat: "ouvert" }));
});

test("un étudiant ajouté puis inscrit, avec son programme et son groupe", async () => {
  const ajout = await saveEtudiant({ id: null, numero: "26099", nom: "éloi", prenom: "Zoé" });
  const id = ajout.ok ? ajout.valeur.id : "";
  const fiche = { etudiantId: id, semestreId: "c-1", maquetteSemestreId: "s1-commun", groupeIds: ["g-1"] };
  expect(await inscrireEtudiant(fiche)).toMatchObject({ ok: true });
  const vue = await findEtudiantAdministratif(id);
  expect(vue).toMatchObject({ nom: "ÉLOI", inscriptions: [{ programme: "S1", groupes: [{ nom: "TD 1" }] }] });
  expect(await actions()).toEqual(expect.arrayContaining(["étudiant ajouté", "inscription faite"]));

  expect(await inscrireEtudiant(fiche)).toMatchObject({ ok: false, detail: { semestreId: expect.any(String) } });
  expect(await saveEtudiant({ id: null, numero: "26099", nom: "X", prenom: "Y" })).toMatchObject({
    ok: false,
    detail: { numero: expect.stringContaining("26099") },
  });
});

test("un programme d'un autre semestre est refusé, et rien n'est inscrit", async () => {
  await write((tx) => tx.insert(etudiant).values({ id: "e-9", numero: "9", nom: "N", prenom: "P" }));
  const refus = await inscrireEtudiant({
    etudiantId: "e-9",
    semestreId: "c-1",
    maquetteSemestreId: "s2-commun",
    groupeIds: [],
  });
  expect(refus).toMatchObject({ ok: false, detail: { maquetteSemestreId: expect.any(String) } });
  expect(await read((l) => l.select().from(inscription).where(eq(inscription.etudiantId, "e-9")))).toEqual([]);
});

test("les groupes changent d'un coup, et le journal dit avant et après", async () => {
  expect(await saveSuivi({ inscriptionId: "i-1", maquetteSemestreId: "s1-commun", groupeIds: ["g-1"] })).toMatchObject({
    ok: true,
  });
  const lignes = await read((l) =>
    l.select().from(inscriptionGroupe).where(eq(inscriptionGroupe.inscriptionId, "i-1")),
  );
  expect(lignes).toHaveLength(1);
  const [trace] = await read((l) => l.select().from(journal).where(eq(journal.action, "inscription modifiée")));
  expect(JSON.parse(trace?.avant ?? "")).toMatchObject({ groupes: [] });
  expect(JSON.parse(trace?.apres ?? "")).toMatchObject({ groupes: ["TD 1"] });
});

test("une démission a besoin d'un motif, et ne s'enregistre pas sur un état qui a changé", async () => {
  const sans = await saveEtat({ inscriptionId: "i-2", lu: "I", etat: "DEM", motif: " " });
  expect(sans).toMatchObject({ ok: false, detail: { motif: expect.any(String) } });
  expect(await saveEtat({ inscriptionId: "i-2", lu: "I", etat: "DEM", motif: "lettre du 3" })).toMatchObject({
    ok: true,
  });
  expect(await saveEtat({ inscriptionId: "i-2", lu: "I", etat: "DEF", motif: "x" })).toMatchObject({ code: "conflit" });
  const [ligne] = await read((l) => l.select().from(inscription).where(eq(inscription.id, "i-2")));
  expect(ligne?.etat).toBe("DEM");
  const [trace] = await read((l) => l.select().from(journal).where(eq(journal.action, "état changé")));
  expect(trace?.motif).toBe("lettre du 3");
});

test("une dispense s'accorde et se retire avec un motif", async () => {
  const fiche = { inscriptionId: "i-1", ueId: UE };
  expect(await insertDispense({ ...fiche, motif: "" })).toMatchObject({ ok: false });
  expect(await insertDispense({ ...fiche, ueId: "ue-s2-commun-specifier", motif: "m" })).toMatchObject({ ok: false });
  const faite = await insertDispense({ ...fiche, motif: "VAE" });
  expect(faite.ok).toBe(true);
  expect(await insertDispense({ ...fiche, motif: "VAE" })).toMatchObject({ detail: { ueId: expect.any(String) } });
  const dispenseId = faite.ok ? faite.valeur.id : "";
  expect(await removeDispense({ inscriptionId: "i-1", dispenseId, motif: "erreur" })).toMatchObject({ ok: true });
  expect(await read((l) => l.select().from(dispense))).toEqual([]);
  expect(await actions()).toEqual(expect.arrayContaining(["dispense accordée", "dispense retirée"]));
});

test("un semestre publié refuse, un enseignant ne trouve rien", async () => {
  await write((tx) => tx.update(semestre).set({ etat: "publie", publieLe: "2026-07-01T00:00:00.000Z" }));
  expect(await saveEtat({ inscriptionId: "i-1", lu: "I", etat: "DEM", motif: "m" })).toMatchObject({
    code: "verrouille",
  });
  session.user = compte("enseignant");
  expect(await saveEtudiant({ id: null, numero: "7", nom: "N", prenom: "P" })).toMatchObject({ code: "introuvable" });
});

test("la recherche ignore la casse et les accents, et ne prend pas % pour un joker", async () => {
  await write((tx) => tx.insert(etudiant).values({ id: "e-8", numero: "26008", nom: "ÉTÉ", prenom: "Hélène" }));
  const chercher = async (q: string) =>
    (await listEtudiants({ q, semestreId: undefined, page: 1 })).etudiants.map((e) => e.id);
  expect(await chercher("helene ete")).toEqual(["e-8"]);
  expect(await chercher("Été 26008")).toEqual(["e-8"]);
  expect(await chercher("%")).toEqual([]);
  expect((await listEtudiants({ q: "", semestreId: "c-1", page: 1 })).etudiants.map((e) => e.id)).toContain("e-1");
});
