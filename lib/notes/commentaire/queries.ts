import "server-only";
import { and, asc, desc, eq, ne } from "drizzle-orm";
import { commentaireNote, commentaireNoteHistorique, evaluation, inscription, type Lecture, utilisateur } from "@/db";
import { nomComplet } from "@/lib/libelles";

/** Par inscription, ce que porte une évaluation : le texte en place, vide s'il a été retiré, et sa version. */
export async function listCommentaires(lecture: Lecture, evaluationId: string) {
  const lignes = await lecture
    .select({ c: commentaireNote, nom: utilisateur.nom, prenom: utilisateur.prenom })
    .from(commentaireNote)
    .innerJoin(utilisateur, eq(utilisateur.id, commentaireNote.modifiePar))
    .where(eq(commentaireNote.evaluationId, evaluationId));
  return new Map(
    lignes.map(({ c, ...auteur }) => [
      c.inscriptionId,
      { texte: c.texte, version: c.version, le: c.modifieLe, par: nomComplet(auteur) },
    ]),
  );
}

/** Les commentaires publiés d'un étudiant, par évaluation : ceux des évaluations publiées, et rien d'autre. */
export async function listCommentairesPublies(
  lecture: Lecture,
  etudiantId: string,
): Promise<ReadonlyMap<string, string>> {
  const lignes = await lecture
    .select({ evaluationId: commentaireNote.evaluationId, texte: commentaireNote.texte })
    .from(commentaireNote)
    .innerJoin(inscription, eq(inscription.id, commentaireNote.inscriptionId))
    .innerJoin(evaluation, eq(evaluation.id, commentaireNote.evaluationId))
    .where(and(eq(inscription.etudiantId, etudiantId), eq(evaluation.etat, "publiee"), ne(commentaireNote.texte, "")))
    .orderBy(asc(commentaireNote.id));
  return new Map(lignes.map((l) => [l.evaluationId, l.texte]));
}

/** L'histoire du commentaire d'une note, le plus récent en tête. */
export function listHistoireCommentaire(lecture: Lecture, evaluationId: string, inscriptionId: string) {
  return lecture
    .select({ h: commentaireNoteHistorique, nom: utilisateur.nom, prenom: utilisateur.prenom })
    .from(commentaireNoteHistorique)
    .innerJoin(commentaireNote, eq(commentaireNote.id, commentaireNoteHistorique.commentaireId))
    .innerJoin(utilisateur, eq(utilisateur.id, commentaireNoteHistorique.utilisateurId))
    .where(and(eq(commentaireNote.evaluationId, evaluationId), eq(commentaireNote.inscriptionId, inscriptionId)))
    .orderBy(desc(commentaireNoteHistorique.version));
}
