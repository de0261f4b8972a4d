import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { getTableName } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { type Base, openBase } from "./connexion";
import type { Emplacement } from "./emplacement";
import { migrateBase } from "./migrate";
import { seedDemonstration } from "./seed/demonstration";
import { seedProgramme } from "./seed/programme";
import * as tables from "./tables";

const dossier = mkdtempSync(path.join(os.tmpdir(), "paliers-deterministe-"));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

async function seme(nom: string): Promise<Record<string, string>> {
  const lieu: Emplacement = tables.isSqlite
    ? { dialecte: "sqlite", fichier: path.join(dossier, nom) }
    : { dialecte: "pglite" };
  await migrateBase(lieu);
  const base = await openBase(lieu);
  try {
    await base.write(async (tx) => {
      await seedProgramme(tx);
      await seedDemonstration(tx, "empreinte");
    });
    return await empreintes(base);
  } finally {
    await base.close();
  }
}

async function empreintes(base: Base): Promise<Record<string, string>> {
  const { isSqlite: _, ...toutes } = tables;
  const resultat: Record<string, string> = {};
  for (const table of Object.values(toutes)) {
    const lignes = await base.read.select().from(table).orderBy(table.id);
    resultat[getTableName(table)] = createHash("sha256").update(JSON.stringify(lignes)).digest("hex");
  }
  return resultat;
}

test("deux semis donnent les mêmes lignes, au signe près", async () => {
  const premier = await seme("premier.db");
  expect(Object.keys(premier)).toHaveLength(29);
  expect(await seme("second.db")).toEqual(premier);
});
