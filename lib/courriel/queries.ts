import "server-only";
import { and, asc, eq, gte, inArray, isNull, lt, lte, not, or } from "drizzle-orm";
import {
  coefficient,
  courriel,
  type Ecriture,
  element,
  evaluation,
  inscription,
  type Lecture,
  read,
  ue,
  utilisateur,
} from "@/db";
import { groupBy } from "@/lib/group-by";
import { ESSAIS_MAX, fenetreDe, prochainEssai } from "./fenetre";

/** Assez peu pour finir bien avant la reprise, même si chaque envoi attend son délai : personne n'est servi deux fois. */
export const LOT = 25;

/** Un courriel à envoyer maintenant : tout ce qui attendait cette personne, en un seul. */
export interface Envoi {
  readonly ids: readonly [string, ...string[]];
  readonly utilisateurId: string;
  readonly essai: number;
  readonly email: string;
  readonly prenom: string;
  readonly nombre: number;
  readonly semestreId: string;
}

export async function isAbonne(utilisateurId: string): Promise<boolean> {
  const [compte] = await read((l) =>
    l.select({ oui: utilisateur.resumeCourriel }).from(utilisateur).where(eq(utilisateur.id, utilisateurId)),
  );
  return compte?.oui ?? false;
}

/** Les publications que ces étudiants peuvent voir depuis cet instant, chacune une fois. */
const listPublications = (lecture: Lecture, etudiantIds: string[], depuis: string) =>
  lecture
    .selectDistinct({
      etudiantId: inscription.etudiantId,
      evaluationId: evaluation.id,
      semestreId: evaluation.semestreId,
      publieeLe: evaluation.publieeLe,
    })
    .from(evaluation)
    .innerJoin(element, eq(element.id, evaluation.elementId))
    .innerJoin(inscription, eq(inscription.semestreId, evaluation.semestreId))
    .innerJoin(ue, eq(ue.maquetteSemestreId, inscription.maquetteSemestreId))
    .innerJoin(coefficient, and(eq(coefficient.ueId, ue.id), eq(coefficient.elementId, element.id)))
    .where(
      and(
        inArray(inscription.etudiantId, etudiantIds),
        eq(evaluation.etat, "publiee"),
        isNull(evaluation.archiveeLe),
        gte(evaluation.publieeLe, depuis),
      ),
    );

const attend = and(isNull(courriel.envoyeLe), lt(courriel.essais, ESSAIS_MAX));

/** Ceux de qui a fermé son compte ou n'en veut plus ne partiront pas. */
async function deleteRefuses(tx: Ecriture): Promise<void> {
  const refusent = tx
    .select({ id: utilisateur.id })
    .from(utilisateur)
    .where(or(not(utilisateur.resumeCourriel), not(utilisateur.actif)));
  await tx.delete(courriel).where(and(attend, inArray(courriel.utilisateurId, refusent)));
}

/** Les courriels dus, pris par ce facteur seul : un autre les aurait changés entre la lecture et l'écriture. */
async function claimDus(tx: Ecriture, instant: string) {
  const dus = await tx
    .select({ courriel, email: utilisateur.email, prenom: utilisateur.prenom, etudiantId: utilisateur.etudiantId })
    .from(courriel)
    .innerJoin(utilisateur, eq(utilisateur.id, courriel.utilisateurId))
    .where(and(attend, lte(courriel.prochainEssaiLe, instant)))
    .orderBy(asc(courriel.prochainEssaiLe), asc(courriel.id))
    .limit(LOT);
  const pris = new Set<string>();
  for (const [essais, memes] of groupBy(dus, (d) => d.courriel.essais)) {
    const ids = memes.map((d) => d.courriel.id);
    const touches = await tx
      .update(courriel)
      .set({ essais: essais + 1, prochainEssaiLe: prochainEssai(instant, essais + 1) })
      .where(and(attend, eq(courriel.essais, essais), inArray(courriel.id, ids)))
      .returning({ id: courriel.id });
    for (const { id } of touches) pris.add(id);
  }
  return dus.filter((d) => pris.has(d.courriel.id));
}

/**
 * Ce qu'il y a à envoyer à cet instant. L'essai est compté et le suivant fixé avant tout envoi : un arrêt net reprend plus
 * tard au lieu de perdre. Ce qui n'annoncerait plus rien (publication retirée depuis) disparaît.
 */
export async function claimEnvois(tx: Ecriture, instant: string): Promise<readonly Envoi[]> {
  await deleteRefuses(tx);
  const dus = await claimDus(tx, instant);
  const depuis = dus.map((d) => d.courriel.creeLe).sort()[0];
  if (depuis === undefined) return [];
  const etudiantIds = dus.flatMap((d) => d.etudiantId ?? []);
  const publications = groupBy(await listPublications(tx, etudiantIds, depuis), (p) => p.etudiantId);
  const envois: Envoi[] = [];
  const vides: string[] = [];
  for (const [utilisateurId, siens] of groupBy(dus, (d) => d.courriel.utilisateurId)) {
    const [premier, ...autres] = siens;
    if (!premier) continue;
    const ids: Envoi["ids"] = [premier.courriel.id, ...autres.map((d) => d.courriel.id)];
    // Chaque fenêtre n'annonce que ce qu'elle a vu se publier : le résumé suivant dira le reste.
    const annoncees = (publications.get(premier.etudiantId ?? "") ?? [])
      .flatMap(({ semestreId, publieeLe }) => (publieeLe === null ? [] : [{ semestreId, le: publieeLe }]))
      .filter(({ le }) => siens.some(({ courriel: { creeLe } }) => creeLe <= le && le < fenetreDe(creeLe).fin))
      .sort((a, b) => (a.le < b.le ? 1 : -1));
    const [derniere] = annoncees;
    if (!derniere) {
      vides.push(...ids);
      continue;
    }
    const essai = Math.max(...siens.map((d) => d.courriel.essais)) + 1;
    const { email, prenom } = premier;
    envois.push({
      ids,
      utilisateurId,
      essai,
      email,
      prenom,
      nombre: annoncees.length,
      semestreId: derniere.semestreId,
    });
  }
  if (vides.length > 0) await tx.delete(courriel).where(inArray(courriel.id, vides));
  return envois;
}
