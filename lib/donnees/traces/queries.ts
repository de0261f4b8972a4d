import "server-only";
import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import {
  consultation,
  courriel,
  demandeCorrection,
  document,
  element,
  evaluation,
  inscription,
  type Lecture,
  role,
  semestre,
  utilisateur,
  visite,
} from "@/db";
import { nomObjet } from "@/lib/consultations/objets";
import { groupBy } from "@/lib/group-by";
import { ROLES } from "@/lib/libelles";

/** Qui a ouvert ce dossier, le plus récent d'abord, avec les rôles que cette personne a aujourd'hui. */
async function listConsultations(lecture: Lecture, etudiantId: string) {
  const lignes = await lecture
    .select({
      utilisateurId: utilisateur.id,
      nom: utilisateur.nom,
      prenom: utilisateur.prenom,
      objet: consultation.objet,
      creeLe: consultation.creeLe,
    })
    .from(consultation)
    .innerJoin(utilisateur, eq(utilisateur.id, consultation.utilisateurId))
    .where(eq(consultation.etudiantId, etudiantId))
    .orderBy(desc(consultation.creeLe), desc(consultation.id));
  const personnes = [...new Set(lignes.map((l) => l.utilisateurId))];
  const roles = groupBy(
    await lecture
      .selectDistinct({ utilisateurId: role.utilisateurId, role: role.role })
      .from(role)
      .where(inArray(role.utilisateurId, personnes)),
    (r) => r.utilisateurId,
  );
  return lignes.map(({ utilisateurId, objet, ...ligne }) => ({
    ...ligne,
    roles: (roles.get(utilisateurId) ?? []).map((r) => ROLES[r.role]).sort(),
    objet: nomObjet(objet),
  }));
}

/** Ce que l'étudiant et le département se sont dit, remis, envoyé, et qui a lu : tout ce qui n'est pas un résultat. */
export async function readTraces(lecture: Lecture, etudiantId: string) {
  const consultations = await listConsultations(lecture, etudiantId);
  const demandes = await lecture
    .select({
      element: element.titre,
      evaluation: evaluation.titre,
      texte: demandeCorrection.texte,
      etat: demandeCorrection.etat,
      reponse: demandeCorrection.reponse,
      creeLe: demandeCorrection.creeLe,
      traiteeLe: demandeCorrection.traiteeLe,
    })
    .from(demandeCorrection)
    .innerJoin(evaluation, eq(evaluation.id, demandeCorrection.evaluationId))
    .innerJoin(element, eq(element.id, evaluation.elementId))
    .innerJoin(inscription, eq(inscription.id, demandeCorrection.inscriptionId))
    .where(eq(inscription.etudiantId, etudiantId))
    .orderBy(asc(demandeCorrection.creeLe));
  const documents = await lecture
    .select({
      type: document.type,
      code: document.code,
      semestre: semestre.numero,
      annee: semestre.anneeUniversitaire,
      creeLe: document.creeLe,
    })
    .from(document)
    .leftJoin(semestre, eq(semestre.id, document.semestreId))
    .where(eq(document.etudiantId, etudiantId))
    .orderBy(asc(document.creeLe));
  const courriels = await lecture
    .select({ envoyeLe: courriel.envoyeLe })
    .from(courriel)
    .innerJoin(utilisateur, eq(utilisateur.id, courriel.utilisateurId))
    .where(and(eq(utilisateur.etudiantId, etudiantId), isNotNull(courriel.envoyeLe)))
    .orderBy(asc(courriel.envoyeLe));
  const visites = await lecture
    .select({ depuis: visite.depuis, derniereLe: visite.derniereLe })
    .from(visite)
    .innerJoin(utilisateur, eq(utilisateur.id, visite.utilisateurId))
    .where(eq(utilisateur.etudiantId, etudiantId));
  return { consultations, demandes, documents, courriels, visites };
}
