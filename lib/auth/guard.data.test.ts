import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { consultation, etudiant, formation, journal, read, utilisateur, write } from "@/db";
import { Refus } from "@/lib/errors";
import { defineAction, definePage, defineRoute } from "./guard";
import type { Utilisateur } from "./permissions";

let courant: Utilisateur | null = null;
vi.mock("./session", () => ({ getUser: async () => courant }));

const scolarite: Utilisateur = {
  id: "u1",
  email: "s@exemple.fr",
  nom: "BLANC",
  prenom: "Sylvie",
  etudiantId: null,
  roles: [{ role: "scolarite", semestreId: null }],
  affectations: [],
};

const rename = defineAction({
  action: "maquette:ecrire",
  entree: z.object({ titre: z.string().min(1, "Donnez un titre."), panne: z.enum(["refus", "surprise"]).optional() }),
  sujet: async (tx) => ((await tx.select().from(formation)).length > 0 ? {} : null),
  run: async ({ tx, entree }) => {
    await tx.update(formation).set({ titre: entree.titre });
    if (entree.panne === "refus") throw new Refus("conflit", "Changé ailleurs.", { autre: "valeur" });
    if (entree.panne === "surprise") throw new Error("disque");
    return {
      valeur: entree.titre,
      trace: [{ action: "titre changé", sujetType: "formation", sujetId: "f", avant: "avant", apres: entree.titre }],
    };
  },
});

const titre = async () => (await read((l) => l.select().from(formation)))[0]?.titre;
const traces = () => read((l) => l.select().from(journal));

beforeAll(() =>
  write(async (tx) => {
    await tx.insert(utilisateur).values({ ...scolarite, motDePasse: "-" });
    await tx.insert(etudiant).values({ id: "e1", numero: "1", nom: "PETIT", prenom: "Léa" });
    await tx.insert(formation).values({ id: "f", code: "GMP", titre: "avant", etablissement: "IUT" });
  }),
);

beforeEach(async () => {
  courant = scolarite;
  await write((tx) => tx.update(formation).set({ titre: "avant" }));
});

test("sans session, l'action ne lit ni n'écrit", async () => {
  courant = null;
  expect(await rename({ titre: "après" })).toMatchObject({ ok: false, code: "deconnecte" });
  expect(await titre()).toBe("avant");
});

test("une entrée invalide revient champ par champ", async () => {
  expect(await rename({ titre: "" })).toMatchObject({
    ok: false,
    code: "invalide",
    detail: { titre: "Donnez un titre." },
  });
});

test("sans le droit, c'est introuvable, et rien n'est écrit", async () => {
  courant = { ...scolarite, roles: [{ role: "jury", semestreId: null }] };
  expect(await rename({ titre: "après" })).toMatchObject({ ok: false, code: "introuvable" });
  expect(await titre()).toBe("avant");
});

test("un refus en cours de route annule l'écriture et rend son détail", async () => {
  const avant = await traces();
  expect(await rename({ titre: "après", panne: "refus" })).toMatchObject({
    ok: false,
    code: "conflit",
    detail: { autre: "valeur" },
  });
  expect(await titre()).toBe("avant");
  expect(await traces()).toEqual(avant);
});

test("une surprise lève, et annule", async () => {
  await expect(rename({ titre: "après", panne: "surprise" })).rejects.toThrow("disque");
  expect(await titre()).toBe("avant");
});

test("une écriture réussie laisse sa trace, avec son auteur", async () => {
  expect(await rename({ titre: "après" })).toEqual({ ok: true, valeur: "après" });
  expect(await titre()).toBe("après");
  expect((await traces()).at(-1)).toMatchObject({
    utilisateurId: "u1",
    action: "titre changé",
    avant: '"avant"',
    apres: '"après"',
  });
});

test("une route refuse l'inconnu en 401 et le non autorisé en 404", async () => {
  const route = defineRoute({ action: "journal:lire", run: async () => ({ secret: 1 }) });
  const appelle = () => route(new Request("http://paliers/api"), { params: Promise.resolve({}) });
  courant = null;
  expect((await appelle()).status).toBe(401);
  courant = { ...scolarite, roles: [] };
  const refus = await appelle();
  expect(refus.status).toBe(404);
  expect(await refus.text()).not.toContain("secret");
  courant = scolarite;
  expect(await (await appelle()).json()).toEqual({ secret: 1 });
});

test("une page sans session renvoie à la connexion, avec l'adresse exacte où revenir", async () => {
  courant = null;
  const page = definePage({ action: "journal:lire", chemin: "/scolarite/[id]", render: async () => "vu" });
  const visite = () =>
    page({ params: Promise.resolve({ id: "a b" }), searchParams: Promise.resolve({ q: "x", f: ["1", "2"] }) });
  await expect(visite()).rejects.toMatchObject({
    digest: expect.stringContaining(encodeURIComponent("/scolarite/a%20b?q=x&f=1&f=2")),
  });
  courant = { ...scolarite, roles: [] };
  await expect(visite()).rejects.toMatchObject({ digest: expect.stringContaining("404") });
  courant = scolarite;
  expect(await visite()).toBe("vu");
});

const dossier = definePage({
  action: "journal:lire",
  chemin: "/dossier/[etudiantId]",
  sujet: async (_, { params }) => ({ etudiantId: params.etudiantId ?? "" }),
  consulte: ({ sujet }) => ({ etudiantId: sujet.etudiantId, objet: "jury" }),
  render: async ({ params }) => {
    if (params.panne) throw new Error("rien à montrer");
    return "vu";
  },
});
const ouvre = (params: Record<string, string>) =>
  dossier({ params: Promise.resolve(params), searchParams: Promise.resolve({}) });
const registre = () => read((l) => l.select().from(consultation));

test("ouvrir deux fois un dossier le même jour fait une seule ligne au registre", async () => {
  expect(await ouvre({ etudiantId: "e1" })).toBe("vu");
  expect(await ouvre({ etudiantId: "e1" })).toBe("vu");
  expect(await registre()).toMatchObject([{ etudiantId: "e1", utilisateurId: "u1", objet: "jury" }]);
});

test("une page qui n'a rien montré n'inscrit rien, et sans inscription rien n'est montré", async () => {
  const avant = await registre();
  await expect(ouvre({ etudiantId: "e1", panne: "oui" })).rejects.toThrow("rien à montrer");
  courant = { ...scolarite, roles: [] };
  await expect(ouvre({ etudiantId: "e1" })).rejects.toMatchObject({ digest: expect.stringContaining("404") });
  courant = scolarite;
  await expect(ouvre({ etudiantId: "inconnu" })).rejects.toThrow();
  expect(await registre()).toEqual(avant);
});

test("le registre ne se corrige pas", async () => {
  await expect(write((tx) => tx.update(consultation).set({ objet: "autre" }))).rejects.toThrow();
  await expect(write((tx) => tx.delete(consultation))).rejects.toThrow();
});

test("un export de classe laisse une ligne au journal, un refus aucune", async () => {
  const route = defineRoute({
    action: "journal:lire",
    exporte: () => ({ action: "classe exportée", sujetType: "semestre", sujetId: "s", avant: null, apres: null }),
    run: async () => "nom;note",
  });
  const appelle = () => route(new Request("http://paliers/api"), { params: Promise.resolve({}) });
  const exports_ = async () => (await traces()).filter((t) => t.action === "classe exportée");
  courant = { ...scolarite, roles: [] };
  await appelle();
  expect(await exports_()).toEqual([]);
  courant = scolarite;
  await appelle();
  expect(await exports_()).toMatchObject([{ utilisateurId: "u1", sujetId: "s" }]);
});
