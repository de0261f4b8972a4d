import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openBase } from "./connexion";
import { setAside } from "./declencheurs";
import { ErreurPaliers } from "./erreurs";
import { migrateBase } from "./migrate";
import { formation as formationSqlite } from "./schema/sqlite";

const MIGRATIONS = path.join(import.meta.dirname, "migrations", "sqlite");
let dossier = "";
let modele = "";
let fichier = "";

// Une base de démonstration complète, faite une fois, dont chaque test reçoit une copie.
beforeAll(async () => {
  dossier = mkdtempSync(path.join(os.tmpdir(), "paliers-migration-"));
  modele = path.join(dossier, "modele.db");
  await migrateBase({ dialecte: "sqlite", fichier: modele });
  process.env.PALIERS_DB = modele;
  const { seedBase } = await import("./seed");
  const { closeBase } = await import(".");
  await seedBase("demonstration");
  await closeBase();
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

beforeEach(() => {
  fichier = path.join(mkdtempSync(path.join(dossier, "essai-")), "paliers.db");
  cpSync(modele, fichier);
});

const migre = (folder?: string, f = fichier) => migrateBase({ dialecte: "sqlite", fichier: f }, folder);

function lis<T>(f: string, fn: (base: Sqlite.Database) => T): T {
  const base = new Sqlite(f, { readonly: true });
  try {
    return fn(base);
  } finally {
    base.close();
  }
}

/** Chaque table : son nombre de lignes et l'empreinte de leur contenu. */
function contenu(f: string): Record<string, { lignes: number; empreinte: string }> {
  return lis(f, (base) => {
    const noms = base
      .prepare("select name from sqlite_master where type = 'table' order by name")
      .pluck()
      .all() as string[];
    return Object.fromEntries(
      noms.map((nom) => {
        const lignes = base.prepare(`select * from "${nom}" order by rowid`).all();
        return [
          nom,
          { lignes: lignes.length, empreinte: createHash("sha256").update(JSON.stringify(lignes)).digest("hex") },
        ];
      }),
    );
  });
}

/** Les vraies migrations, et une de plus. */
function migrationsAvec(sql: string): string {
  const folder = path.join(mkdtempSync(path.join(dossier, "migrations-")), "sqlite");
  cpSync(MIGRATIONS, folder, { recursive: true });
  const chemin = path.join(folder, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(chemin, "utf8")) as { entries: { idx: number; when: number; tag: string }[] };
  const derniere = journal.entries.at(-1);
  if (!derniere) throw new Error("aucune migration");
  const { idx, when } = derniere;
  journal.entries.push({ ...derniere, idx: idx + 1, when: when + 1, tag: "9999_essai" });
  writeFileSync(chemin, JSON.stringify(journal));
  writeFileSync(path.join(folder, "9999_essai.sql"), sql);
  return folder;
}

const declencheurs = (f: string) =>
  lis(f, (base) => base.prepare("select name from sqlite_master where type = 'trigger' order by name").pluck().all());

/** Ce que drizzle-kit écrit pour changer une colonne : une table neuve, les lignes recopiées, l'ancienne supprimée. */
function reconstruction(table: string): string {
  return lis(fichier, (base) => {
    const creation = base.prepare("select sql from sqlite_master where name = ?").pluck().get(table) as string;
    const index = base.prepare(
      "select sql from sqlite_master where tbl_name = ? and type = 'index' and sql is not null",
    );
    const colonnes = base.prepare("select name from pragma_table_info(?)").pluck().all(table).join(", ");
    return [
      "PRAGMA foreign_keys=OFF",
      creation
        .replace(`\`${table}\``, `\`__new_${table}\``)
        .replaceAll(`"${table}".`, `"__new_${table}".`)
        .replace("(", "(\n\t`essai` text,"),
      `INSERT INTO \`__new_${table}\` (${colonnes}) SELECT ${colonnes} FROM \`${table}\``,
      `DROP TABLE \`${table}\``,
      `ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\``,
      ...(index.pluck().all(table) as string[]),
      "PRAGMA foreign_keys=ON",
    ].join(";\n--> statement-breakpoint\n");
  });
}

/** Les fichiers du dossier, hors ceux qu'un lecteur SQLite laisse à côté d'une base. */
const voisins = () => readdirSync(path.dirname(fichier)).filter((nom) => !/-(wal|shm)$/.test(nom));

test("une base déjà à jour ne change pas", async () => {
  const avant = readFileSync(fichier);
  expect(await migre()).toBe(0);
  expect(readFileSync(fichier).equals(avant)).toBe(true);
  expect(voisins()).toEqual(["paliers.db"]);
});

describe("une migration qui reconstruit une table mère", () => {
  test.each(["etudiant", "semestre", "note", "decision"])(
    "%s : toutes les lignes restent, aucune orpheline",
    async (table) => {
      const avant = contenu(fichier);
      expect(avant[table]?.lignes).toBeGreaterThan(10);
      expect(await migre(migrationsAvec(reconstruction(table)))).toBe(1);
      const { [table]: reconstruite, __drizzle_migrations: suivi, ...autres } = contenu(fichier);
      expect(reconstruite?.lignes).toBe(avant[table]?.lignes);
      expect(suivi?.lignes).toBe((avant.__drizzle_migrations?.lignes ?? 0) + 1);
      expect(autres).toEqual(
        Object.fromEntries(Object.entries(avant).filter(([nom]) => nom !== table && nom !== "__drizzle_migrations")),
      );
      expect(lis(fichier, (base) => base.pragma("foreign_key_check"))).toEqual([]);
      // Reconstruite, elle garde ses refus : SQLite, lui, les aurait jetés avec l'ancienne.
      expect(declencheurs(fichier)).toEqual(declencheurs(modele));
      // La base d'avant reste à côté, entière.
      const copie = voisins().find((nom) => nom.includes(".avant-"));
      expect(contenu(path.join(path.dirname(fichier), copie ?? ""))).toEqual(avant);
    },
  );
});

describe("une migration qui échoue laisse la base comme elle était", () => {
  test.each([
    ["lignes orphelines", "DELETE FROM etudiant WHERE numero = '20240016'", /lignes orphelines/],
    [
      "instruction impossible",
      "ALTER TABLE etudiant ADD ine text;\n--> statement-breakpoint\nDROP TABLE inconnue",
      /inconnue/,
    ],
  ])("%s", async (_cas, sql, raison) => {
    const avant = contenu(fichier);
    const erreur = await migre(migrationsAvec(sql)).catch((e: unknown) => e);
    expect(erreur).toBeInstanceOf(ErreurPaliers);
    expect((erreur as Error).message).toMatch(raison);
    expect((erreur as Error).message).toContain("Rien n'a été modifié");
    expect(contenu(fichier)).toEqual(avant);
    expect(voisins()).toEqual(["paliers.db"]);
    expect(await migre()).toBe(0);
  });

  test("une base qui n'existait pas n'existe toujours pas", async () => {
    const neuve = path.join(path.dirname(fichier), "neuve.db");
    await expect(migre(migrationsAvec("DROP TABLE inconnue"), neuve)).rejects.toBeInstanceOf(ErreurPaliers);
    expect(existsSync(neuve)).toBe(false);
  });
});

test("les déclencheurs mis de côté par une mise à jour arrêtée net reviennent au démarrage suivant", async () => {
  const base = new Sqlite(fichier);
  setAside(base);
  base.close();
  expect(declencheurs(fichier)).toEqual([]);
  expect(await migre()).toBe(0);
  expect(declencheurs(fichier)).toEqual(declencheurs(modele));
  expect(declencheurs(fichier).length).toBeGreaterThan(13);
});

test("une base d'une version plus récente est refusée et reste intacte", async () => {
  await migre(migrationsAvec("ALTER TABLE etudiant ADD ine text"));
  const avant = readFileSync(fichier);
  const erreur = await migre().catch((e: unknown) => e);
  expect(erreur).toBeInstanceOf(ErreurPaliers);
  expect((erreur as Error).message).toContain("version plus récente de Paliers");
  expect(readFileSync(fichier).equals(avant)).toBe(true);
});

describe("un emplacement où l'on ne peut pas écrire donne une phrase", () => {
  test("sous un fichier", async () => {
    await expect(migre(undefined, path.join(fichier, "paliers.db"))).rejects.toThrow(/ne peut pas être créé/);
  });

  test("un dossier à la place du fichier", async () => {
    const faux = path.join(path.dirname(fichier), "dossier.db");
    mkdirSync(faux);
    await expect(migre(undefined, faux)).rejects.toThrow(/ne peut pas être ouverte en écriture/);
  });

  test("un fichier qui n'est pas une base", async () => {
    writeFileSync(fichier, "Ceci est une lettre, pas une base de données.".repeat(40));
    await expect(migre()).rejects.toThrow(/est endommagée.*restaurez votre dernière sauvegarde/);
    expect(readFileSync(fichier, "utf8")).toMatch(/^Ceci est une lettre/);
  });

  test("une base tronquée se dit endommagée et mène à la restauration", async () => {
    const octets = readFileSync(fichier);
    writeFileSync(fichier, octets.subarray(0, Math.floor(octets.length / 2)));
    await expect(migre()).rejects.toThrow(/est endommagée.*restaurez votre dernière sauvegarde/);
    expect(readFileSync(fichier)).toHaveLength(Math.floor(octets.length / 2));
  });

  test("un fichier vide n'est jamais pris pour un nouveau département", async () => {
    writeFileSync(fichier, "");
    await expect(migre()).rejects.toThrow(/il est vide/);
    expect(readFileSync(fichier)).toHaveLength(0);
  });
});

test("un fichier remplacé sous un serveur ouvert n'acquitte plus rien", async () => {
  const base = await openBase({ dialecte: "sqlite", fichier });
  const essai = (id: string) =>
    base.write((tx) =>
      tx.insert(formationSqlite as never).values({ id, code: id, titre: id, etablissement: id } as never),
    );
  await essai("avant");
  cpSync(modele, `${fichier}.autre`);
  renameSync(`${fichier}.autre`, fichier);
  await expect(essai("apres")).rejects.toThrow(/remplacé ou effacé/);
  await base.close();
});
