import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { evaluation, inscription, note, read, reglement, semestre } from "@/db";
import { readDossiers } from "@/db/dossiers";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import { lireReglement } from "@/lib/but/modele/reglement";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { vueUes } from "@/lib/cursus/vue";
import { groupBy } from "@/lib/group-by";
import { type ContexteClasse, contexteClasse, NOTES_MINIMUM, type Rang, rangDe } from "./contexte";

async function findReglement(semestreId: string) {
  const [lu] = await read((lecture) =>
    lecture
      .select({ parametres: reglement.parametres })
      .from(semestre)
      .innerJoin(reglement, eq(reglement.id, semestre.reglementId))
      .where(eq(semestre.id, semestreId)),
  );
  return lu ? lireReglement(lu.parametres) : null;
}

/**
 * Le contexte de chaque évaluation publiée d'un semestre, par évaluation ; vide si le règlement du semestre le tait. Les
 * démissions et défaillances n'y sont pas (règlement 2.7), ni rien de ce qui n'est pas publié (2.2).
 */
export async function findContextes(semestreId: string): Promise<ReadonlyMap<string, ContexteClasse>> {
  if (!(await findReglement(semestreId))?.afficherClasse) return new Map();
  const lignes = await read((lecture) =>
    lecture
      .select({ evaluationId: evaluation.id, bareme: evaluation.bareme, valeur: note.valeur })
      .from(evaluation)
      .innerJoin(note, eq(note.evaluationId, evaluation.id))
      .innerJoin(inscription, eq(inscription.id, note.inscriptionId))
      .where(
        and(
          eq(evaluation.semestreId, semestreId),
          eq(evaluation.etat, "publiee"),
          isNull(evaluation.archiveeLe),
          eq(inscription.etat, "I"),
          isNotNull(note.valeur),
        ),
      ),
  );
  return new Map(
    [...groupBy(lignes, (l) => l.evaluationId)].flatMap(([evaluationId, siennes]) => {
      const bareme = siennes[0]?.bareme;
      const notes = siennes.flatMap((l): Centiemes[] => (l.valeur === null ? [] : [l.valeur]));
      const contexte = bareme === undefined ? null : contexteClasse(notes, bareme);
      return contexte ? [[evaluationId, contexte]] : [];
    }),
  );
}

/**
 * Le rang d'un étudiant dans une UE de sa classe, tous parcours confondus ; null tant que le règlement ne l'affiche pas,
 * sous cinq moyennes, ou sans moyenne à lui. Démissions, défaillances et dispenses n'y sont pas. Les moyennes sont celles
 * que chacun voit : du publié seul.
 */
export async function findRang(semestreId: string, competenceId: string, etudiantId: string): Promise<Rang | null> {
  if (!(await findReglement(semestreId))?.afficherRang) return null;
  const dossiers = await read((lecture) => readDossiers(lecture, { semestreId }));
  const moyennes = new Map(
    dossiers.dossiers.flatMap(({ etudiant, cursus }) => {
      const ue = vueUes(resultatCursus(cursus), dossiers).find(
        (u) => u.semestreId === semestreId && u.competenceId === competenceId,
      );
      return ue && ue.moyenne !== null && ue.sansMoyenne === null ? [[etudiant.id, ue.moyenne]] : [];
    }),
  );
  const sienne = moyennes.get(etudiantId);
  if (sienne === undefined || moyennes.size < NOTES_MINIMUM) return null;
  return { rang: rangDe(sienne, [...moyennes.values()]), sur: moyennes.size };
}
