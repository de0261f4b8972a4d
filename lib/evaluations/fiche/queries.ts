import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { element, evaluation, journal, type Lecture, note, poids, promotion, read, semestre, utilisateur } from "@/db";
import { semestreEffectif } from "@/db/visibilite";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { type EtatDouble, listEtatsDouble } from "@/lib/evaluations/double";
import type { ElementSuivi, EvaluationSuivie } from "@/lib/evaluations/effectifs";
import { cleSuivi, countSaisies, countSuivis } from "@/lib/evaluations/effectifs";
import { isAnonyme } from "@/lib/evaluations/libelles";
import { nomComplet } from "@/lib/libelles";
import { listUesElement, parRang, type SujetElement, type UeElement } from "../queries";

export interface EvaluationDetaillee extends EvaluationSuivie {
  readonly coefficient: Centiemes;
  readonly bareme: Centiemes;
  readonly version: number;
  readonly publieeLe: string | null;
  readonly anonyme: boolean;
  /** Saisie deux fois, puis comparée ; null : une fois. */
  readonly double: EtatDouble | null;
  /** Par compétence ; absente : 1. */
  readonly poids: Readonly<Record<string, Centiemes>>;
  /** Aucune note n'y est jamais entrée : elle peut être supprimée. */
  readonly vide: boolean;
}

export interface EvaluationArchivee {
  readonly id: string;
  readonly titre: string;
  readonly date: string;
  readonly saisies: number;
  readonly archiveeLe: string;
  readonly par: string;
  readonly motif: string;
}

export interface FicheElement {
  readonly semestre: ElementSuivi["semestre"];
  readonly element: ElementSuivi["element"];
  readonly inscrits: number;
  readonly ues: readonly UeElement[];
  readonly evaluations: readonly EvaluationDetaillee[];
  readonly archivees: readonly EvaluationArchivee[];
}

/** Un élément d'un semestre : ses UE et ses évaluations. Le sujet a déjà dit qu'ils vont ensemble. */
export async function findFicheElement({ semestre: { id }, elementId }: SujetElement): Promise<FicheElement | null> {
  return read(async (lecture) => {
    const [s] = await lecture
      .select({ semestre, promotion: promotion.titre })
      .from(semestre)
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .where(eq(semestre.id, id));
    const [e] = await lecture.select().from(element).where(eq(element.id, elementId));
    if (!s || !e) return null;
    const ues = await listUesElement(lecture, elementId);
    const toutes = await lecture
      .select()
      .from(evaluation)
      .where(and(eq(evaluation.semestreId, id), eq(evaluation.elementId, elementId)));
    const evaluations = toutes.filter((v) => v.archiveeLe === null).sort(parRang);
    const ids = evaluations.map((v) => v.id);
    const lesPoids = await lecture.select().from(poids).where(inArray(poids.evaluationId, ids));
    const avecNotes = await lecture
      .selectDistinct({ id: note.evaluationId })
      .from(note)
      .where(inArray(note.evaluationId, ids));
    const doubles = await listEtatsDouble(lecture, ids);
    const archives = await listArchives(
      lecture,
      toutes.flatMap((v) => (v.archiveeLe === null ? [] : [v.id])),
    );
    const suivis = await countSuivis(lecture, [id], [elementId]);
    const saisies = await countSaisies(lecture, [id], [elementId]);
    const notees = new Set(avecNotes.map((n) => n.id));
    const competenceDe = new Map(ues.map((u) => [u.ueId, u.competenceId]));
    return {
      semestre: {
        id: s.semestre.id,
        numero: s.semestre.numero,
        anneeUniversitaire: s.semestre.anneeUniversitaire,
        regime: s.semestre.regime,
        etat: semestreEffectif(s.semestre).etat,
        promotion: s.promotion,
      },
      element: { id: e.id, titre: e.titre, nature: e.nature },
      inscrits: suivis.get(cleSuivi(id, elementId)) ?? 0,
      ues,
      evaluations: evaluations.map((v) => ({
        id: v.id,
        titre: v.titre,
        date: v.date,
        type: v.type,
        etat: v.etat,
        coefficient: v.coefficient,
        bareme: v.bareme,
        version: v.version,
        publieeLe: v.publieeLe,
        anonyme: isAnonyme(v),
        saisies: saisies.get(v.id) ?? 0,
        double: v.doubleSaisie ? (doubles.get(v.id) ?? { saisies: 0, ecarts: 0 }) : null,
        vide: !notees.has(v.id) && !doubles.has(v.id),
        poids: Object.fromEntries(
          lesPoids
            .filter((p) => p.evaluationId === v.id)
            .flatMap((p) => {
              const competenceId = competenceDe.get(p.ueId);
              return competenceId ? [[competenceId, p.valeur]] : [];
            }),
        ),
      })),
      archivees: toutes.flatMap(({ archiveeLe, ...v }) =>
        archiveeLe === null
          ? []
          : [
              {
                id: v.id,
                titre: v.titre,
                date: v.date,
                saisies: saisies.get(v.id) ?? 0,
                archiveeLe,
                par: archives.get(v.id)?.par ?? "",
                motif: archives.get(v.id)?.motif ?? "",
              },
            ],
      ),
    };
  });
}

/** Qui a archivé chaque évaluation, et pourquoi : le journal le sait. La dernière fois fait foi. */
async function listArchives(lecture: Lecture, ids: string[]) {
  const lignes = await lecture
    .select({ id: journal.sujetId, motif: journal.motif, nom: utilisateur.nom, prenom: utilisateur.prenom })
    .from(journal)
    .innerJoin(utilisateur, eq(utilisateur.id, journal.utilisateurId))
    .where(
      and(
        eq(journal.sujetType, "evaluation"),
        inArray(journal.sujetId, ids),
        eq(journal.action, "évaluation archivée"),
      ),
    )
    .orderBy(asc(journal.creeLe));
  return new Map(lignes.map(({ id, motif, ...auteur }) => [id, { motif: motif ?? "", par: nomComplet(auteur) }]));
}
