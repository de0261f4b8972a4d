import { accessSync, constants, existsSync, statSync, writeFileSync } from "node:fs";
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

const ENDOMMAGEE = new Set(["SQLITE_NOTADB", "SQLITE_CORRUPT"]);

/** Une base abîmée ne se répare pas : on la garde, et on repart d'une sauvegarde. */
export const phraseEndommagee = (fichier: string): string =>
  `La base ${fichier} est endommagée : gardez ce fichier tel quel, et restaurez votre dernière sauvegarde dans un endroit vide (npm run restauration, voir docs/exploitation.md).`;

/** @throws ErreurPaliers si le fichier ne peut être ni créé ni écrit, s'il est vide, ou si ce n'est pas une base saine */
export function openSqlite(fichier: string): Sqlite.Database {
  prepareDossier(fichier);
  // SQLite prendrait un fichier vide pour une base neuve : un disque mal monté deviendrait un département sans personne.
  if (existsSync(fichier) && statSync(fichier).size === 0)
    throw new ErreurPaliers(
      `Le fichier ${fichier} existe mais il est vide. Si une base devait y être, restaurez votre dernière sauvegarde dans un endroit vide (npm run restauration) ; si c'est une nouvelle installation, effacez d'abord ce fichier.`,
    );
  try {
    accessSync(existsSync(fichier) ? fichier : path.dirname(fichier), constants.W_OK);
    const connexion = new Sqlite(fichier);
    for (const pragma of PRAGMAS) connexion.pragma(pragma);
    return connexion;
  } catch (cause) {
    if (cause instanceof Sqlite.SqliteError && ENDOMMAGEE.has(cause.code))
      throw new ErreurPaliers(phraseEndommagee(fichier), { cause });
    throw new ErreurPaliers(
      `La base ${fichier} ne peut pas être ouverte en écriture : vérifiez les droits du fichier et de son dossier, ou changez PALIERS_DB.`,
      { cause },
    );
  }
}

/** Après ce silence, ce que le journal WAL retient passe dans le fichier. */
const REPOS_MS = 1_000;

/** À côté de la base, pour qui voudrait la copier à la main. */
const CONSEIL = `Ne copiez pas ce fichier pendant que Paliers tourne : ses dernières écritures peuvent encore être dans « -wal ».

Pour une copie sûre, pendant que l'on s'en sert :
  npm run sauvegarde -- --dossier /un/dossier

Pour la remettre dans un endroit vide :
  PALIERS_DB=/srv/paliers/nouvelle.db npm run restauration -- /un/dossier/paliers-….manifeste.json

Sans Paliers : arrêtez d'abord le serveur, puis copiez ensemble le fichier, « -wal » et « -shm » s'ils existent.
`;

/** Ne gêne jamais l'ouverture : un dossier où l'on n'écrit pas se dira ailleurs. */
function leaveConseil(fichier: string): void {
  try {
    writeFileSync(`${fichier}.LISEZ-MOI.txt`, CONSEIL, { flag: "wx" });
  } catch {
    // Il y est déjà, ou ne peut pas y être.
  }
}

function openBaseSqlite(fichier: string): Base {
  const ecrivain = openSqlite(fichier);
  leaveConseil(fichier);
  let repos: NodeJS.Timeout | null = null;
  // PASSIVE n'attend personne : ce qu'un lecteur retient encore passera au repos suivant.
  const planCheckpoint = () => {
    repos ??= setTimeout(() => {
      repos = null;
      if (ecrivain.open && !ecrivain.inTransaction) ecrivain.pragma("wal_checkpoint(PASSIVE)");
    }, REPOS_MS).unref();
  };
  const lecteur = new Sqlite(fichier, { readonly: true });
  lecteur.pragma("busy_timeout = 5000");
  const tx = drizzleSqlite(ecrivain, { casing: "snake_case" }) as unknown as Ecriture;

  // Un seul écrivain : les transactions attendent leur tour, et un BEGIN ne tombe jamais dans celle d'un autre.
  let file: Promise<unknown> = Promise.resolve();
  const ouvert = statSync(fichier, { throwIfNoEntry: false })?.ino;
  const transaction = async <T>(fn: (tx: Ecriture) => Promise<T>): Promise<T> => {
    // Remplacé ou effacé, le fichier ouvert n'a plus de nom : ce qui s'y écrirait serait perdu à l'arrêt.
    if (statSync(fichier, { throwIfNoEntry: false })?.ino !== ouvert)
      throw new ErreurPaliers(
        `Le fichier ${fichier} a été remplacé ou effacé pendant que Paliers tournait : rien ne s'y enregistre plus. Arrêtez le serveur, remettez la bonne base, puis relancez-le.`,
      );
    ecrivain.exec("BEGIN IMMEDIATE");
    try {
      const valeur = await fn(tx);
      ecrivain.exec("COMMIT");
      planCheckpoint();
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
      if (repos) clearTimeout(repos);
      lecteur.close();
      ecrivain.close();
    },
  };
}

/**
 * Ce qu'un PostgreSQL peut faire attendre, ms : au-delà, la personne reçoit une réponse plutôt qu'une page qui tourne. Les
 * dix connexions servent deux cœurs ; le reste attend son tour.
 */
const PATIENCE = {
  max: 10,
  connectionTimeoutMillis: 10_000,
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
} as const;

/** Deux écritures se sont croisées : celle-ci n'a rien laissé, et peut être refaite. */
const CROISEES = new Set(["40001", "40P01"]);
const ESSAIS = 8;

function codeDe(erreur: unknown): string | undefined {
  for (let e = erreur; e instanceof Error; e = e.cause) {
    const { code } = e as { code?: unknown };
    if (typeof code === "string") return code;
  }
  return undefined;
}

function openBasePostgres(url: string): Base {
  const pool = new Pool({ connectionString: url, ...PATIENCE });
  // Une connexion au repos qui tombe (serveur redémarré) se dit ici ; sans écoute, elle emporterait le processus.
  pool.on("error", () => undefined);
  const db = drizzlePg(pool, { casing: "snake_case" });
  return {
    read: db,
    // « serializable » : deux écritures qui se croisent valent toujours l'une après l'autre, comme sous SQLite où la seconde
    // attend son tour. Celle que PostgreSQL refuse n'a rien laissé : on la refait du début, avec ce que l'autre a écrit.
    async write(fn) {
      for (let essai = 1; ; essai++) {
        try {
          return await db.transaction((tx) => fn(tx), { isolationLevel: "serializable" });
        } catch (erreur) {
          if (essai >= ESSAIS || !CROISEES.has(codeDe(erreur) ?? "")) throw erreur;
          await new Promise((suite) => setTimeout(suite, Math.random() * 5 * 2 ** essai));
        }
      }
    },
    close: () => pool.end(),
  };
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
