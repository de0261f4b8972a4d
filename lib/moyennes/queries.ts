import "server-only";
import { and, asc, eq, isNull, or } from "drizzle-orm";
import {
  coefficient,
  competence,
  etudiant,
  evaluation,
  inscription,
  maquetteSemestre,
  note,
  poids,
  read,
  ue,
} from "@/db";
import type { EvaluationNotee, Note } from "@/lib/but/modele/note";
import { arrondiOuNull } from "@/lib/but/nombres/arrondi";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { moyenneModule } from "@/lib/but/regles/module";
import type { SujetElement } from "@/lib/evaluations/queries";

export interface MoyenneVueDUneUe {
  readonly moyenne: Centiemes | null;
  /** Une note manque ou est attendue. */
  readonly provisoire: boolean;
}

export interface ApercuMoyennes {
  readonly competences: readonly { readonly id: string; readonly court: string }[];
  readonly etudiants: readonly {
    readonly inscriptionId: string;
    readonly nom: string;
    readonly prenom: string;
    /** Par compétence ; absente : son parcours n'y compte pas cet élément. */
    readonly moyennes: Readonly<Record<string, MoyenneVueDUneUe>>;
  }[];
}

const collateur = new Intl.Collator("fr");

/**
 * La moyenne de l'élément vue de chaque UE, brouillons et saisies compris (règlement 2.2, 2.3) : pour ses enseignants
 * seulement, avant de publier. Les démissions et défaillances n'ont pas de moyenne (2.7). Cinq requêtes.
 */
export async function findApercuMoyennes({ semestre, elementId }: SujetElement): Promise<ApercuMoyennes> {
  const deLElement = and(
    eq(evaluation.semestreId, semestre.id),
    eq(evaluation.elementId, elementId),
    isNull(evaluation.archiveeLe),
    // Une moyenne qui bouge trahirait l'auteur d'une copie anonyme.
    or(eq(evaluation.anonyme, false), eq(evaluation.etat, "publiee")),
    // Et dirait à qui saisit une seconde fois ce que porte la première.
    or(eq(evaluation.doubleSaisie, false), eq(evaluation.etat, "publiee")),
  );
  const { ues, inscrits, evaluations, lesPoids, notes } = await read(async (l) => ({
    ues: await l
      .select({
        id: ue.id,
        maquetteSemestreId: ue.maquetteSemestreId,
        competenceId: competence.id,
        court: competence.court,
      })
      .from(coefficient)
      .innerJoin(ue, eq(ue.id, coefficient.ueId))
      .innerJoin(maquetteSemestre, eq(maquetteSemestre.id, ue.maquetteSemestreId))
      .innerJoin(competence, eq(competence.id, ue.competenceId))
      .where(eq(coefficient.elementId, elementId))
      .orderBy(asc(competence.numero)),
    inscrits: await l
      .select({
        inscriptionId: inscription.id,
        maquetteSemestreId: inscription.maquetteSemestreId,
        nom: etudiant.nom,
        prenom: etudiant.prenom,
      })
      .from(inscription)
      .innerJoin(etudiant, eq(etudiant.id, inscription.etudiantId))
      .where(and(eq(inscription.semestreId, semestre.id), eq(inscription.etat, "I"))),
    evaluations: await l
      .select()
      .from(evaluation)
      .where(deLElement)
      .orderBy(asc(evaluation.date), asc(evaluation.ordre)),
    lesPoids: await l
      .select({ evaluationId: poids.evaluationId, ueId: poids.ueId, valeur: poids.valeur })
      .from(poids)
      .innerJoin(evaluation, eq(evaluation.id, poids.evaluationId))
      .where(deLElement),
    notes: await l
      .select({
        evaluationId: note.evaluationId,
        inscriptionId: note.inscriptionId,
        valeur: note.valeur,
        code: note.code,
      })
      .from(note)
      .innerJoin(evaluation, eq(evaluation.id, note.evaluationId))
      .where(deLElement),
  }));

  const notesDe = new Map<string, Note>(notes.map((n) => [`${n.evaluationId} ${n.inscriptionId}`, n.valeur ?? n.code]));
  const poidsDe = new Map(
    evaluations.map((e) => [
      e.id,
      Object.fromEntries(lesPoids.filter((p) => p.evaluationId === e.id).map((p) => [p.ueId, p.valeur])),
    ]),
  );
  const evaluationsDe = (inscriptionId: string): EvaluationNotee[] =>
    evaluations.map(({ id, titre, date, type, coefficient: coef, bareme }) => ({
      id,
      titre,
      date,
      type,
      coefficient: coef,
      bareme,
      poids: poidsDe.get(id) ?? {},
      note: notesDe.get(`${id} ${inscriptionId}`) ?? null,
    }));

  const etudiants = inscrits.flatMap(({ inscriptionId, maquetteSemestreId, nom, prenom }) => {
    const siennes = ues.filter((u) => u.maquetteSemestreId === maquetteSemestreId);
    if (siennes.length === 0) return [];
    const element = { id: elementId, titre: "", evaluations: evaluationsDe(inscriptionId) };
    const moyennes = Object.fromEntries(
      siennes.map((u) => {
        const { moyenne, manques } = moyenneModule(element, u.id);
        return [u.competenceId, { moyenne: arrondiOuNull(moyenne), provisoire: manques.length > 0 }];
      }),
    );
    return [{ inscriptionId, nom, prenom, moyennes }];
  });
  return {
    competences: [...new Map(ues.map((u) => [u.competenceId, { id: u.competenceId, court: u.court }])).values()],
    etudiants: etudiants.sort((a, b) => collateur.compare(a.nom, b.nom) || collateur.compare(a.prenom, b.prenom)),
  };
}
