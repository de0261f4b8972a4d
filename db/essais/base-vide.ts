import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

// Chaque fichier de test de données reçoit une base neuve, migrée, du dialecte demandé ; aucune doublure. L'emplacement
// doit être posé avant que db/tables ne soit importé, donc ici plutôt que dans un beforeAll.
const dossier = mkdtempSync(path.join(os.tmpdir(), "paliers-essai-"));
process.env.PALIERS_DB = process.env.DIALECTE_ESSAI === "pglite" ? "pglite:" : path.join(dossier, "essai.db");

const { migrateBase } = await import("../migrate");
await migrateBase();

afterAll(async () => {
  const { closeBase } = await import("../index");
  await closeBase();
  rmSync(dossier, { recursive: true, force: true });
});
