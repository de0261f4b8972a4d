import { type Base, type Ecriture, type Lecture, openBase } from "./connexion";
import { isSqlite } from "./tables";

export type { Ecriture, Lecture } from "./connexion";
export { dossierDonnees, isDemonstration } from "./emplacement";
export { ErreurPaliers } from "./erreurs";
export { prepareOnce } from "./prepare";
export type { EtatInscription, EtatSemestre, Regime, Role } from "./schema/types";
export * from "./tables";

// Next peut charger ce module plusieurs fois dans un même processus ; la file d'écriture doit rester unique.
const global_ = globalThis as { paliersBase?: Promise<Base> };

function base(): Promise<Base> {
  global_.paliersBase ??= openBase();
  return global_.paliersBase;
}

/** Une lecture, hors transaction. */
export async function read<T>(fn: (lecture: Lecture) => Promise<T>): Promise<T> {
  return fn((await base()).read);
}

/** Une transaction d'écriture (voir Base.write). Hors de db/, seuls le garde de lib/auth et le facteur de lib/courriel l'appellent. */
export async function write<T>(fn: (tx: Ecriture) => Promise<T>): Promise<T> {
  return (await base()).write(fn);
}

/** Ferme la base ouverte par ce processus ; la prochaine lecture la rouvrira. Pour les commandes et les tests. */
export async function closeBase(): Promise<void> {
  const ouverte = global_.paliersBase;
  global_.paliersBase = undefined;
  await (await ouverte)?.close();
}

/**
 * Verrouille les lignes lues jusqu'à la fin de la transaction, pour qu'un état vérifié ne change pas avant l'écriture.
 * SQLite n'en a pas besoin (un seul écrivain) et ne connaît pas la clause.
 */
export function lockRows<Q extends PromiseLike<unknown>>(
  requete: Q & { for(force: "share" | "update"): unknown },
  force: "share" | "update",
): Q {
  return isSqlite ? requete : (requete.for(force) as Q);
}

/** Une contrainte d'unicité a-t-elle refusé l'écriture ? Même réponse pour les deux dialectes. */
export function isUniqueViolation(erreur: unknown): boolean {
  for (let e = erreur; e instanceof Error; e = e.cause) {
    const code = (e as { code?: string }).code;
    if (code === "23505" || code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY") return true;
  }
  return false;
}
