import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { verify } from "@node-rs/argon2";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";

const racine = path.dirname(import.meta.dirname);
let dossier = "";
let fichier = "";

beforeAll(() => {
  dossier = mkdtempSync(path.join(os.tmpdir(), "paliers-admin-"));
  fichier = path.join(dossier, "reelle.db");
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

function lance(script: string, options: readonly string[], env: Record<string, string> = {}) {
  const { PALIERS_DB: _, ...reste } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", `scripts/${script}.ts`, ...options],
    { cwd: racine, encoding: "utf8", env: { ...reste, ...env }, stdio: ["ignore", "pipe", "pipe"] },
  );
  return { status, stdout, stderr };
}

const CLAIRE = ["--email", "Claire.Perrin@iut.fr", "--nom", "Perrin", "--prenom", "Claire"];

function lis<T>(requete: string): T[] {
  const base = new Sqlite(fichier, { readonly: true });
  try {
    return base.prepare(requete).all() as T[];
  } finally {
    base.close();
  }
}

test("une base réelle reçoit le programme et aucun compte", () => {
  const { status, stdout } = lance("seed", [], { PALIERS_DB: fichier });
  expect([status, stdout]).toEqual([0, expect.stringContaining("npm run admin")]);
  expect(lis<{ n: number }>("select count(*) as n from ue")[0]?.n).toBe(88);
  expect(lis("select * from utilisateur")).toEqual([]);
});

test.each([
  ["sans PALIERS_DB", CLAIRE, {}, "démonstration"],
  ["sans mot de passe ni terminal", CLAIRE, { db: true }, "PALIERS_MOT_DE_PASSE"],
  ["avec un mot de passe court", CLAIRE, { db: true, mot: "onze signes" }, "au moins 12 caractères"],
  ["sans nom ni terminal", CLAIRE.slice(0, 2), { db: true, mot: "un mot de passe" }, "--nom"],
  ["avec une adresse qui n'en est pas une", ["--email", "claire"], { db: true }, "n'est pas une adresse e-mail"],
  ["avec une option inconnue", ["--mail", "x"], { db: true }, "Usage"],
])("%s, une phrase et rien d'écrit", (_cas, options, reglages: { db?: boolean; mot?: string }, phrase) => {
  const { status, stderr } = lance("admin", options, {
    ...(reglages.db ? { PALIERS_DB: fichier } : {}),
    ...(reglages.mot ? { PALIERS_MOT_DE_PASSE: reglages.mot } : {}),
  });
  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toEqual([expect.stringContaining(phrase)]);
  expect(lis("select * from utilisateur")).toEqual([]);
});

test("une adresse de base qui n'est ni un chemin absolu ni postgres:// est refusée en une phrase", () => {
  for (const script of ["seed", "admin"]) {
    const { status, stderr } = lance(script, [], { PALIERS_DB: "paliers.db" });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^PALIERS_DB vaut « paliers\.db ».*\n$/)]);
  }
});

test("le premier administrateur est créé, puis son mot de passe remplacé sur demande", async () => {
  type Compte = { email: string; nom: string; mot_de_passe: string; session_version: number };
  const env = { PALIERS_DB: fichier, PALIERS_MOT_DE_PASSE: "un premier secret" };
  expect(lance("admin", CLAIRE, env)).toMatchObject({ status: 0, stderr: "" });
  const [cree] = lis<Compte>("select * from utilisateur");
  expect(cree).toMatchObject({ email: "claire.perrin@iut.fr", nom: "PERRIN", session_version: 1 });
  expect(cree?.mot_de_passe).toMatch(/^\$argon2id\$/);
  expect(await verify(cree?.mot_de_passe ?? "", "un premier secret")).toBe(true);
  expect(lis("select role, semestre_id from role")).toEqual([{ role: "scolarite", semestre_id: null }]);

  const second = { ...env, PALIERS_MOT_DE_PASSE: "un second secret" };
  expect(lance("admin", CLAIRE, second)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("--reinitialiser"),
  });
  expect(lance("admin", [...CLAIRE, "--reinitialiser"], second)).toMatchObject({ status: 0 });
  const [change] = lis<Compte>("select * from utilisateur");
  expect(change?.session_version).toBe(2);
  expect(await verify(change?.mot_de_passe ?? "", "un second secret")).toBe(true);
  const actions = lis<{ action: string }>("select action from journal order by cree_le").map((j) => j.action);
  expect(actions).toEqual(["compte créé", "mot de passe réinitialisé"]);
  expect(lis("select * from journal where avant || apres like '%secret%'")).toEqual([]);
});
