import "server-only";
import { and, asc, eq, gt } from "drizzle-orm";
import {
  apprentissageCritique,
  etudiant,
  evaluation,
  formation,
  inscription,
  type Lecture,
  maquette,
  note,
  noteHistorique,
  promotion,
  read,
  semestre,
} from "@/db";
import { type Dossier, type Dossiers, readDossiers } from "@/db/dossiers";
import type { Sujet } from "@/lib/auth/permissions";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import { expliquerRcue, expliquerUe } from "@/lib/but/expliquer/expliquer";
import { listCommentairesPublies } from "@/lib/notes/commentaire/queries";
import type { VueCalculUe, VueFicheNiveau } from "./calculs";
import { nommeCursus } from "./nomme";
import { choisitSemestre, type VueCursus, vueCursus, vueUes } from "./vue";
import type { Publication } from "./vue-notes";

/** Le sujet d'une page sur un étudiant ; null s'il n'existe pas. */
export async function findSujetEtudiant(
  lecture: Lecture,
  etudiantId = "",
): Promise<Required<Pick<Sujet, "etudiantId">> | null> {
  const [trouve] = await lecture.select({ id: etudiant.id }).from(etudiant).where(eq(etudiant.id, etudiantId));
  return trouve ? { etudiantId: trouve.id } : null;
}

/**
 * Le cursus d'un étudiant, comme lui-même le voit : l'étendue par défaut de readDossiers, donc le publié et rien d'autre.
 * null sans inscription, ou si le semestre demandé n'est pas au dossier.
 */
export async function findVueCursus(etudiantId: string, semestreId?: string): Promise<VueCursus | null> {
  return read(async (lecture) => {
    const trouve = await findDossier(lecture, etudiantId, { semestreId });
    if (!trouve) return null;
    const { dossier, dossiers } = trouve;
    const semestre = choisitSemestre(dossier, dossiers.semestres, semestreId);
    if (!semestre) return null;
    return vueCursus(dossier, semestre, {
      dossiers,
      publications: await findPublications(lecture, etudiantId, semestre.id),
    });
  });
}

export async function findCalculUe(etudiantId: string, semestreId: string, ueId: string): Promise<VueCalculUe | null> {
  const trouve = await read((lecture) => findDossier(lecture, etudiantId, { semestreId }));
  if (!trouve) return null;
  const { dossier, dossiers } = trouve;
  const semestre = dossiers.semestres.get(semestreId);
  const cursus = nommeCursus(dossier.cursus, dossiers.competences);
  const resultat = resultatCursus(cursus);
  const ue = vueUes(resultat, dossiers).find((u) => u.semestreId === semestreId && u.ueId === ueId);
  if (!semestre || !ue) return null;
  const niveau = cursus.niveaux.find((n) => n.competenceId === ue.competenceId && Math.ceil(ue.numero / 2) === n.annee);
  return {
    etudiant: dossier.etudiant,
    semestre,
    ue,
    niveauId: niveau?.id ?? null,
    explication: expliquerUe(cursus, semestreId, ueId),
  };
}

/** Un niveau du parcours de l'étudiant ; le RCUE de cette année universitaire, à défaut celui qui compte. */
export async function findFicheNiveau(
  etudiantId: string,
  niveauId: string,
  anneeUniversitaire?: string,
): Promise<VueFicheNiveau | null> {
  return read(async (lecture) => {
    const trouve = await findDossier(lecture, etudiantId, { niveauId });
    const niveau = trouve?.dossiers.niveaux.get(niveauId);
    if (!trouve || !niveau) return null;
    const { dossier, dossiers } = trouve;
    const cursus = nommeCursus(dossier.cursus, dossiers.competences);
    const resultat = resultatCursus(cursus);
    const suivi = resultat.niveaux.find((n) => n.niveauId === niveauId);
    if (!suivi) return null;
    const annee = resultat.annees.findLast(
      (a) =>
        (anneeUniversitaire === undefined || a.anneeUniversitaire === anneeUniversitaire) &&
        a.rcues.some((r) => r.niveauId === niveauId),
    );
    const rcue = annee?.rcues.find((r) => r.niveauId === niveauId);
    const moyenne = rcue ? (rcue.decision?.moyenneVue ?? rcue.moyenne) : null;
    return {
      etudiant: dossier.etudiant,
      competence: dossiers.competences.get(niveau.competenceId)?.court ?? "",
      ordre: niveau.ordre,
      titre: niveau.titre,
      apprentissages: await listApprentissages(lecture, niveauId),
      etat: suivi.etat,
      decide: suivi.decide,
      rcue:
        annee && rcue
          ? {
              moyenne,
              recalculee: moyenne === rcue.moyenne ? null : rcue.moyenne,
              code: rcue.code,
              confirmee: [rcue.impair, rcue.pair].every((ue) => !ue || dossiers.ues.get(ue.ueId)?.confirmee),
              explication: expliquerRcue(cursus, niveauId, annee.anneeUniversitaire),
            }
          : null,
    };
  });
}

