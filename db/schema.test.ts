import Sqlite from "better-sqlite3";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { migrate as migrateSqlite } from "drizzle-orm/better-sqlite3/migrator";
import { getTableConfig as configPg } from "drizzle-orm/pg-core";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import { getTableConfig as configSqlite, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as postgres from "./schema/postgres";
import * as sqlite from "./schema/sqlite";

interface Colonne {
  readonly table: string;
  readonly colonne: string;
  readonly type: string;
  readonly nullable: boolean;
}

const baseSqlite = new Sqlite(":memory:");
const basePg = drizzlePglite();

beforeAll(async () => {
  migrateSqlite(drizzleSqlite(baseSqlite), { migrationsFolder: "db/migrations/sqlite" });
  await migratePglite(basePg, { migrationsFolder: "db/migrations/postgres" });
});
afterAll(async () => {
  baseSqlite.close();
  await basePg.$client.close();
});

function colonnesSqlite(): Colonne[] {
  const lignes = baseSqlite
    .prepare(
      `select t.name as "table", c.name as colonne, c.type as type, c."notnull" as obligatoire
       from sqlite_master t join pragma_table_info(t.name) c
       where t.type = 'table' and t.name not like '\\_\\_%' escape '\\' order by 1, 2`,
    )
    .all() as { table: string; colonne: string; type: string; obligatoire: number }[];
  return lignes.map(({ table, colonne, type, obligatoire }) => ({ table, colonne, type, nullable: obligatoire === 0 }));
}

/** SQLite n'a pas de booléen : un entier de 0 ou 1 en tient lieu. */
async function colonnesPg(): Promise<Colonne[]> {
  const { rows } = await basePg.$client.query<{ table: string; colonne: string; type: string; nullable: string }>(
    `select table_name as "table", column_name as colonne, data_type as type, is_nullable as nullable
     from information_schema.columns where table_schema = 'public'`,
  );
  return rows
    .map((c) => ({ ...c, type: c.type === "boolean" ? "integer" : c.type, nullable: c.nullable === "YES" }))
    .sort((a, b) => (cle(a) < cle(b) ? -1 : 1));
}

const cle = (c: Colonne) => `${c.table} ${c.colonne}`;

test("les deux bases migrées ont les mêmes tables et colonnes, de mêmes types et mêmes obligations", async () => {
  const deSqlite = colonnesSqlite().sort((a, b) => (cle(a) < cle(b) ? -1 : 1));
  expect(new Set(deSqlite.map((c) => c.table)).size).toBe(Object.keys(sqlite).length);
  expect(deSqlite.map((c) => ({ ...c, type: c.type.toLowerCase() }))).toEqual(await colonnesPg());
});

test("les deux schémas ont les mêmes clés étrangères, unicités, contrôles et index", () => {
  const tables = Object.values(postgres).map((table) => resume(configPg(table)));
  const deSqlite = Object.values(sqlite).map((table) => resume(configSqlite(table as unknown as SQLiteTable)));
  expect(tables.length).toBeGreaterThan(20);
  expect(deSqlite).toEqual(tables);
});

interface Config {
  readonly name: string;
  readonly checks: readonly { readonly name: string }[];
  readonly indexes: readonly { readonly config: { readonly name?: string; readonly unique?: boolean } }[];
  readonly uniqueConstraints: readonly { readonly columns: readonly { readonly name: string }[] }[];
  readonly foreignKeys: readonly {
    reference(): { readonly columns: readonly { readonly name: string }[]; readonly foreignTable: object };
  }[];
  readonly columns: readonly {
    readonly name: string;
    readonly dataType: string;
    readonly notNull: boolean;
    readonly hasDefault: boolean;
    readonly isUnique: boolean;
  }[];
}

function resume(config: Config) {
  const nomDe = (table: object) => String(Reflect.get(table, Symbol.for("drizzle:Name")));
  return {
    nom: config.name,
    colonnes: config.columns.map(({ name, dataType, notNull, hasDefault, isUnique }) => ({
      name,
      dataType,
      notNull,
      hasDefault,
      isUnique,
    })),
    controles: config.checks.map((c) => c.name).sort(),
    index: config.indexes.map((i) => [i.config.name, i.config.unique]).sort(),
    unicites: config.uniqueConstraints.map((u) => u.columns.map((c) => c.name)),
    cles: config.foreignKeys.map((f) => {
      const { columns, foreignTable } = f.reference();
      return [columns.map((c) => c.name), nomDe(foreignTable)];
    }),
  };
}

test("les deux bases refusent de modifier ou d'effacer les mêmes tables d'histoire", async () => {
  const deSqlite = baseSqlite
    .prepare("select distinct tbl_name from sqlite_master where type = 'trigger' and name like '%ajout_seul%'")
    .pluck();
  const { rows } = await basePg.$client.query<{ t: string }>(
    "select distinct event_object_table as t from information_schema.triggers where trigger_name like '%ajout_seul%'",
  );
  const attendues = [
    "commentaire_jury",
    "commentaire_note_historique",
    "consultation",
    "decision",
    "document",
    "journal",
    "note_historique",
    "pv",
  ];
  expect((deSqlite.all() as string[]).sort()).toEqual(attendues);
  expect(rows.map((r) => r.t).sort()).toEqual(attendues);
});
