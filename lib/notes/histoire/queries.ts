import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import { anonymat, type evaluation, type Lecture, note, noteHistorique, read, utilisateur } from "@/db";
import { noteDe } from "@/db/colonnes-note";
import type { Note } from "@/lib/but/modele/note";
import { isAnonyme } from "@/lib/evaluations/libelles";
import { nomComplet } from "@/lib/libelles";
import { listHistoireCommentaire } from "../commentaire/queries";

type Evaluation = Pick<typeof evaluation.$inferSelect, "id" | "anonyme" | "etat">;

export interface EntreeHistorique {
  readonly id: string;
  /** Un changement de son commentaire, et non de la note. */
  readonly commentaire?: { readonly avant: string; readonly apres: string };
  readonly version: number;
  readonly avant: Note;
  readonly apres: Note;
  readonly source: (typeof noteHistorique.$inferSelect)["source"];
  readonly motif: string | null;
  readonly par: string;
  readonly le: string;
}

/**
 * Les inscriptions que désignent des clés de ligne. Anonyme, une évaluation ne reconnaît que ses numéros de copie : une
 * inscription devinée ne doit pas dire où est sa copie. Publiée, elle reconnaît encore ceux d'une saisie restée en route.
 */
export async function findInscriptions(
  lecture: Lecture,
  e: Evaluation,
  cles: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (!e.anonyme) return new Map(cles.map((c) => [c, c]));
  const copies = await lecture
    .select({ id: anonymat.id, inscriptionId: anonymat.inscriptionId })
    .from(anonymat)
    .where(and(eq(anonymat.evaluationId, e.id), inArray(anonymat.id, [...cles])));
  const deCopies = copies.map((c) => [c.id, c.inscriptionId] as const);
  return new Map(isAnonyme(e) ? deCopies : [...cles.map((c) => [c, c] as const), ...deCopies]);
}

/** L'histoire d'une note, la plus récente en tête. `cle` : celle de sa ligne dans la grille. */
export async function listHistorique(e: Evaluation, cle: string): Promise<EntreeHistorique[]> {
  const [lignes, commentaires] = await read(async (lecture) => {
    const inscriptionId = (await findInscriptions(lecture, e, [cle])).get(cle);
    if (inscriptionId === undefined) return [[], []] as const;
    const desNotes = await lecture
      .select({ h: noteHistorique, nom: utilisateur.nom, prenom: utilisateur.prenom })
      .from(noteHistorique)
      .innerJoin(note, eq(note.id, noteHistorique.noteId))
      .innerJoin(utilisateur, eq(utilisateur.id, noteHistorique.utilisateurId))
      .where(and(eq(note.evaluationId, e.id), eq(note.inscriptionId, inscriptionId)))
      .orderBy(desc(noteHistorique.version));
    return [desNotes, await listHistoireCommentaire(lecture, e.id, inscriptionId)] as const;
  });
  const desCommentaires = commentaires.map(({ h, ...auteur }) => ({
    id: h.id,
    version: h.version,
    commentaire: { avant: h.avant, apres: h.apres },
    avant: null,
    apres: null,
    source: h.source,
    motif: h.motif,
    par: nomComplet(auteur),
    le: h.creeLe,
  }));
  const desNotes = lignes.map(({ h, ...auteur }) => ({
    id: h.id,
    version: h.version,
    avant: noteDe({ valeur: h.avantValeur, code: h.avantCode }),
    apres: noteDe({ valeur: h.apresValeur, code: h.apresCode }),
    source: h.source,
    motif: h.motif,
    par: nomComplet(auteur),
    le: h.creeLe,
  }));
  return [...desNotes, ...desCommentaires].sort((a, b) => (a.le < b.le ? 1 : a.le > b.le ? -1 : b.version - a.version));
}
