import "server-only";
import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { coefficient, courriel, type Ecriture, inscription, ue, utilisateur } from "@/db";
import { fenetreDe } from "./fenetre";
import { reglageCourriel } from "./reglage";

/**
 * Une évaluation vient d'être publiée, dans cette même transaction : inscrit le résumé de l'heure pour les étudiants de
 * l'élément qui l'ont demandé. Déjà inscrit par une autre publication de la même heure, il ne l'est pas deux fois.
 */
export async function queueResumes(
  tx: Ecriture,
  { semestreId, elementId }: { readonly semestreId: string; readonly elementId: string },
  instant: string,
): Promise<void> {
  if (!reglageCourriel()) return;
  const abonnes = await tx
    .selectDistinct({ id: utilisateur.id })
    .from(inscription)
    .innerJoin(utilisateur, eq(utilisateur.etudiantId, inscription.etudiantId))
    .innerJoin(ue, eq(ue.maquetteSemestreId, inscription.maquetteSemestreId))
    .innerJoin(coefficient, and(eq(coefficient.ueId, ue.id), eq(coefficient.elementId, elementId)))
    .where(
      and(
        eq(inscription.semestreId, semestreId),
        eq(inscription.etat, "I"),
        eq(utilisateur.actif, true),
        eq(utilisateur.resumeCourriel, true),
      ),
    )
    // Toujours dans le même ordre : deux publications ensemble s'attendent, elles ne s'étreignent pas.
    .orderBy(asc(utilisateur.id));
  if (abonnes.length === 0) return;
  const { cle, envoi } = fenetreDe(instant);
  await tx
    .insert(courriel)
    .values(
      abonnes.map(({ id }) => ({ id: randomUUID(), utilisateurId: id, cle, creeLe: instant, prochainEssaiLe: envoi })),
    )
    .onConflictDoNothing();
}
