import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";

/** Ce qu'il faut d'un dialecte pour écrire le modèle. Le type est celui de PostgreSQL : les requêtes n'en voient qu'un. */
export const postgresKit = {
  table: pg.pgTable,
  text: () => pg.text(),
  integer: () => pg.integer(),
  boolean: () => pg.boolean(),
  check: pg.check,
  index: pg.index,
  unique: pg.unique,
  uniqueIndex: pg.uniqueIndex,
};

export type Kit = typeof postgresKit;

/** Le seul endroit où SQLite est pris pour PostgreSQL : même forme, mêmes valeurs rendues (un test compare les deux bases). */
export const sqliteKit = {
  table: sqlite.sqliteTable,
  text: () => sqlite.text(),
  integer: () => sqlite.integer(),
  boolean: () => sqlite.integer({ mode: "boolean" }),
  check: sqlite.check,
  index: sqlite.index,
  unique: sqlite.unique,
  uniqueIndex: sqlite.uniqueIndex,
} as unknown as Kit;
