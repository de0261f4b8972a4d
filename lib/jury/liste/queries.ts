import "server-only";
import { asc, count, desc, eq, inArray } from "drizzle-orm";
import { type EtatSemestre, inscription, promotion, read, reglement, semestre } from "@/db";
import { semestreEffectif } from "@/db/visibilite";
import { ligneJury } from "../ligne";
import { COLONNES, readDossiersNommes } from "../queries";
import { bilanDe, ETATS_A_SUIVRE, type SemestreListe } from "./bilan";

/** Les semestres et ce qu'un jury a à y faire, du plus récent au plus ancien ; les cursus en une seule lecture. */
export async function listSemestresJury(isVisible: (s: { id: string; etat: EtatSemestre }) => boolean) {
  return read(async (lecture): Promise<SemestreListe[]> => {
    const tous = await lecture
      .select({ ...COLONNES, inscrits: count(inscription.id) })
      .from(semestre)
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .innerJoin(reglement, eq(reglement.id, semestre.reglementId))
      .leftJoin(inscription, eq(inscription.semestreId, semestre.id))
      .groupBy(...Object.values(COLONNES))
      .orderBy(desc(semestre.anneeUniversitaire), asc(semestre.numero), asc(semestre.regime));
    const semestres = tous.map((s) => semestreEffectif(s)).filter(isVisible);
    const suivis = semestres.filter((s) => ETATS_A_SUIVRE.includes(s.etat)).map((s) => s.id);
    const etudiants = await lecture
      .selectDistinct({ id: inscription.etudiantId })
      .from(inscription)
      .where(inArray(inscription.semestreId, suivis));
    const { dossiers } = await readDossiersNommes(lecture, { etudiantIds: etudiants.map((e) => e.id) });
    return semestres.map((s) => ({
      ...s,
      bilan: suivis.includes(s.id)
        ? bilanDe(
            dossiers
              .filter(({ cursus }) => cursus.semestres.some((suivi) => suivi.id === s.id))
              .map(({ dossier, cursus }) =>
                ligneJury(dossier, cursus, {
                  semestreId: s.id,
                  groupes: new Map(),
                  changements: new Map(),
                  numeroDe: () => 0,
                }),
              ),
          )
        : null,
    }));
  });
}
