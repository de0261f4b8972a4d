import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll } from "vitest";

// Chaque fichier de test de données reçoit une base neuve, migrée, du dialecte demandé ; aucune doublure. L'emplacement
// doit être posé avant que db/tables ne soit importé, donc ici plutôt que dans un beforeAll.
const dossier = mkdtempSync(path.join(os.tmpdir(), "paliers-essai-"));
const nom = `essai_${randomUUID().replaceAll("-", "")}`;

async function administre(sql: string): Promise<void> {
  const client = new Client({ connectionString: `${process.env.GRAPPE_ESSAI}/postgres` });
  await client.connect();
  await client.query(sql);
  await client.end();
}

switch (process.env.DIALECTE_ESSAI) {
  case "postgres":
    await administre(`create database ${nom} template modele`);
    process.env.PALIERS_DB = `${process.env.GRAPPE_ESSAI}/${nom}`;
    break;
  case "pglite":
    process.env.PALIERS_DB = "pglite:";
    break;
  default:
    process.env.PALIERS_DB = path.join(dossier, "essai.db");
}

const { migrateBase } = await import("../migrate");
await migrateBase();

afterAll(async () => {
  const { closeBase } = await import("../index");
  await closeBase();
  rmSync(dossier, { recursive: true, force: true });
  if (process.env.DIALECTE_ESSAI === "postgres") await administre(`drop database ${nom} with (force)`);
});
