import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { evaluation, read, write } from "@/db";
import { enseignant, seedClasse } from "@/lib/essais/classe-notee";
import { session } from "@/lib/essais/session";
import { saveNotes } from "../actions";
import { findGrille } from "../queries";
import { grillesDe } from "./grilles";
import { findGrilleElement } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

const SUJET = { semestre: { id: "s", etat: "ouvert" as const }, elementId: "mecanique" };

beforeAll(async () => {
  await seedClasse();
  session.user = enseignant("durand");
  const [modele] = await read((l) => l.select().from(evaluation).where(eq(evaluation.id, "ds")));
  if (!modele) throw new Error("L'évaluation modèle manque");
  await write(async (tx) => {
    await tx.insert(evaluation).values([
      { ...modele, id: "tp", titre: "TP", ordre: 1 },
      { ...modele, id: "anonyme", titre: "Anonyme", ordre: 2, anonyme: true },
      { ...modele, id: "double", titre: "Double", ordre: 3, doubleSaisie: true },
      { ...modele, id: "archivee", titre: "Archivée", ordre: 4, archiveeLe: "2026-11-02T08:00:00.000Z" },
      { ...modele, id: "ailleurs", titre: "Ailleurs", ordre: 5, elementId: "vente" },
    ]);
  });
  const change = (evaluationId: string, saisie: string) =>
    saveNotes({
      evaluationId,
      changements: [
        { id: randomUUID(), inscriptionId: "i-alice", saisie, versionLue: 0, source: "cellule", motif: null },
      ],
    });
  for (const [id, saisie] of [
    ["ds", "12,5"],
    ["tp", "a"],
    ["double", "3"],
  ] as const)
    expect(await change(id, saisie)).toMatchObject({ ok: true });
});

test("chaque colonne du tableau est exactement la grille de son évaluation", async () => {
  const tableau = await findGrilleElement(SUJET);
  if (!tableau) throw new Error("Le tableau manque");
  const grilles = grillesDe(tableau);
  expect(grilles.map((g) => g.evaluation.id)).toEqual(["ds", "tp"]);
  for (const g of grilles) expect(g).toEqual(await findGrille(g.evaluation.id));
});

test("ce qui cache les noms ou la première saisie se saisit à part ; ce qui est archivé ou d'ailleurs n'y est pas", async () => {
  const tableau = await findGrilleElement(SUJET);
  expect(tableau?.aPart.map((e) => e.id)).toEqual(["anonyme", "double"]);
  expect(JSON.stringify(tableau)).not.toMatch(/Archivée|Ailleurs|"note":300/);
});
