import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

const RACINE = process.cwd();

function lance(commande: readonly string[], env: Record<string, string>) {
  const { PALIERS_DB: _, PALIERS_SECRET: __, ...reste } = process.env;
  const resultat = spawnSync(process.execPath, commande, { cwd: RACINE, env: { ...reste, ...env }, encoding: "utf8" });
  return { code: resultat.status, erreur: resultat.stderr.trim() };
}

const start = (env: Record<string, string>) => lance(["scripts/start.mjs"], env);
const seed = (env: Record<string, string>) => lance(["node_modules/tsx/dist/cli.mjs", "scripts/seed.ts"], env);

test("un port déjà pris se dit tout de suite, avec un autre à essayer", async () => {
  const occupant = createServer();
  const port = await new Promise<number>((resolve) => {
    occupant.listen(0, "127.0.0.1", () => resolve((occupant.address() as { port: number }).port));
  });
  const { code, erreur } = start({ PORT: String(port) });
  occupant.close();
  expect(code).toBe(1);
  expect(erreur).toBe(
    `Le port ${port} est déjà pris : arrêtez le programme qui l'occupe, ou choisissez-en un autre, par exemple « PORT=${port + 1} npm start ».`,
  );
});

test("un port qui n'en est pas un", () => {
  expect(start({ PORT: "trois mille" })).toEqual({
    code: 1,
    erreur: "PORT vaut « trois mille » : donnez un nombre entre 1 et 65535.",
  });
});

test("une vraie base sans secret ne démarre pas", () => {
  const { code, erreur } = start({ PALIERS_DB: "/srv/paliers.db" });
  expect(code).toBe(1);
  expect(erreur).toMatch(/^PALIERS_SECRET manque : /);
});

test("un emplacement de base où l'on ne peut pas écrire", () => {
  // Un fichier à la place du dossier : refusé à tout le monde, même à l'administrateur de la machine.
  const fichier = path.join(mkdtempSync(path.join(os.tmpdir(), "paliers-")), "occupe");
  writeFileSync(fichier, "");
  const { code, erreur } = seed({ PALIERS_DB: path.join(fichier, "paliers.db") });
  expect(code).toBe(1);
  expect(erreur).toMatch(/choisissez dans PALIERS_DB un emplacement où ce compte peut écrire\.$/);
  expect(erreur.split("\n")).toHaveLength(1);
});

test("un PALIERS_DB qui n'est ni un fichier absolu ni une adresse", () => {
  const { code, erreur } = seed({ PALIERS_DB: "paliers.db" });
  expect(code).toBe(1);
  expect(erreur).toMatch(/donnez un chemin de fichier absolu/);
});
