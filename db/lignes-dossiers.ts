import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Lecture } from "./connexion";
import { prepareOnce } from "./prepare";
import type { EtatEvaluation } from "./schema/types";
import * as t from "./tables";
import { isDecisionVisible } from "./visibilite";

/**
 * Quels étudiants : ceux nommés, ou tous les inscrits d'un semestre (avec tout leur cursus). Un semestre dit aussi de
 * quelle formation : pour un étudiant nommé, `dansSemestre` choisit la sienne.
 */
export type FiltreEtudiants =
  | { readonly etudiantIds: readonly string[]; readonly dansSemestre?: string }
  | { readonly semestreId: string };

/** Ce qu'on a le droit de lire. Par défaut ce qu'un étudiant peut voir, et rien d'autre (règlement 2.2). */
export interface Etendue {
  readonly etats?: readonly EtatEvaluation[];
  /** « publiees » : prises avant la dernière publication du semestre qui les porte. */
  readonly decisions?: "publiees" | "toutes";
}

/** Les requêtes dont sont faits les cursus : un nombre fixe, chacune filtrée par les étudiants et par rien d'autre. */
function requetes(
  lecture: Lecture,
  parEtudiant: (colonne: PgColumn) => SQL,
  { etats = ["publiee"], decisions: lesquelles = "publiees" }: Etendue,
) {
  const desEtudiants = parEtudiant(t.inscription.etudiantId);

  const inscriptions = lecture
    .select({
      inscription: t.inscription,
      etudiant: t.etudiant,
      semestre: t.semestre,
      promotion: t.promotion.titre,
      formationId: t.maquette.formationId,
      parametres: t.reglement.parametres,
      parcoursId: t.maquetteSemestre.parcoursId,
      parcours: t.parcours.code,
    })
    .from(t.inscription)
    .innerJoin(t.etudiant, eq(t.etudiant.id, t.inscription.etudiantId))
    .innerJoin(t.semestre, eq(t.semestre.id, t.inscription.semestreId))
    .innerJoin(t.promotion, eq(t.promotion.id, t.semestre.promotionId))
    .innerJoin(t.maquette, eq(t.maquette.id, t.promotion.maquetteId))
    .innerJoin(t.reglement, eq(t.reglement.id, t.semestre.reglementId))
    .leftJoin(t.maquetteSemestre, eq(t.maquetteSemestre.id, t.inscription.maquetteSemestreId))
    .leftJoin(t.parcours, eq(t.parcours.id, t.maquetteSemestre.parcoursId))
    .where(desEtudiants)
    .orderBy(
      asc(t.etudiant.nom),
      asc(t.etudiant.prenom),
      asc(t.etudiant.id),
      asc(t.semestre.anneeUniversitaire),
      asc(t.semestre.numero),
    );

  const semestreIds = lecture.select({ id: t.inscription.semestreId }).from(t.inscription).where(desEtudiants);
  const maquetteSemestreIds = lecture
    .select({ id: t.inscription.maquetteSemestreId })
    .from(t.inscription)
    .where(desEtudiants);

  const formationIds = lecture
    .select({ id: t.maquette.formationId })
    .from(t.inscription)
    .innerJoin(t.semestre, eq(t.semestre.id, t.inscription.semestreId))
    .innerJoin(t.promotion, eq(t.promotion.id, t.semestre.promotionId))
    .innerJoin(t.maquette, eq(t.maquette.id, t.promotion.maquetteId))
    .where(desEtudiants);

  const ues = lecture
    .select({ ue: t.ue, competence: t.competence, numero: t.maquetteSemestre.numero })
    .from(t.ue)
    .innerJoin(t.competence, eq(t.competence.id, t.ue.competenceId))
    .innerJoin(t.maquetteSemestre, eq(t.maquetteSemestre.id, t.ue.maquetteSemestreId))
    .where(inArray(t.ue.maquetteSemestreId, maquetteSemestreIds))
    .orderBy(asc(t.competence.numero));
  const coefficients = lecture
    .select({
      maquetteSemestreId: t.ue.maquetteSemestreId,
      ueId: t.coefficient.ueId,
      valeur: t.coefficient.valeur,
      element: t.element,
    })
    .from(t.coefficient)
    .innerJoin(t.ue, eq(t.ue.id, t.coefficient.ueId))
    .innerJoin(t.element, eq(t.element.id, t.coefficient.elementId))
    .where(inArray(t.ue.maquetteSemestreId, maquetteSemestreIds))
    .orderBy(asc(t.element.ordre), asc(t.element.id));
  const niveaux = lecture
    .select({ niveau: t.niveau, competence: t.competence })
    .from(t.niveau)
    .innerJoin(t.competence, eq(t.competence.id, t.niveau.competenceId))
    .where(inArray(t.competence.formationId, formationIds))
    .orderBy(asc(t.competence.numero), asc(t.niveau.annee), asc(t.niveau.id));
  const duSemestre = and(
    inArray(t.evaluation.semestreId, semestreIds),
    inArray(t.evaluation.etat, [...etats]),
    isNull(t.evaluation.archiveeLe),
  );
  const evaluations = lecture
    .select()
    .from(t.evaluation)
    .where(duSemestre)
    .orderBy(asc(t.evaluation.ordre), asc(t.evaluation.date), asc(t.evaluation.id));
  const poids = lecture
    .select({ evaluationId: t.poids.evaluationId, ueId: t.poids.ueId, valeur: t.poids.valeur })
    .from(t.poids)
    .innerJoin(t.evaluation, eq(t.evaluation.id, t.poids.evaluationId))
    .where(duSemestre);
  const notes = lecture
    .select({
      inscriptionId: t.note.inscriptionId,
      evaluationId: t.note.evaluationId,
      valeur: t.note.valeur,
      code: t.note.code,
    })
    .from(t.note)
    .innerJoin(t.inscription, eq(t.inscription.id, t.note.inscriptionId))
    .innerJoin(t.evaluation, eq(t.evaluation.id, t.note.evaluationId))
    .where(and(desEtudiants, inArray(t.evaluation.etat, [...etats])));
  const bonus = lecture
    .select({
      inscriptionId: t.bonus.inscriptionId,
      activite: t.bonus.activite,
      pourcent: t.bonus.pourcent,
    })
    .from(t.bonus)
    .innerJoin(t.inscription, eq(t.inscription.id, t.bonus.inscriptionId))
    .where(desEtudiants)
    .orderBy(asc(t.bonus.activite));
  const dispenses = lecture
    .select({ inscriptionId: t.dispense.inscriptionId, ueId: t.dispense.ueId })
    .from(t.dispense)
    .innerJoin(t.inscription, eq(t.inscription.id, t.dispense.inscriptionId))
    .where(desEtudiants);
  const decisions = lecture
    .select({ decision: t.decision, nom: t.utilisateur.nom, prenom: t.utilisateur.prenom })
    .from(t.decision)
    .innerJoin(t.utilisateur, eq(t.utilisateur.id, t.decision.auteurId))
    .innerJoin(t.semestre, eq(t.semestre.id, t.decision.semestreId))
    .where(
      and(
        parEtudiant(t.decision.etudiantId),
        lesquelles === "publiees" ? isDecisionVisible(sql.placeholder("instant")) : undefined,
      ),
    )
    .orderBy(asc(t.decision.creeLe), asc(t.decision.rang));

  return { inscriptions, ues, coefficients, niveaux, evaluations, poids, notes, bonus, dispenses, decisions };
}

