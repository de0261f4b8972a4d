import { eq, type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { centiemes } from "../lib/but/nombres/centiemes";
import { seedClasse } from "../lib/essais/classe-notee";
import { evaluation, formation, isSqlite, isUniqueViolation, journal, note, read, write } from ".";

test("une transaction qui lève ne laisse rien, même après une écriture", async () => {
  await expect(
    write(async (tx) => {
      await tx.insert(formation).values({ id: "f", code: "X", titre: "X", etablissement: "X" });
      throw new Error("panne");
    }),
  ).rejects.toThrow("panne");
  expect(await read((l) => l.select().from(formation))).toEqual([]);
});

test("vingt lectures-écritures concurrentes se suivent sans se perdre", async () => {
  await write((tx) => tx.insert(formation).values({ id: "compteur", code: "0", titre: "", etablissement: "" }));
  const incremente = () =>
    write(async (tx) => {
      const [ligne] = await tx.select().from(formation);
      await new Promise((suite) => setTimeout(suite, 1));
      await tx.update(formation).set({ code: String(Number(ligne?.code) + 1) });
    });
  // SQLite les fait attendre, PGlite n'a qu'une connexion ; un vrai PostgreSQL refuse celle qui se croise, et on la refait.
  await Promise.all(Array.from({ length: 20 }, incremente));
  expect((await read((l) => l.select().from(formation)))[0]?.code).toBe("20");
});

test("une contrainte d'unicité se reconnaît sur les deux dialectes", async () => {
  const erreur = await write((tx) =>
    tx.insert(formation).values({ id: "autre", code: "20", titre: "", etablissement: "" }),
  ).catch((e: unknown) => e);
  expect(isUniqueViolation(erreur)).toBe(true);
});

test("le journal n'accepte que des ajouts", async () => {
  const ligne = { id: "j", action: "essai", sujetType: "essai", sujetId: "1", creeLe: "2026-01-01T00:00:00.000Z" };
  await write((tx) => tx.insert(journal).values(ligne));
  await expect(write((tx) => tx.update(journal).set({ action: "réécrit" }))).rejects.toThrow();
  await expect(write((tx) => tx.delete(journal))).rejects.toThrow();
  expect((await read((l) => l.select().from(journal)))[0]?.action).toBe("essai");
});

test("le dialecte servi est celui demandé", () => {
  expect(isSqlite).toBe(process.env.DIALECTE_ESSAI === "sqlite");
});

test("aucune table en ajout seul ne se vide d'un coup", async () => {
  if (isSqlite) return;
  const tables = ["note_historique", "decision", "pv", "journal", "commentaire_jury", "consultation", "document"];
  for (const nom of tables)
    await expect(
      write((tx) =>
        (tx as unknown as { execute(r: SQL): Promise<unknown> }).execute(sql.raw(`truncate ${nom} cascade`)),
      ),
      nom,
    ).rejects.toThrow();
});

test("une note ne dépasse pas son barème, et un barème ne descend pas sous une note", async () => {
  await seedClasse();
  const met = (valeur: number) =>
    write((tx) =>
      tx.insert(note).values({
        id: `n-${valeur}`,
        evaluationId: "ds",
        inscriptionId: "i-alice",
        valeur: centiemes(valeur),
        version: 1,
        modifieeLe: "2026-10-01T08:00:00.000Z",
        modifieePar: "durand",
      }),
    );
  await expect(met(99_999)).rejects.toThrow();
  await expect(met(2_001)).rejects.toThrow();
  await met(2_000);
  await expect(write((tx) => tx.update(note).set({ valeur: centiemes(2_001) }))).rejects.toThrow();
  await expect(write((tx) => tx.update(evaluation).set({ bareme: centiemes(1_000) }))).rejects.toThrow();
  expect((await read((l) => l.select().from(note).where(eq(note.id, "n-2000"))))[0]?.valeur).toBe(2_000);
});
