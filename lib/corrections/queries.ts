import "server-only";
import { and, asc, count, desc, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import {
  coefficient,
  demandeCorrection,
  type Ecriture,
  element,
  etudiant,
  evaluation,
  inscription,
  type Lecture,
  lockRows,
  note,
  read,
  semestre,
  ue,
  utilisateur,
} from "@/db";
import type { Sujet, Utilisateur } from "@/lib/auth/permissions";
import { lockSujetEvaluation } from "@/lib/evaluations/queries";

/** Les demandes répondues que l'écran garde sous les yeux ; au-delà, le journal. */
const REPONDUES = 50;

function selectDemandes(lecture: Lecture) {
  return lecture
    .select({
      demande: demandeCorrection,
      evaluation: {
        id: evaluation.id,
        titre: evaluation.titre,
        date: evaluation.date,
        bareme: evaluation.bareme,
        etat: evaluation.etat,
        elementId: evaluation.elementId,
      },
      element: element.titre,
      semestre: {
        id: semestre.id,
        numero: semestre.numero,
        regime: semestre.regime,
        anneeUniversitaire: semestre.anneeUniversitaire,
        etat: semestre.etat,
      },
      etudiant: { id: etudiant.id, nom: etudiant.nom, prenom: etudiant.prenom },
      note: { valeur: note.valeur, code: note.code, modifieeLe: note.modifieeLe },
      auteur: { nom: utilisateur.nom, prenom: utilisateur.prenom },
    })
    .from(demandeCorrection)
    .innerJoin(evaluation, eq(evaluation.id, demandeCorrection.evaluationId))
    .innerJoin(element, eq(element.id, evaluation.elementId))
    .innerJoin(semestre, eq(semestre.id, evaluation.semestreId))
    .innerJoin(inscription, eq(inscription.id, demandeCorrection.inscriptionId))
    .innerJoin(etudiant, eq(etudiant.id, inscription.etudiantId))
    .leftJoin(
      note,
      and(
        eq(note.evaluationId, demandeCorrection.evaluationId),
        eq(note.inscriptionId, demandeCorrection.inscriptionId),
      ),
    )
    .leftJoin(utilisateur, eq(utilisateur.id, demandeCorrection.traiteePar));
}

type Lue = Awaited<ReturnType<typeof selectDemandes>>[number];

/**
 * Une demande telle qu'on la montre. La note n'y est que publiée : retirée, elle n'est plus à l'étudiant, et une copie
 * redevenue anonyme ne doit pas rencontrer le nom de qui réclame.
 */
function vueDemande({ demande, evaluation: e, element: titre, semestre: s, etudiant: qui, note: n, auteur }: Lue) {
  const { id, version, texte, etat, reponse, creeLe, traiteeLe } = demande;
  const publiee = e.etat === "publiee";
  return {
    id,
    version,
    texte,
    etat,
    reponse,
    creeLe,
    traiteeLe,
    traiteePar: auteur ? `${auteur.prenom} ${auteur.nom}` : null,
    evaluation: { id: e.id, titre: e.titre, date: e.date, bareme: e.bareme, publiee, element: titre },
    elementId: e.elementId,
    semestre: s,
    etudiant: qui,
    note: publiee ? (n?.valeur ?? n?.code ?? null) : null,
    corrigeeLe: publiee && n && n.modifieeLe > creeLe ? n.modifieeLe : null,
  };
}

export type Demande = ReturnType<typeof vueDemande>;

/** Les demandes d'un étudiant, la plus récente d'abord. */
export async function listMesDemandes(etudiantId: string, evaluationId?: string): Promise<readonly Demande[]> {
  const lues = await read((l) =>
    selectDemandes(l)
      .where(
        and(
          eq(inscription.etudiantId, etudiantId),
          evaluationId === undefined ? undefined : eq(demandeCorrection.evaluationId, evaluationId),
        ),
      )
      .orderBy(desc(demandeCorrection.creeLe), desc(demandeCorrection.id)),
  );
  return lues.map(vueDemande);
}

/** Où en est la dernière demande de chaque note d'un semestre, pour l'écrire sous la note. */
export async function listEtatsDemandes(
  etudiantId: string,
  semestreId: string,
): Promise<ReadonlyMap<string, Demande["etat"]>> {
  const lignes = await read((l) =>
    l
      .select({ evaluationId: demandeCorrection.evaluationId, etat: demandeCorrection.etat })
      .from(demandeCorrection)
      .innerJoin(inscription, eq(inscription.id, demandeCorrection.inscriptionId))
      .where(and(eq(inscription.etudiantId, etudiantId), eq(inscription.semestreId, semestreId)))
      .orderBy(asc(demandeCorrection.creeLe)),
  );
  return new Map(lignes.map((d) => [d.evaluationId, d.etat]));
}

const affectees = (user: Utilisateur): SQL[] =>
  user.affectations.flatMap(
    (a) => and(eq(evaluation.semestreId, a.semestreId), eq(evaluation.elementId, a.elementId)) ?? [],
  );

/** Ce que cette personne peut lire : les demandes de ses éléments, et toutes celles des classes dont elle est responsable. */
function visibles(user: Utilisateur): SQL | undefined {
  const classes = user.roles.flatMap((r) => (r.role === "responsable" ? [r.semestreId] : []));
  if (classes.includes(null)) return undefined;
  const siennes = classes.filter((id) => id !== null);
  const clauses = [...affectees(user), ...(siennes.length > 0 ? [inArray(evaluation.semestreId, siennes)] : [])];
  return clauses.length > 0 ? or(...clauses) : sql`1 = 0`;
}

/** Les demandes à lire : celles qui attendent, la plus ancienne d'abord, et les dernières répondues. */
export async function listDemandes(
  user: Utilisateur,
): Promise<{ readonly ouvertes: readonly Demande[]; readonly repondues: readonly Demande[] }> {
  return read(async (l) => {
    const ouvertes = await selectDemandes(l)
      .where(and(visibles(user), eq(demandeCorrection.etat, "ouverte")))
      .orderBy(asc(demandeCorrection.creeLe), asc(demandeCorrection.id));
    const repondues = await selectDemandes(l)
      .where(and(visibles(user), ne(demandeCorrection.etat, "ouverte")))
      .orderBy(desc(demandeCorrection.traiteeLe), desc(demandeCorrection.id))
      .limit(REPONDUES);
    return { ouvertes: ouvertes.map(vueDemande), repondues: repondues.map(vueDemande) };
  });
}

/** Combien de demandes attendent cette personne : sur ses éléments, là où elle peut encore répondre. */
export async function countDemandes(user: Utilisateur): Promise<number> {
  const clauses = affectees(user);
  if (clauses.length === 0) return 0;
  const [compte] = await read((l) =>
    l
      .select({ total: count() })
      .from(demandeCorrection)
      .innerJoin(evaluation, eq(evaluation.id, demandeCorrection.evaluationId))
      .innerJoin(semestre, eq(semestre.id, evaluation.semestreId))
      .where(and(eq(demandeCorrection.etat, "ouverte"), inArray(semestre.etat, ["ouvert", "rouvert"]), or(...clauses))),
  );
  return compte?.total ?? 0;
}

/** L'inscription de cet étudiant à une évaluation publiée d'un élément qu'il suit ; rien d'autre ne se demande. */
const selectDemandable = (lecture: Lecture, evaluationId: string, qui: SQL) =>
  lecture
    .select({
      inscriptionId: inscription.id,
      etudiantId: inscription.etudiantId,
      elementId: evaluation.elementId,
      evaluation: {
        id: evaluation.id,
        titre: evaluation.titre,
        date: evaluation.date,
        bareme: evaluation.bareme,
        element: element.titre,
      },
      semestre: { id: semestre.id, numero: semestre.numero, regime: semestre.regime, etat: semestre.etat },
      note: { valeur: note.valeur, code: note.code },
    })
    .from(evaluation)
    .innerJoin(element, eq(element.id, evaluation.elementId))
    .innerJoin(semestre, eq(semestre.id, evaluation.semestreId))
    .innerJoin(inscription, eq(inscription.semestreId, semestre.id))
    .innerJoin(ue, eq(ue.maquetteSemestreId, inscription.maquetteSemestreId))
    .innerJoin(coefficient, and(eq(coefficient.ueId, ue.id), eq(coefficient.elementId, element.id)))
    .leftJoin(note, and(eq(note.evaluationId, evaluation.id), eq(note.inscriptionId, inscription.id)))
    .where(and(eq(evaluation.id, evaluationId), eq(evaluation.etat, "publiee"), isNull(evaluation.archiveeLe), qui))
    .limit(1);

/** La note publiée dont l'étudiant veut demander la correction ; null si ce n'est pas une des siennes. */
export async function findDemandable(lecture: Lecture, etudiantId: string, evaluationId: string) {
  const [lue] = await selectDemandable(lecture, evaluationId, eq(inscription.etudiantId, etudiantId));
  return lue ?? null;
}

interface SujetDemandable extends Sujet {
  readonly semestre: NonNullable<Sujet["semestre"]>;
  readonly etudiantId: string;
  readonly titre: string;
}

/** Le même, l'évaluation et le semestre verrouillés : ni retrait de publication, ni jury, avant la fin de l'écriture. */
export async function lockDemandable(
  tx: Ecriture,
  { evaluationId, inscriptionId }: { readonly evaluationId: string; readonly inscriptionId: string },
): Promise<SujetDemandable | null> {
  const verrouillee = await lockSujetEvaluation(tx, evaluationId);
  const [lue] = verrouillee ? await selectDemandable(tx, evaluationId, eq(inscription.id, inscriptionId)) : [];
  if (!verrouillee || !lue) return null;
  return { semestre: verrouillee.semestre, etudiantId: lue.etudiantId, titre: lue.evaluation.titre };
}

interface SujetDemande extends SujetDemandable {
  readonly elementId: string;
  readonly demande: typeof demandeCorrection.$inferSelect;
}

/** Une demande et la classe où elle vit, verrouillées : une seule réponse, un seul retrait. */
export async function lockDemande(
  tx: Ecriture,
  { demandeId }: { readonly demandeId: string },
): Promise<SujetDemande | null> {
  const [demande] = await lockRows(
    tx.select().from(demandeCorrection).where(eq(demandeCorrection.id, demandeId)),
    "update",
  );
  if (!demande) return null;
  const [lue] = await tx
    .select({
      titre: evaluation.titre,
      elementId: evaluation.elementId,
      semestreId: evaluation.semestreId,
      etudiantId: inscription.etudiantId,
    })
    .from(evaluation)
    .innerJoin(inscription, eq(inscription.id, demande.inscriptionId))
    .where(eq(evaluation.id, demande.evaluationId));
  const [classe] = lue
    ? await lockRows(
        tx.select({ id: semestre.id, etat: semestre.etat }).from(semestre).where(eq(semestre.id, lue.semestreId)),
        "share",
      )
    : [];
  if (!lue || !classe) return null;
  const { titre, elementId, etudiantId } = lue;
  return { semestre: classe, elementId, etudiantId, titre, demande };
}
