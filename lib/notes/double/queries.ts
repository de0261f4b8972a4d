import "server-only";
import { and, eq } from "drizzle-orm";
import { type evaluation, inscription, note, read, secondeSaisie } from "@/db";
import { noteDe } from "@/db/colonnes-note";
import { compare, type SortComparaison } from "@/lib/evaluations/comparaison";
import type { NoteLue } from "../entree";
import { findGrille, type Grille, type LigneGrille } from "../queries";

export interface LigneComparee extends Pick<LigneGrille, "inscriptionId" | "nom" | "prenom"> {
  readonly sort: SortComparaison;
  /** Tues tant que l'une des deux manque : qui saisit encore à l'aveugle ne doit pas les lire ici. */
  readonly valeurs: { readonly premiere: NoteLue; readonly seconde: NoteLue } | null;
}

export interface Comparaison extends Pick<Grille, "evaluation" | "element" | "semestre" | "anonyme"> {
  readonly lignes: readonly LigneComparee[];
}

/** Les deux saisies d'une évaluation, copie par copie ; démissions et défaillances à part. */
export async function findComparaison(evaluationId: string): Promise<Comparaison | null> {
  const [premiere, seconde] = [await findGrille(evaluationId), await findGrille(evaluationId, "seconde")];
  if (!premiere || !seconde) return null;
  const secondes = new Map(seconde.lignes.map((l) => [l.inscriptionId, l.note]));
  const { evaluation, element, semestre, anonyme, lignes } = premiere;
  return {
    evaluation,
    element,
    semestre,
    anonyme,
    lignes: lignes
      .filter((l) => l.etat === "I")
      .map(({ inscriptionId, nom, prenom, note: n }) => {
        const autre = secondes.get(inscriptionId) ?? null;
        const sort = compare(n?.note ?? null, autre?.note ?? null);
        const deux = sort === "ecart" || sort === "identique";
        return {
          inscriptionId,
          nom,
          prenom,
          sort,
          valeurs: deux && n && autre ? { premiere: n, seconde: autre } : null,
        };
      }),
  };
}

/**
 * Cette personne fait-elle la seconde saisie à l'aveugle ? Oui si elle y a tapé, n'a rien tapé dans la première, et n'a pas
 * fini : une note de la première attend encore la sienne. Les notes de la première ne lui sont pas montrées jusque-là.
 */
export async function findAveugle(
  e: Pick<typeof evaluation.$inferSelect, "id" | "doubleSaisie" | "etat">,
  userId: string,
): Promise<boolean> {
  if (!e.doubleSaisie || e.etat === "publiee") return false;
  return read(async (lecture) => {
    const lignes = await lecture
      .select({
        premiere: { valeur: note.valeur, code: note.code, par: note.modifieePar },
        seconde: { valeur: secondeSaisie.valeur, code: secondeSaisie.code },
      })
      .from(note)
      .innerJoin(inscription, and(eq(inscription.id, note.inscriptionId), eq(inscription.etat, "I")))
      .leftJoin(
        secondeSaisie,
        and(eq(secondeSaisie.evaluationId, note.evaluationId), eq(secondeSaisie.inscriptionId, note.inscriptionId)),
      )
      .where(eq(note.evaluationId, e.id));
    if (lignes.some((l) => l.premiere.par === userId)) return false;
    const miennes = await lecture
      .select({ id: secondeSaisie.id })
      .from(secondeSaisie)
      .where(and(eq(secondeSaisie.evaluationId, e.id), eq(secondeSaisie.saisiePar, userId)));
    const reste = lignes.some((l) => compare(noteDe(l.premiere), l.seconde && noteDe(l.seconde)) === "premiere-seule");
    return miennes.length > 0 && reste;
  });
}