/** L'établissement et la formation d'un semestre, pour l'en-tête d'un document. */
export async function findFormation(semestreId: string) {
  const [trouvee] = await read((lecture) =>
    lecture
      .select({ titre: formation.titre, etablissement: formation.etablissement })
      .from(semestre)
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .innerJoin(maquette, eq(maquette.id, promotion.maquetteId))
      .innerJoin(formation, eq(formation.id, maquette.formationId))
      .where(eq(semestre.id, semestreId)),
  );
  return trouvee ?? null;
}

/** De quoi simuler dans le navigateur : le publié seul, et sans le nom de ceux qui ont décidé. */
export async function findCursusSimulable(etudiantId: string, semestreId?: string) {
  const trouve = await read((lecture) => findDossier(lecture, etudiantId, { semestreId }));
  const choisi = trouve && choisitSemestre(trouve.dossier, trouve.dossiers.semestres, semestreId);
  if (!trouve || !choisi) return null;
  const { dossier, dossiers } = trouve;
  const cursus = nommeCursus(dossier.cursus, dossiers.competences);
  const suivi = cursus.semestres.find((s) => s.id === choisi.id);
  return {
    cursus: { ...cursus, decisions: cursus.decisions.map((d) => ({ ...d, auteur: "" })) },
    semestre: choisi,
    semestres: dossier.inscriptions.flatMap((i) => dossiers.semestres.get(i.semestreId) ?? []).reverse(),
    aConfirmer: suivi?.ues.some((ue) => !dossiers.ues.get(ue.id)?.confirmee) ?? false,
  };
}

/** Un étudiant réorienté a un dossier par formation : un semestre ou un niveau choisit le sien, sinon le dernier suivi. */
async function findDossier(
  lecture: Lecture,
  etudiantId: string,
  { semestreId, niveauId }: { readonly semestreId?: string | undefined; readonly niveauId?: string },
): Promise<{ readonly dossier: Dossier; readonly dossiers: Dossiers } | null> {
  const dossiers = await readDossiers(lecture, {
    etudiantIds: [etudiantId],
    ...(semestreId !== undefined && { dansSemestre: semestreId }),
  });
  const dossier = dossiers.dossiers.find(
    ({ cursus }) =>
      niveauId === undefined || [...cursus.niveaux, ...(cursus.niveauxAnciens ?? [])].some((n) => n.id === niveauId),
  );
  return dossier ? { dossier, dossiers } : null;
}

function listApprentissages(lecture: Lecture, niveauId: string) {
  return lecture
    .select({ code: apprentissageCritique.code, libelle: apprentissageCritique.libelle })
    .from(apprentissageCritique)
    .where(eq(apprentissageCritique.niveauId, niveauId))
    .orderBy(asc(apprentissageCritique.code));
}

/**
 * Les évaluations publiées d'un semestre, et le dernier changement que chacune a connu pour cet étudiant depuis. Ce qui
 * précède la publication n'est pas lu : l'étudiant n'a pas à savoir ce qu'on a d'abord saisi.
 */
async function findPublications(
  lecture: Lecture,
  etudiantId: string,
  semestreId: string,
): Promise<ReadonlyMap<string, Publication>> {
  const publiees = await lecture
    .select({ evaluationId: evaluation.id, publieeLe: evaluation.publieeLe })
    .from(evaluation)
    .where(and(eq(evaluation.semestreId, semestreId), eq(evaluation.etat, "publiee")));
  const changements = await lecture
    .select({
      evaluationId: evaluation.id,
      le: noteHistorique.creeLe,
      avantValeur: noteHistorique.avantValeur,
      avantCode: noteHistorique.avantCode,
    })
    .from(noteHistorique)
    .innerJoin(note, eq(note.id, noteHistorique.noteId))
    .innerJoin(inscription, eq(inscription.id, note.inscriptionId))
    .innerJoin(evaluation, eq(evaluation.id, note.evaluationId))
    .where(
      and(
        eq(inscription.etudiantId, etudiantId),
        eq(evaluation.semestreId, semestreId),
        eq(evaluation.etat, "publiee"),
        gt(noteHistorique.creeLe, evaluation.publieeLe),
      ),
    )
    .orderBy(asc(noteHistorique.version));
  const commentaires = await listCommentairesPublies(lecture, etudiantId);
  const derniers = new Map(changements.map((c) => [c.evaluationId, c]));
  return new Map(
    publiees.flatMap(({ evaluationId, publieeLe }) => {
      if (publieeLe === null) return [];
      const dernier = derniers.get(evaluationId);
      const avant = dernier?.avantValeur ?? dernier?.avantCode ?? null;
      const modification = dernier && avant !== null ? { le: dernier.le, avant } : null;
      return [
        [evaluationId, { evaluationId, publieeLe, modification, commentaire: commentaires.get(evaluationId) ?? null }],
      ];
    }),
  );
}