/** Par portée et par étendue, les mêmes requêtes préparées une fois : un accueil d'étudiant, une table de jury. */
const PREPAREES = {
  etudiant: (colonne: PgColumn) => eq(colonne, sql.placeholder("cible")),
  semestre: (colonne: PgColumn, lecture: Lecture) =>
    inArray(
      colonne,
      lecture
        .select({ id: t.inscription.etudiantId })
        .from(t.inscription)
        .where(eq(t.inscription.semestreId, sql.placeholder("cible"))),
    ),
} as const;

type Requetes = ReturnType<typeof requetes>;
type Lignes = { readonly [N in keyof Requetes]: Awaited<Requetes[N]> };
type Preparee = { execute(valeurs: Record<string, unknown>): Promise<unknown> };

const preparees = new Map<string, (lecture: Lecture) => Readonly<Record<string, Preparee>>>();

function prepare(portee: keyof typeof PREPAREES, etendue: Etendue) {
  const cle = JSON.stringify([portee, etendue.etats ?? null, etendue.decisions ?? null]);
  const connue = preparees.get(cle);
  if (connue) return connue;
  const nom = `dossiers_${portee}_${preparees.size}`;
  const nouvelle = prepareOnce((lecture) =>
    Object.fromEntries(
      Object.entries(requetes(lecture, (colonne) => PREPAREES[portee](colonne, lecture), etendue)).map(
        ([quoi, requete]): [string, Preparee] => [quoi, requete.prepare(`${nom}_${quoi}`)],
      ),
    ),
  );
  preparees.set(cle, nouvelle);
  return nouvelle;
}

/** Les lignes dont sont faits les cursus, en un nombre fixe de requêtes ordonnées, quel que soit le nombre d'étudiants. */
export async function readLignes(lecture: Lecture, filtre: FiltreEtudiants, etendue: Etendue): Promise<Lignes> {
  const instant = new Date().toISOString();
  const lues: Record<string, unknown> = {};
  const [seul, ...autres] = "etudiantIds" in filtre ? filtre.etudiantIds : [filtre.semestreId];
  if (seul !== undefined && autres.length === 0) {
    const portee = "etudiantIds" in filtre ? "etudiant" : "semestre";
    for (const [quoi, requete] of Object.entries(prepare(portee, etendue)(lecture)))
      lues[quoi] = await requete.execute({ cible: seul, instant });
    return lues as Lignes;
  }
  const ids = "etudiantIds" in filtre ? [...filtre.etudiantIds] : [];
  const parEtudiant = (colonne: PgColumn): SQL => inArray(colonne, ids);
  for (const [quoi, requete] of Object.entries(requetes(lecture, parEtudiant, etendue)))
    lues[quoi] = await requete.prepare("").execute({ instant });
  return lues as Lignes;
}
