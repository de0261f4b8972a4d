import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import {
  bonus,
  competence,
  decision,
  dispense,
  element,
  etudiant,
  evaluation,
  groupe,
  inscription,
  inscriptionGroupe,
  type Lecture,
  niveau,
  note,
  read,
  role,
  semestre,
  ue,
  utilisateur,
} from "@/db";
import { isDecisionVisible } from "@/db/visibilite";
import { listCommentairesPublies } from "@/lib/notes/commentaire/queries";
import { readTraces } from "./traces/queries";

type Portee = (typeof decision.$inferSelect)["portee"];

/** Le nom de ce qu'une décision décide, au lieu de son identifiant. Deux requêtes. */
async function nommeObjets(
  lecture: Lecture,
  decisions: readonly { readonly portee: Portee; readonly objet: string }[],
) {
  const ids = (portee: Portee) => decisions.flatMap((d) => (d.portee === portee ? [d.objet] : []));
  const ues = await lecture
    .select({ id: ue.id, competence: competence.court })
    .from(ue)
    .innerJoin(competence, eq(competence.id, ue.competenceId))
    .where(inArray(ue.id, ids("ue")));
  const niveaux = await lecture
    .select({ id: niveau.id, competence: competence.court, ordre: niveau.ordre })
    .from(niveau)
    .innerJoin(competence, eq(competence.id, niveau.competenceId))
    .where(inArray(niveau.id, ids("rcue")));
  const noms = new Map([
    ...ues.map((u): [string, string] => [`ue ${u.id}`, `UE ${u.competence}`]),
    ...niveaux.map((n): [string, string] => [`rcue ${n.id}`, `${n.competence}, niveau ${n.ordre}`]),
  ]);
  return ({ portee, objet }: (typeof decisions)[number]): string =>
    noms.get(`${portee} ${objet}`) ?? (portee === "annee" ? `BUT${objet}, année` : objet);
}

/**
 * Tout ce que l'application garde d'un étudiant et qu'il peut lire : son compte, ses inscriptions, ses notes publiées, ses
 * bonus, ses dispenses, ses décisions publiées, qui a ouvert son dossier, ses demandes, ses documents, ses courriels. Une note pas encore publiée n'en est pas : elle y entrera avec elle.
 */
export async function findDonnees(etudiantId: string) {
  return read(async (lecture) => {
    const [personne] = await lecture
      .select({
        numero: etudiant.numero,
        nom: etudiant.nom,
        prenom: etudiant.prenom,
        forceMajeure: etudiant.forceMajeure,
      })
      .from(etudiant)
      .where(eq(etudiant.id, etudiantId));
    if (!personne) return null;
    const comptes = await lecture
      .select({ email: utilisateur.email, resume: utilisateur.resumeCourriel, role: role.role })
      .from(utilisateur)
      .leftJoin(role, eq(role.utilisateurId, utilisateur.id))
      .where(eq(utilisateur.etudiantId, etudiantId));
    const classe = { semestre: semestre.numero, annee: semestre.anneeUniversitaire };
    const ordre = [asc(semestre.anneeUniversitaire), asc(semestre.numero)];
    const inscriptions = await lecture
      .select({ ...classe, regime: semestre.regime, etat: inscription.etat })
      .from(inscription)
      .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
      .where(eq(inscription.etudiantId, etudiantId))
      .orderBy(...ordre);
    const groupes = await lecture
      .select({ ...classe, groupe: groupe.nom })
      .from(inscriptionGroupe)
      .innerJoin(groupe, eq(groupe.id, inscriptionGroupe.groupeId))
      .innerJoin(inscription, eq(inscription.id, inscriptionGroupe.inscriptionId))
      .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
      .where(eq(inscription.etudiantId, etudiantId))
      .orderBy(...ordre);
    const notes = await lecture
      .select({
        ...classe,
        evaluationId: evaluation.id,
        element: element.titre,
        evaluation: evaluation.titre,
        date: evaluation.date,
        bareme: evaluation.bareme,
        valeur: note.valeur,
        code: note.code,
        publieeLe: evaluation.publieeLe,
        modifieeLe: note.modifieeLe,
      })
      .from(note)
      .innerJoin(inscription, eq(inscription.id, note.inscriptionId))
      .innerJoin(evaluation, eq(evaluation.id, note.evaluationId))
      .innerJoin(element, eq(element.id, evaluation.elementId))
      .innerJoin(semestre, eq(semestre.id, evaluation.semestreId))
      .where(and(eq(inscription.etudiantId, etudiantId), eq(evaluation.etat, "publiee")))
      .orderBy(...ordre, asc(evaluation.date), asc(evaluation.id));
    const commentaires = await listCommentairesPublies(lecture, etudiantId);
    const sesBonus = await lecture
      .select({ ...classe, activite: bonus.activite, pourcent: bonus.pourcent })
      .from(bonus)
      .innerJoin(inscription, eq(inscription.id, bonus.inscriptionId))
      .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
      .where(eq(inscription.etudiantId, etudiantId))
      .orderBy(...ordre, asc(bonus.activite));
    const dispenses = await lecture
      .select({ ...classe, ue: competence.court, motif: dispense.motif })
      .from(dispense)
      .innerJoin(inscription, eq(inscription.id, dispense.inscriptionId))
      .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
      .innerJoin(ue, eq(ue.id, dispense.ueId))
      .innerJoin(competence, eq(competence.id, ue.competenceId))
      .where(eq(inscription.etudiantId, etudiantId))
      .orderBy(...ordre);
    const decisions = await lecture
      .select({
        ...classe,
        id: decision.id,
        portee: decision.portee,
        objet: decision.objetId,
        code: decision.code,
        motif: decision.motif,
        moyenneVue: decision.moyenneVue,
        reglement: decision.reglementVersion,
        date: decision.creeLe,
      })
      .from(decision)
      .innerJoin(semestre, eq(semestre.id, decision.semestreId))
      .where(and(eq(decision.etudiantId, etudiantId), isDecisionVisible(new Date().toISOString())))
      .orderBy(asc(decision.creeLe), asc(decision.rang), asc(decision.id));
    const nomme = await nommeObjets(lecture, decisions);
    return {
      unites: "notes, barèmes et moyennes en centièmes (1250 : 12,50) ; bonus en centièmes de pour cent (250 : 2,5 %)",
      etudiant: personne,
      compte: {
        emails: [...new Set(comptes.map((c) => c.email))],
        roles: comptes.flatMap((c) => c.role ?? []),
        resumeCourriel: comptes.some((c) => c.resume),
      },
      inscriptions,
      groupes,
      notes: notes.map((n) => ({ ...n, commentaire: commentaires.get(n.evaluationId) ?? null })),
      bonus: sesBonus,
      dispenses,
      decisions: decisions.map((d) => ({ ...d, nom: nomme(d) })),
      ...(await readTraces(lecture, etudiantId)),
    };
  });
}

export type Donnees = NonNullable<Awaited<ReturnType<typeof findDonnees>>>;
