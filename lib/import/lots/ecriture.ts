import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { type Ecriture, lockRows, lotImport, lotImportLigne } from "@/db";
import { Refus } from "@/lib/errors";
import { type LigneDefaite, remonte } from "./chaine";

export interface NouveauLot {
  readonly id: string;
  readonly usage: string;
  readonly cible: string;
  readonly semestreId: string | null;
  readonly fichier: string;
  readonly signature: string;
  /** Combien de lignes portait le fichier, et combien ne se sont pas écrites. */
  readonly lignes: number;
  readonly ecartees: number;
  readonly utilisateurId: string;
  readonly instant: string;
}

export interface LigneEcrite {
  readonly ligne: number;
  readonly sujetType: string;
  readonly sujetId: string;
  /** 0 : rien n'était là. */
  readonly versionAvant: number;
  readonly versionApres: number;
  /** Ce qui était là, pour le remettre. */
  readonly avant: unknown;
}

/** Un lot de moins de variables que SQLite n'en accepte d'un coup. */
const PAR_INSERTION = 500;

/** Inscrit un lot appliqué, dans la transaction qui écrit ce qu'il apporte. */
export async function recordLot(tx: Ecriture, lot: NouveauLot, ecrites: readonly LigneEcrite[]): Promise<void> {
  const { instant, ...reste } = lot;
  await tx.insert(lotImport).values({ ...reste, etat: "applique", ecrites: ecrites.length, creeLe: instant });
  for (let i = 0; i < ecrites.length; i += PAR_INSERTION)
    await tx.insert(lotImportLigne).values(
      ecrites.slice(i, i + PAR_INSERTION).map(({ avant, ...l }) => ({
        id: randomUUID(),
        lotId: lot.id,
        ...l,
        avant: avant === null || avant === undefined ? null : JSON.stringify(avant),
      })),
    );
}

export type LotImport = typeof lotImport.$inferSelect;

/** Le lot, verrouillé jusqu'à la fin de la transaction ; null s'il n'existe pas. */
export async function lockLot(tx: Ecriture, id: string): Promise<LotImport | null> {
  const [lot] = await lockRows(tx.select().from(lotImport).where(eq(lotImport.id, id)), "update");
  return lot ?? null;
}

export type LigneLot = typeof lotImportLigne.$inferSelect;

export const listLignes = (tx: Ecriture, lotId: string): Promise<LigneLot[]> =>
  tx.select().from(lotImportLigne).where(eq(lotImportLigne.lotId, lotId));

/**
 * Les lignes d'un lot qu'on peut défaire : toutes, ou aucune. Lève un refus qui dit combien ont changé depuis. Un lot plus
 * récent déjà annulé ne tient plus sur rien : on passe par-dessus lui.
 * @param versions la version présente de chaque sujet du lot
 */
export async function verifyDefaisable(
  tx: Ecriture,
  lot: LotImport,
  versions: ReadonlyMap<string, number>,
): Promise<readonly LigneLot[]> {
  if (lot.etat !== "applique") throw new Refus("conflit", "Cet import est déjà annulé.");
  const lignes = await listLignes(tx, lot.id);
  const defaites: LigneDefaite[] = [];
  const sujets = lignes.map((l) => l.sujetId);
  for (let i = 0; i < sujets.length; i += PAR_INSERTION)
    defaites.push(
      ...(await tx
        .select({
          sujetId: lotImportLigne.sujetId,
          versionAvant: lotImportLigne.versionAvant,
          versionAnnulee: lotImportLigne.versionAnnulee,
        })
        .from(lotImportLigne)
        .where(
          and(
            inArray(lotImportLigne.sujetId, sujets.slice(i, i + PAR_INSERTION)),
            isNotNull(lotImportLigne.versionAnnulee),
          ),
        )),
    );
  const changees = lignes.filter((l) => remonte(l.sujetId, versions.get(l.sujetId) ?? 0, defaites) !== l.versionApres);
  if (changees.length > 0)
    throw new Refus(
      "conflit",
      changees.length === 1
        ? "Une des valeurs de cet import a changé depuis : il ne se défait plus d'un coup. Annulez d'abord l'import plus récent, ou corrigez-la à la main."
        : `${changees.length} des valeurs de cet import ont changé depuis : il ne se défait plus d'un coup. Annulez d'abord l'import plus récent, ou corrigez-les à la main.`,
    );
  return lignes;
}

/** Le lot est annulé ; `versions` dit celle que l'annulation a laissée à chaque sujet. */
export async function markAnnule(
  tx: Ecriture,
  lot: LotImport,
  { utilisateurId, instant }: Pick<NouveauLot, "utilisateurId" | "instant">,
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  await tx
    .update(lotImport)
    .set({ etat: "annule", annuleLe: instant, annulePar: utilisateurId })
    .where(eq(lotImport.id, lot.id));
  for (const [sujetId, versionAnnulee] of versions)
    await tx
      .update(lotImportLigne)
      .set({ versionAnnulee })
      .where(
        and(
          eq(lotImportLigne.lotId, lot.id),
          eq(lotImportLigne.sujetId, sujetId),
          isNull(lotImportLigne.versionAnnulee),
        ),
      );
}
