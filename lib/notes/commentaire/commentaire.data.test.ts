import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { commentaireNoteHistorique, evaluation, read, semestre, write } from "@/db";
import { enseignant, seedClasse } from "@/lib/essais/classe-notee";
import { session } from "@/lib/essais/session";
import { listHistorique } from "../histoire/queries";
import { applyImport, undoImport } from "../import/actions";
import { findGrille } from "../queries";
import { saveCommentaire } from "./actions";
import { listCommentairesPublies } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

let rang = 0;
let evaluationId = "";

beforeAll(seedClasse);
beforeEach(async () => {
  session.user = enseignant("durand");
  rang += 1;
  evaluationId = `dc-${rang}`;
  await write(async (tx) => {
    const [modele] = await tx.select().from(evaluation).where(eq(evaluation.id, "ds"));
    if (!modele) throw new Error("L'évaluation modèle manque");
    await tx.insert(evaluation).values({ ...modele, id: evaluationId, ordre: rang });
    await tx.update(semestre).set({ etat: "ouvert" });
  });
});

const dit = (texte: string, versionLue = 0, reste: Partial<Parameters<typeof saveCommentaire>[0]> = {}) =>
  saveCommentaire({ evaluationId, cle: "i-alice", texte, versionLue, motif: null, ...reste });
const lu = async (inscriptionId = "i-alice") =>
  (await findGrille(evaluationId))?.lignes.find((l) => l.inscriptionId === inscriptionId)?.commentaire ?? null;
const publie = () =>
  write((tx) =>
    tx
      .update(evaluation)
      .set({ etat: "publiee", publieeLe: "2026-11-20T08:00:00.000Z" })
      .where(eq(evaluation.id, evaluationId)),
  );
const visible = async () => (await read((l) => listCommentairesPublies(l, "alice"))).get(evaluationId);

test("un commentaire s'écrit, se corrige, se retire, et chaque fois laisse son histoire", async () => {
  expect(await dit("  Bonne démarche  ")).toMatchObject({ ok: true, valeur: { version: 1 } });
  expect(await lu()).toMatchObject({ texte: "Bonne démarche", version: 1, par: "DURAND Prof" });
  expect(await dit("Très bonne démarche", 1)).toMatchObject({ ok: true, valeur: { version: 2 } });
  expect(await dit("Très bonne démarche", 2)).toMatchObject({ ok: true, valeur: { version: 2 } });
  expect(await dit("", 2)).toMatchObject({ ok: true, valeur: { commentaire: null, version: 3 } });
  const [e] = await read((l) => l.select().from(evaluation).where(eq(evaluation.id, evaluationId)));
  if (!e) throw new Error("évaluation absente");
  expect((await listHistorique(e, "i-alice")).map((h) => h.commentaire)).toEqual([
    { avant: "Très bonne démarche", apres: "" },
    { avant: "Bonne démarche", apres: "Très bonne démarche" },
    { avant: "", apres: "Bonne démarche" },
  ]);
});

test("deux enseignants à la fois : le second voit les deux textes, rien n'est perdu", async () => {
  await dit("Le mien");
  session.user = enseignant("martin");
  expect(await dit("Le sien")).toMatchObject({
    ok: false,
    code: "conflit",
    detail: { autre: { texte: "Le mien", version: 1, par: "DURAND Prof" } },
  });
  expect((await lu())?.texte).toBe("Le mien");
});

test.each([
  ["trop long", { texte: "a".repeat(501) }, "invalide"],
  ["d'un étudiant parti", { cle: "i-denis" }, "invalide"],
  ["d'une inscription inconnue", { cle: "i-personne" }, "invalide"],
])("%s, un commentaire est refusé", async (_, reste, code) => {
  expect(await dit("Bien", 0, reste)).toMatchObject({ ok: false, code });
});

