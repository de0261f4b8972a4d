import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import { type Ecriture, inscription, type Lecture, lockRows, promotion, read, semestre } from "@/db";
import { COLONNES_ETAT, semestreEffectif } from "@/db/visibilite";
import { titreSemestre } from "../libelles";

/** Le semestre d'une inscription, tenu jusqu'à la fin de la transaction : son état ne change pas avant l'écriture. */
export async function lockInscription(tx: Ecriture, inscriptionId: string) {
  const [ligne] = await lockRows(
    tx
      .select({ id: semestre.id, etat: semestre.etat, etudiantId: inscription.etudiantId })
      .from(inscription)
      .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
      .where(eq(inscription.id, inscriptionId)),
    "share",
  );
  return ligne ? { semestre: { id: ligne.id, etat: ligne.etat }, etudiantId: ligne.etudiantId } : null;
}

/** Le même sujet, pour une page qui lit. */
export async function findSujetInscription(lecture: Lecture, inscriptionId: string) {
  const [ligne] = await lecture
    .select({ id: semestre.id, etat: semestre.etat, etudiantId: inscription.etudiantId })
    .from(inscription)
    .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
    .where(eq(inscription.id, inscriptionId));
  return ligne ? { semestre: { id: ligne.id, etat: ligne.etat }, etudiantId: ligne.etudiantId } : null;
}

/** Toutes les classes, l'année la plus récente d'abord. */
export async function listSemestres() {
  const lignes = await read((l) =>
    l
      .select({
        id: semestre.id,
        numero: semestre.numero,
        regime: semestre.regime,
        anneeUniversitaire: semestre.anneeUniversitaire,
        ...COLONNES_ETAT,
        promotionId: promotion.id,
        promotion: promotion.titre,
        maquetteId: promotion.maquetteId,
      })
      .from(semestre)
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .orderBy(desc(semestre.anneeUniversitaire), asc(semestre.numero), asc(semestre.regime), asc(promotion.titre)),
  );
  return lignes.map((s) => ({ ...semestreEffectif(s), titre: titreSemestre(s) }));
}

export type SemestreListe = Awaited<ReturnType<typeof listSemestres>>[number];

/** Un semestre tenu jusqu'à la fin de la transaction. */
export async function lockSemestre(tx: Ecriture, semestreId: string) {
  const [ligne] = await lockRows(
    tx.select({ id: semestre.id, etat: semestre.etat }).from(semestre).where(eq(semestre.id, semestreId)),
    "share",
  );
  return ligne ? { semestre: ligne } : null;
}
