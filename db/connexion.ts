import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { drizzle as drizzlePg, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import { type Emplacement, emplacement, prepareDossier } from "./emplacement";
import { ErreurPaliers } from "./erreurs";

/** Ce que voient les requêtes, quel que soit le dialecte : des constructeurs attendus, jamais `.get()` ni `.transaction()`. */
export type Lecture = Pick<NodePgDatabase, "select" | "selectDistinct" | "$count">;
export type Ecriture = Lecture & Pick<NodePgDatabase, "insert" | "update" | "delete">;

/**
 * La seule façon de parler à la base. `write` ouvre une transaction, la valide si `fn` aboutit, l'annule si elle lève.
 * Rien de lent (réseau, empreinte de mot de passe) dans `fn` : SQLite n'a qu'un écrivain.
 */
export interface Base {
  readonly read: Lecture;
  write<T>(fn: (tx: Ecriture) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const PRAGMAS = ["journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000", "foreign_keys = ON"];

/** @throws ErreurPaliers si le fichier ne peut être ni créé ni écrit */
export function openSqlite(fichier: string): Sqlite.Database {
  prepareDossier(fichier);
  try {
    accessSync(existsSync(fichier) ? fichier : path.dirname(fichier), constants.W_OK);
    const connexion = new Sqlite(fichier);
    for (const pragma of PRAGMAS) connexion.pragma(pragma);
    return connexion;
  } catch (cause) {
    throw new ErreurPaliers(
      `La base ${fichier} ne peut pas être ouverte en écriture : vérifiez les droits du fichier et de son dossier, ou changez PALIERS_DB.`,
      { cause },
    );
  }
}

function openBaseSqlite(fichier: string): Base {
  const ecrivain = openSqlite(fichier);
  const lecteur = new Sqlite(fichier, { readonly: true });
  lecteur.pragma("busy_timeout = 5000");
  const tx = drizzleSqlite(ecrivain, { casing: "snake_case" }) as unknown as Ecriture;

  // Un seul écrivain : les transactions attendent leur tour, et un BEGIN ne tombe jamais dans celle d'un autre.
  let file: Promise<unknown> = Promise.resolve();
  const transaction = async <T>(fn: (tx: Ecriture) => Promise<T>): Promise<T> => {
    ecrivain.exec("BEGIN IMMEDIATE");
    try {
      const valeur = await fn(tx);
      ecrivain.exec("COMMIT");
      return valeur;
    } catch (erreur) {
      if (ecrivain.inTransaction) ecrivain.exec("ROLLBACK");
      throw erreur;
    }
  };

  return {
    read: drizzleSqlite(lecteur, { casing: "snake_case" }) as unknown as Lecture,
    write(fn) {
      const resultat = file.then(() => transaction(fn));
      file = resultat.catch(() => undefined);
      return resultat;
    },
    async close() {
      await file;
      lecteur.close();
      ecrivain.close();
    },
  };
}

function openBasePostgres(url: string): Base {
  const pool = new Pool({ connectionString: url });
  const db = drizzlePg(pool, { casing: "snake_case" });
  return { read: db, write: (fn) => db.transaction((tx) => fn(tx)), close: () => pool.end() };
}

async function openBasePglite(): Promise<Base> {
  // Dépendance de développement seulement : le nom passe par une variable pour rester hors du paquet servi.
  const nom = "drizzle-orm/pglite";
  const { drizzle } = (await import(/* turbopackIgnore: true */ nom)) as typeof import("drizzle-orm/pglite");
  const db = drizzle({ casing: "snake_case" });
  const { migrate } = await import("drizzle-orm/pglite/migrator");
  await migrate(db, { migrationsFolder: path.join(process.cwd(), "db", "migrations", "postgres") });
  return {
    read: db as unknown as Lecture,
    write: (fn) => db.transaction((tx) => fn(tx as unknown as Ecriture)),
    close: () => db.$client.close(),
  };
}

export async function openBase(lieu: Emplacement = emplacement()): Promise<Base> {
  switch (lieu.dialecte) {
    case "sqlite":
      return openBaseSqlite(lieu.fichier);
    case "postgres":
      return openBasePostgres(lieu.url);
    case "pglite":
      return openBasePglite();
  }
}
