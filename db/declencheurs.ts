import type Sqlite from "better-sqlite3";

// SQLite jette les déclencheurs d'une table qu'on reconstruit, et refuse de la renommer si un autre la lit. Ils sont donc
// mis de côté le temps d'une mise à jour, dans la base même : un arrêt net entre les deux ne les perd pas.

const RESERVE = "__declencheurs_de_cote";

const isReserve = (base: Sqlite.Database): boolean =>
  base.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(RESERVE) !== undefined;

/** Met de côté tous les déclencheurs de la base. */
export function setAside(base: Sqlite.Database): void {
  base.transaction(() => {
    base.exec(`create table if not exists ${RESERVE} (nom text primary key, sql text not null)`);
    base.exec(`insert or ignore into ${RESERVE} select name, sql from sqlite_master where type = 'trigger'`);
    for (const nom of base.prepare(`select nom from ${RESERVE}`).pluck().all() as string[])
      base.exec(`drop trigger if exists "${nom}"`);
  })();
}

/**
 * Remet ceux qui ont été mis de côté, sauf ceux que la mise à jour a refaits ou dit vouloir ôter. Sans réserve, ne fait rien.
 * @param otes ceux qu'une migration nomme dans un « DROP TRIGGER IF EXISTS »
 */
export function putBack(base: Sqlite.Database, otes: ReadonlySet<string> = new Set()): void {
  if (!isReserve(base)) return;
  base.transaction(() => {
    const presents = new Set(base.prepare("select name from sqlite_master where type = 'trigger'").pluck().all());
    const gardes = base.prepare(`select nom, sql from ${RESERVE}`).all() as { nom: string; sql: string }[];
    for (const { nom, sql } of gardes) if (!presents.has(nom) && !otes.has(nom)) base.exec(sql);
    base.exec(`drop table ${RESERVE}`);
  })();
}

/** Les déclencheurs que ce SQL dit ôter. */
export const otesPar = (sql: string): string[] =>
  [...sql.matchAll(/drop\s+trigger\s+(?:if\s+exists\s+)?[`"]?(\w+)/gi)].map(([, nom = ""]) => nom);
