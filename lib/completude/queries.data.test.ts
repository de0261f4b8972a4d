import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import * as t from "@/db";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { insertClasse } from "@/lib/essais/classe";
import { findCompletude } from "./queries";

const LE = "2026-10-06T08:00:00.000Z";

const note = (evaluationId: string, n: number, reste: Partial<typeof t.note.$inferInsert>) => ({
  id: `${evaluationId}-${n}`,
  evaluationId,
  inscriptionId: `i-${n}`,
  version: 1,
  modifieeLe: LE,
  modifieePar: "u-essai",
  ...reste,
});

beforeAll(() =>
  t.write(async (tx) => {
    await insertClasse(tx);
    const [modele] = await tx.select().from(t.evaluation).where(eq(t.evaluation.id, "ev-1"));
    if (!modele) throw new Error("L'évaluation modèle manque");
    await tx.insert(t.etudiant).values({ id: "e-3", numero: "26003", nom: "COLAS", prenom: "Zoé" });
    await tx.insert(t.inscription).values({
      id: "i-3",
      etudiantId: "e-3",
      semestreId: "c-1",
      maquetteSemestreId: "s1-commun",
      etat: "DEM",
    });
    await tx.insert(t.evaluation).values([
      { ...modele, id: "ev-2", date: "2026-10-20", etat: "saisie", publieeLe: null },
      { ...modele, id: "ev-archivee", etat: "saisie", publieeLe: null, archiveeLe: LE },
    ]);
    await tx.insert(t.note).values([
      note("ev-2", 1, { code: "ATT" }),
      // Effacée : elle manque de nouveau.
      note("ev-2", 2, { modifieeLe: "2026-11-01T08:00:00.000Z", version: 2 }),
      note("ev-2", 3, { valeur: centiemes(1200) }),
      note("ev-archivee", 1, { valeur: centiemes(1200) }),
    ]);
    await tx.insert(t.utilisateur).values({
      id: "u-parti",
      email: "parti@exemple.fr",
      nom: "PARTI",
      prenom: "Paul",
      motDePasse: "",
      actif: false,
    });
    await tx.insert(t.affectation).values(
      ["u-essai", "u-parti"].map((utilisateurId) => ({
        id: utilisateurId,
        utilisateurId,
        elementId: modele.elementId,
        semestreId: "c-1",
      })),
    );
  }),
);

test("l'avancement compte chaque inscrit une fois, sans les démissions, les notes effacées ni les archives", async () => {
  const vue = await findCompletude("c-1");
  const [element, ...autres] = vue?.elements.filter((e) => e.evaluations.length > 0) ?? [];
  expect(autres).toEqual([]);
  expect(element).toMatchObject({ inscrits: 2, enseignants: [{ nom: "ESSAI Ève", email: "essai@exemple.fr" }] });
  expect(element?.evaluations).toMatchObject([
    { id: "ev-1", saisies: 1, attendues: 0, derniereLe: "2026-10-05T08:00:00.000Z" },
    { id: "ev-2", saisies: 1, attendues: 1, derniereLe: LE },
  ]);
  // Les éléments du programme sans évaluation sont là aussi : c'est ce qui manque le plus.
  expect(vue?.elements.length).toBeGreaterThan(5);
  expect(vue?.elements.every((e) => e.inscrits === 2)).toBe(true);
});

test("une classe inconnue n'est pas une classe vide", async () => {
  expect(await findCompletude("ailleurs")).toBeNull();
});
