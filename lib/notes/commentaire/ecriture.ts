import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { commentaireNote, commentaireNoteHistorique } from "@/db";
import type { Contexte } from "../ecriture";

type Ligne = typeof commentaireNote.$inferSelect;

interface Changement {
  readonly inscriptionId: string;
  readonly texte: string;
  /** Si une autre est en place, rien ne s'écrit. */
  readonly versionLue: number;
  readonly source: "cellule" | "import";
}

/** Ce qui s'est écrit, et ce qui était là. */
export interface CommentaireEcrit {
  readonly id: string;
  readonly inscriptionId: string;
  readonly avant: string;
  readonly version: number;
}

/** Les commentaires en place de ces inscriptions, par inscription ; l'évaluation est verrouillée, ils ne bougent plus. */
export async function readCommentaires(
  { tx, sujet }: Contexte,
  inscriptionIds: readonly string[],
): Promise<ReadonlyMap<string, Ligne>> {
  if (inscriptionIds.length === 0) return new Map();
  const lignes = await tx
    .select()
    .from(commentaireNote)
    .where(
      and(
        eq(commentaireNote.evaluationId, sujet.evaluation.id),
        inArray(commentaireNote.inscriptionId, [...inscriptionIds]),
      ),
    );
  return new Map(lignes.map((l) => [l.inscriptionId, l]));
}

/**
 * Écrit des commentaires et leur histoire. Une version dépassée est un conflit et ne s'écrit pas ; un texte inchangé non
 * plus.
 */
export async function writeCommentaires(
  contexte: Contexte,
  changements: readonly Changement[],
  motif: string | null,
): Promise<{ readonly ecrits: readonly CommentaireEcrit[]; readonly conflits: readonly string[] }> {
  const { tx, user, sujet, instant } = contexte;
  const enPlace = await readCommentaires(
    contexte,
    changements.map((c) => c.inscriptionId),
  );
  const ecrits: CommentaireEcrit[] = [];
  const conflits: string[] = [];
  for (const { inscriptionId, texte, versionLue, source } of changements) {
    const present = enPlace.get(inscriptionId);
    const avant = present?.texte ?? "";
    if (avant === texte) continue;
    if ((present?.version ?? 0) !== versionLue) {
      conflits.push(inscriptionId);
      continue;
    }
    const id = present?.id ?? randomUUID();
    const version = versionLue + 1;
    const champs = { texte, version, modifieLe: instant, modifiePar: user.id };
    if (present) await tx.update(commentaireNote).set(champs).where(eq(commentaireNote.id, id));
    else await tx.insert(commentaireNote).values({ id, evaluationId: sujet.evaluation.id, inscriptionId, ...champs });
    await tx.insert(commentaireNoteHistorique).values({
      id: randomUUID(),
      commentaireId: id,
      version,
      avant,
      apres: texte,
      source,
      motif,
      utilisateurId: user.id,
      creeLe: instant,
    });
    ecrits.push({ id, inscriptionId, avant, version });
  }
  return { ecrits, conflits };
}
