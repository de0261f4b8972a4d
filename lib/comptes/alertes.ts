import "server-only";
import { and, desc, eq, gte } from "drizzle-orm";
import { journal, read } from "@/db";

const UN_MOIS_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Les moments, du plus récent, où trop d'essais ratés ont fait ralentir les connexions à ce compte, depuis trente jours ;
 * cinq au plus. Instants ISO 8601 UTC.
 */
export async function listAlertes(utilisateurId: string): Promise<readonly string[]> {
  const depuis = new Date(Date.now() - UN_MOIS_MS).toISOString();
  const lignes = await read((l) =>
    l
      .select({ creeLe: journal.creeLe })
      .from(journal)
      .where(
        and(
          eq(journal.sujetType, "utilisateur"),
          eq(journal.sujetId, utilisateurId),
          eq(journal.action, "connexions ralenties"),
          gte(journal.creeLe, depuis),
        ),
      )
      .orderBy(desc(journal.creeLe))
      .limit(5),
  );
  return lignes.map((l) => l.creeLe);
}