test("qui n'est pas affecté ne commente pas, et un semestre au jury ne se commente plus", async () => {
  session.user = enseignant("autre");
  expect(await dit("Bien")).toMatchObject({ ok: false, code: "introuvable" });
  session.user = enseignant("durand");
  await write((tx) => tx.update(semestre).set({ etat: "jury" }));
  expect(await dit("Bien")).toMatchObject({ ok: false, code: "verrouille" });
});

test("l'étudiant le lit quand l'évaluation est publiée, pas avant ; il faut alors un motif pour le changer", async () => {
  await dit("À revoir : les unités");
  expect(await visible()).toBeUndefined();
  await publie();
  expect(await visible()).toBe("À revoir : les unités");
  expect(await dit("Autre chose", 1)).toMatchObject({ ok: false, detail: { motif: expect.any(String) } });
  expect(await dit("Autre chose", 1, { motif: "Erreur de copie" })).toMatchObject({ ok: true });
  expect(await visible()).toBe("Autre chose");
  await dit("", 2, { motif: "Sans objet" });
  expect(await visible()).toBeUndefined();
});

test("dans un examen anonyme, il suit la copie sans dire de qui elle est", async () => {
  const { anonymat } = await import("@/db");
  await write(async (tx) => {
    await tx.update(evaluation).set({ anonyme: true }).where(eq(evaluation.id, evaluationId));
    await tx.insert(anonymat).values({ id: `copie-${rang}`, evaluationId, inscriptionId: "i-alice", numero: 7 });
  });
  expect(await dit("Clair")).toMatchObject({ ok: false, code: "invalide" });
  expect(await dit("Clair", 0, { cle: `copie-${rang}` })).toMatchObject({ ok: true });
  expect((await lu(`copie-${rang}`))?.texte).toBe("Clair");
});

test("la seconde saisie, à l'aveugle, ne montre aucun commentaire", async () => {
  await dit("Bien");
  expect((await findGrille(evaluationId, "seconde"))?.lignes.every((l) => !l.commentaire)).toBe(true);
});

test("une colonne de commentaires s'importe avec les notes, et s'annule avec elles", async () => {
  await dit("Avant");
  const lotId = randomUUID();
  const ligne = { ligne: 2, evaluationId, inscriptionId: "i-alice" };
  const resultat = await applyImport({
    lotId,
    auteurId: "durand",
    fichier: "notes.csv",
    signature: "",
    lignes: 2,
    ecartees: 0,
    choix: null,
    motif: null,
    notes: [
      { ...ligne, saisie: "12", versionLue: 0 },
      { ...ligne, saisie: "Du fichier", versionLue: 1, genre: "commentaire" },
      { ...ligne, inscriptionId: "i-emma", saisie: "Perdu", versionLue: 4, genre: "commentaire" },
    ],
  });
  expect(resultat).toMatchObject({ ok: true, valeur: { ecrites: 2 } });
  if (resultat.ok) expect(resultat.valeur.issues.filter((i) => i.issue === "refusee")).toHaveLength(1);
  expect(await lu()).toMatchObject({ texte: "Du fichier", version: 2 });
  expect(await undoImport({ lotId, motif: null })).toMatchObject({ ok: true, valeur: { defaites: 2 } });
  expect(await lu()).toMatchObject({ texte: "Avant", version: 3 });
  const histoire = await read((l) => l.select().from(commentaireNoteHistorique));
  expect(histoire.filter((h) => h.source === "import").length).toBeGreaterThanOrEqual(2);
});

test("l'import ne se défait plus si le commentaire a changé depuis", async () => {
  const lotId = randomUUID();
  const commun = {
    auteurId: "durand",
    fichier: "c.csv",
    signature: "",
    lignes: 1,
    ecartees: 0,
    choix: null,
    motif: null,
  };
  await applyImport({
    ...commun,
    lotId,
    notes: [
      { ligne: 2, evaluationId, inscriptionId: "i-alice", saisie: "Du fichier", versionLue: 0, genre: "commentaire" },
    ],
  });
  await dit("Retouché", 1);
  expect(await undoImport({ lotId, motif: null })).toMatchObject({ ok: false, code: "conflit" });
  expect((await lu())?.texte).toBe("Retouché");
});
