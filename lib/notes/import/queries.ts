import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { evaluation, inscription, read, utilisateur } from "@/db";
import type { SujetElement } from "@/lib/evaluations/queries";
import { isSuivi } from "@/lib/evaluations/suivi";
import { type LotVu, listLots, listMemoires } from "@/lib/import/lots/queries";
import type { Memoires } from "./preparation";
import { cibleElement, findFormation } from "./sujet";

/** Ce dont l'aperçu d'un import de notes a besoin de plus que la grille. */
export interface ContexteImport {
  /** Par inscription, l'adresse de l'étudiant. */
  readonly courriels: Readonly<Record<string, string>>;
  readonly memoires: Memoires;
  /** Les derniers imports de cet élément, le plus récent d'abord. */
  readonly lots: readonly LotVu[];
}

export async function findContexteImport({ semestre, elementId }: SujetElement): Promise<ContexteImport> {
  return read(async (lecture) => {
    const adresses = await lecture
      .select({ inscriptionId: inscription.id, email: utilisateur.email })
      .from(inscription)
      .innerJoin(utilisateur, eq(utilisateur.etudiantId, inscription.etudiantId))
      .where(and(isSuivi(lecture, semestre.id, elementId), isNotNull(utilisateur.email)));
    const evaluations = await lecture
      .select({ id: evaluation.id })
      .from(evaluation)
      .where(and(eq(evaluation.semestreId, semestre.id), eq(evaluation.elementId, elementId)));
    const formationId = await findFormation(lecture, elementId);
    const cibles = [cibleElement(semestre.id, elementId), ...evaluations.map((e) => e.id)];
    return {
      courriels: Object.fromEntries(adresses.map((a) => [a.inscriptionId, a.email])),
      memoires: formationId ? await listMemoires(lecture, formationId, "notes") : {},
      lots: await listLots(lecture, "notes", cibles),
    };
  });
}
