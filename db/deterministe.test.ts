import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { getTableName } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { openBase } from "./connexion";
import { migrateBase } from "./migrate";
import { seedDemonstration } from "./seed/demonstration";
import { seedProgramme } from "./seed/programme/programme";
import * as tables from "./tables";

const dossier = mkdtempSync(path.join(os.tmpdir(), "paliers-deterministe-"));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

/** L'empreinte de chaque table d'une base neuve. */
async function seme(nom: string): Promise<Record<string, string>> {
  const lieu = { dialecte: "sqlite", fichier: path.join(dossier, nom) } as const;
  await migrateBase(lieu);
  const base = await openBase(lieu);
  try {
    await base.write(async (tx) => {
      await seedProgramme(tx);
      await seedDemonstration(tx, "empreinte");
    });
    const { isSqlite: _, ...toutes } = tables;
    const resultat: Record<string, string> = {};
    for (const table of Object.values(toutes)) {
      const lignes = await base.read.select().from(table).orderBy(table.id);
      resultat[getTableName(table)] = createHash("sha256").update(JSON.stringify(lignes)).digest("hex");
    }
    return resultat;
  } finally {
    await base.close();
  }
}

test("deux semis donnent les mêmes lignes, au signe près", async () => {
  const premier = await seme("premier.db");
  expect(Object.keys(premier).length).toBeGreaterThan(20);
  expect(await seme("second.db")).toEqual(premier);
});
