import { expect, test } from "vitest";
import { formation, isSqlite, isUniqueViolation, journal, read, write } from ".";

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
  // Sur PGlite, une seule connexion : les transactions s'y suivent aussi.
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
