import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { migrate as migrateSqlite } from "drizzle-orm/better-sqlite3/migrator";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { migrate as migratePg } from "drizzle-orm/node-postgres/migrator";
import { Client, Pool } from "pg";
import { openSqlite, phraseEndommagee } from "./connexion";
import { otesPar, putBack, setAside } from "./declencheurs";
import { type Emplacement, emplacement } from "./emplacement";
import { ErreurPaliers } from "./erreurs";

interface Entree {
  readonly when: number;
}

function dossier(dialecte: "sqlite" | "postgres"): string {
  return path.join(process.cwd(), "db", "migrations", dialecte);
}

function entrees(migrationsFolder: string): readonly Entree[] {
  const texte = readFileSync(path.join(migrationsFolder, "meta", "_journal.json"), "utf8");
  return (JSON.parse(texte) as { entries: Entree[] }).entries;
}

/** Ce que les migrations de ce dossier disent ôter ; ôté puis refait, un déclencheur est là et n'est pas remis. */
function declencheursOtes(migrationsFolder: string): ReadonlySet<string> {
  const fichiers = readdirSync(migrationsFolder).filter((nom) => nom.endsWith(".sql"));
  return new Set(fichiers.flatMap((nom) => otesPar(readFileSync(path.join(migrationsFolder, nom), "utf8"))));
}

/** Combien de migrations restent à appliquer. @throws ErreurPaliers si la base vient d'une version plus récente */
function compteRestantes(connues: readonly Entree[], derniere: number): number {
  const plusRecente = connues.at(-1)?.when ?? 0;
  if (derniere > plusRecente) {
    throw new ErreurPaliers(
      "Cette base a été écrite par une version plus récente de Paliers : installez cette version, ou choisissez une autre base dans PALIERS_DB. Rien n'a été modifié.",
    );
  }
  return connues.filter((m) => m.when > derniere).length;
}

function derniereSqlite(base: Sqlite.Database): number {
  const existe = base.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (!existe) return 0;
  const ligne = base.prepare("select max(created_at) as m from __drizzle_migrations").get() as { m: number | null };
  return ligne.m ?? 0;
}

/** @throws ErreurPaliers si une page du fichier manque ou ne se lit plus */
function verifySaine(base: Sqlite.Database, fichier: string): void {
  let controle: unknown;
  try {
    controle = base.pragma("quick_check(1)", { simple: true });
  } catch (cause) {
    throw new ErreurPaliers(phraseEndommagee(fichier), { cause });
  }
  if (controle !== "ok") throw new ErreurPaliers(phraseEndommagee(fichier));
}

/**
 * SQLite : dans une transaction, `PRAGMA foreign_keys = OFF` est sans effet, et une table reconstruite emporterait ses
 * lignes filles. On coupe donc les clés avant, on garde une copie du fichier, on vérifie après, et si quelque chose
 * échoue la copie reprend sa place.
 */
async function migrateFichier(fichier: string, migrationsFolder: string): Promise<number> {
  const nouvelle = !existsSync(fichier);
  const base = openSqlite(fichier);
  let copie: string | null = null;
  try {
    verifySaine(base, fichier);
    putBack(base);
    const restantes = compteRestantes(entrees(migrationsFolder), derniereSqlite(base));
    if (restantes === 0) return 0;
    if (!nouvelle) {
      const voulue = `${fichier}.avant-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
      await base.backup(voulue);
      copie = voulue;
    }
    base.pragma("foreign_keys = OFF");
    setAside(base);
    migrateSqlite(drizzleSqlite(base), { migrationsFolder });
    putBack(base, declencheursOtes(migrationsFolder));
    const orphelines = base.pragma("foreign_key_check") as unknown[];
    if (orphelines.length > 0) throw new Error(`${orphelines.length} lignes orphelines`);
    return restantes;
  } catch (cause) {
    if (cause instanceof ErreurPaliers) throw cause;
    base.close();
    if (copie || nouvelle) restore(fichier, copie);
    throw new ErreurPaliers(
      `La mise à jour de la base ${fichier} a échoué (${raison(cause)}). Rien n'a été modifié : signalez ce message, et gardez la version précédente de Paliers.`,
      { cause },
    );
  } finally {
    base.close();
  }
}

/** Drizzle enveloppe l'erreur du moteur avec toute la requête : seule la cause première se lit. */
function raison(erreur: unknown): string {
  if (!(erreur instanceof Error)) return String(erreur);
  return erreur.cause instanceof Error ? raison(erreur.cause) : erreur.message;
}

/** Remet le fichier comme il était : sa copie, ou rien. */
function restore(fichier: string, copie: string | null): void {
  for (const suffixe of ["-wal", "-shm"]) rmSync(`${fichier}${suffixe}`, { force: true });
  if (copie) renameSync(copie, fichier);
  else rmSync(fichier, { force: true });
}

/** Choisi une fois pour toutes ; tenu par la session, il se rend même si elle meurt. */
const VERROU_MIGRATION = 7_254_261;

async function migrateServeur(url: string, migrationsFolder: string): Promise<number> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    // Deux serveurs lancés ensemble : le second attend que le premier ait fini, puis ne trouve plus rien à faire.
    await client.query("select pg_advisory_lock($1)", [VERROU_MIGRATION]);
    const table = await client.query("select to_regclass('drizzle.__drizzle_migrations') as t");
    const derniere = table.rows[0]?.t
      ? Number((await client.query("select max(created_at) as m from drizzle.__drizzle_migrations")).rows[0]?.m ?? 0)
      : 0;
    const restantes = compteRestantes(entrees(migrationsFolder), derniere);
    if (restantes > 0) await migratePg(drizzlePg(client), { migrationsFolder });
    return restantes;
  } catch (cause) {
    if (cause instanceof ErreurPaliers) throw cause;
    throw new ErreurPaliers(
      `La base PostgreSQL de PALIERS_DB ne répond pas ou refuse la mise à jour (${(cause as Error).message}) : vérifiez l'adresse, le compte et que le serveur tourne.`,
      { cause },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Amène la base à la version de ce programme. Rend le nombre de migrations appliquées. */
export async function migrateBase(lieu: Emplacement = emplacement(), migrationsFolder?: string): Promise<number> {
  switch (lieu.dialecte) {
    case "sqlite":
      return migrateFichier(lieu.fichier, migrationsFolder ?? dossier("sqlite"));
    case "postgres":
      return migrateServeur(lieu.url, migrationsFolder ?? dossier("postgres"));
    case "pglite":
      return 0;
  }
}

/** Combien de mises à jour cette base attend, sans y toucher. */
export async function restantes(lieu: Emplacement): Promise<number> {
  switch (lieu.dialecte) {
    case "sqlite": {
      const base = new Sqlite(lieu.fichier, { readonly: true, fileMustExist: true });
      try {
        return compteRestantes(entrees(dossier("sqlite")), derniereSqlite(base));
      } finally {
        base.close();
      }
    }
    case "postgres": {
      const pool = new Pool({ connectionString: lieu.url, connectionTimeoutMillis: 10_000 });
      try {
        const { rows } = await pool.query("select max(created_at) as m from drizzle.__drizzle_migrations");
        return compteRestantes(entrees(dossier("postgres")), Number(rows[0]?.m ?? 0));
      } finally {
        await pool.end();
      }
    }
    case "pglite":
      return 0;
  }
}
