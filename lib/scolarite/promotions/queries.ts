import "server-only";
import { asc, count, desc, eq } from "drizzle-orm";
import { groupe, inscription, maquette, maquetteSemestre, promotion, read, reglement, semestre } from "@/db";
import { semestreEffectif } from "@/db/visibilite";
import { groupBy } from "@/lib/group-by";

/** Les promotions et leurs classes, et de quoi en créer d'autres. */
export async function listPromotions() {
  return read(async (l) => {
    const promotions = await l
      .select({ promotion, version: maquette.version })
      .from(promotion)
      .innerJoin(maquette, eq(maquette.id, promotion.maquetteId))
      .orderBy(desc(promotion.anneeEntree), asc(promotion.titre));
    const semestres = await l
      .select({ semestre, reglement: reglement.version })
      .from(semestre)
      .innerJoin(reglement, eq(reglement.id, semestre.reglementId))
      .orderBy(asc(semestre.anneeUniversitaire), asc(semestre.numero), asc(semestre.regime));
    const inscrits = await l
      .select({ semestreId: inscription.semestreId, nombre: count() })
      .from(inscription)
      .groupBy(inscription.semestreId);
    const groupes = await l
      .select({ semestreId: groupe.semestreId, nom: groupe.nom })
      .from(groupe)
      .orderBy(asc(groupe.nom));
    const programmes = await l
      .selectDistinct({
        maquetteId: maquetteSemestre.maquetteId,
        numero: maquetteSemestre.numero,
        regime: maquetteSemestre.regime,
      })
      .from(maquetteSemestre)
      .orderBy(asc(maquetteSemestre.numero), desc(maquetteSemestre.regime));
    const maquettes = await l
      .select({ id: maquette.id, version: maquette.version })
      .from(maquette)
      .orderBy(desc(maquette.version));
    const reglements = await l
      .select({ id: reglement.id, version: reglement.version, applicableDu: reglement.applicableDu })
      .from(reglement)
      .orderBy(desc(reglement.applicableDu));
    const semestresDe = groupBy(semestres, (s) => s.semestre.promotionId);
    const groupesDe = groupBy(groupes, (g) => g.semestreId);
    const inscritsDe = new Map(inscrits.map((i) => [i.semestreId, i.nombre]));
    return {
      maquettes,
      reglements,
      promotions: promotions.map(({ promotion: p, version }) => ({
        id: p.id,
        titre: p.titre,
        anneeEntree: p.anneeEntree,
        maquette: version,
        programmes: programmes
          .filter((x) => x.maquetteId === p.maquetteId)
          .map(({ numero, regime }) => ({ numero, regime })),
        semestres: (semestresDe.get(p.id) ?? []).map(({ semestre: s, reglement: regle }) => ({
          id: s.id,
          numero: s.numero,
          regime: s.regime,
          anneeUniversitaire: s.anneeUniversitaire,
          etat: semestreEffectif(s).etat,
          version: s.version,
          reglement: regle,
          inscrits: inscritsDe.get(s.id) ?? 0,
          groupes: (groupesDe.get(s.id) ?? []).map((g) => g.nom),
        })),
      })),
    };
  });
}

export type Promotions = Awaited<ReturnType<typeof listPromotions>>;
export type PromotionLue = Promotions["promotions"][number];
export type ClasseLue = PromotionLue["semestres"][number];
