import { randomUUID } from "node:crypto";
import { type Ecriture, journal } from "@/db";

/** Une ligne d'histoire : ce qui a changé, de quoi, vers quoi, pourquoi. */
export interface EntreeJournal {
  /** Verbe au passé, lisible : « coefficient corrigé », « bonus saisi »… */
  readonly action: string;
  readonly sujetType: string;
  readonly sujetId: string;
  readonly avant: unknown;
  readonly apres: unknown;
  readonly motif?: string | null;
}

const json = (valeur: unknown): string | null =>
  valeur === null || valeur === undefined ? null : JSON.stringify(valeur);

export async function insertJournal(
  tx: Ecriture,
  utilisateurId: string | null,
  instant: string,
  entrees: readonly EntreeJournal[],
): Promise<void> {
  await tx.insert(journal).values(
    entrees.map((e) => ({
      id: randomUUID(),
      utilisateurId,
      action: e.action,
      sujetType: e.sujetType,
      sujetId: e.sujetId,
      avant: json(e.avant),
      apres: json(e.apres),
      motif: e.motif ?? null,
      creeLe: instant,
    })),
  );
}
