import { z } from "zod";

export const COMMENTAIRE_MAX = 500;

const id = z.string().min(1).max(200);

/** Un commentaire tel qu'il est lu ; vide : retiré. */
export const texteCommentaire = z
  .string()
  .trim()
  .max(COMMENTAIRE_MAX, `Un commentaire a ${COMMENTAIRE_MAX} signes au plus.`);

export const entreeCommentaire = z.object({
  evaluationId: id,
  /** La ligne de la grille : une inscription, ou une copie anonyme. */
  cle: id,
  texte: texteCommentaire,
  /** La version qu'on avait sous les yeux ; 0 : pas encore de commentaire. */
  versionLue: z.number().int().min(0),
  /** Demandé quand l'évaluation est publiée. */
  motif: z.string().trim().max(500, "Motif : 500 signes au plus.").nullable(),
});

export interface CommentaireLu {
  /** Vide : retiré. */
  readonly texte: string;
  readonly version: number;
  /** Instant ISO 8601 UTC. */
  readonly le: string;
  readonly par: string;
}
