import { getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Ecriture } from "../connexion";

/** SQLite refuse plus de 32 766 variables par requête. */
const VARIABLES = 32_000;

export async function insertAll<T extends PgTable>(
  tx: Ecriture,
  table: T,
  lignes: readonly T["$inferInsert"][],
): Promise<void> {
  const parLot = Math.floor(VARIABLES / Object.keys(getTableColumns(table)).length);
  for (let debut = 0; debut < lignes.length; debut += parLot) {
    await tx.insert(table).values(lignes.slice(debut, debut + parLot));
  }
}
