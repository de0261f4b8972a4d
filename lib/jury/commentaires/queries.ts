import "server-only";
import { asc, eq } from "drizzle-orm";
import { commentaireJury, read, semestre, utilisateur } from "@/db";
import { semestreEffectif } from "@/db/visibilite";
import { can, type Utilisateur } from "@/lib/auth/permissions";
import { nomSemestre } from "../libelles";

export interface Commentaire {
  readonly id: string;
  readonly texte: string;
  readonly auteur: string;
  readonly creeLe: string;
  /** « S2, 2025-2026 » : le jury pour lequel il a été écrit. */
  readonly jury: string;
}

/**
 * Ce que cette personne peut lire des commentaires d'un étudiant, jurys précédents compris, du plus ancien au plus récent.
 * Seul le dossier devant le jury les lit : ni la table, ni la salle, ni l'instantané du PV n'en portent.
 */
export async function listCommentaires(user: Utilisateur, etudiantId: string): Promise<readonly Commentaire[]> {
  const lignes = await read((l) =>
    l
      .select({ commentaire: commentaireJury, semestre, nom: utilisateur.nom, prenom: utilisateur.prenom })
      .from(commentaireJury)
      .innerJoin(semestre, eq(semestre.id, commentaireJury.semestreId))
      .innerJoin(utilisateur, eq(utilisateur.id, commentaireJury.auteurId))
      .where(eq(commentaireJury.etudiantId, etudiantId))
      .orderBy(asc(commentaireJury.creeLe), asc(commentaireJury.id)),
  );
  return lignes
    .filter(({ semestre: s }) => can(user, "commentaire:lire", { semestre: semestreEffectif(s) }))
    .map(({ commentaire: { id, texte, creeLe }, semestre: s, nom, prenom }) => ({
      id,
      texte,
      auteur: `${nom} ${prenom}`,
      creeLe,
      jury: `${nomSemestre(s)}, ${s.anneeUniversitaire}`,
    }));
}
