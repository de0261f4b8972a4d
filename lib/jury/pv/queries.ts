import "server-only";
import { and, desc, eq } from "drizzle-orm";
import {
  competence,
  formation,
  maquette,
  maquetteSemestre,
  niveau,
  promotion,
  pv,
  read,
  semestre,
  ue,
  utilisateur,
} from "@/db";
import { lireInstantane } from "../instantane";
import { type NomObjet, vuePv } from "./vue";

/** Un PV du semestre, le dernier par défaut, prêt à imprimer ; null s'il n'existe pas. */
export async function loadPv(semestreId: string, numero: number | null) {
  return read(async (lecture) => {
    const versions = await lecture
      .select({ numero: pv.numero, creeLe: pv.creeLe })
      .from(pv)
      .where(eq(pv.semestreId, semestreId))
      .orderBy(desc(pv.numero));
    const voulu = numero ?? versions[0]?.numero;
    if (voulu === undefined) return null;
    const [trouve] = await lecture
      .select({
        pv,
        numeroSemestre: semestre.numero,
        nom: utilisateur.nom,
        prenom: utilisateur.prenom,
        formationId: formation.id,
        formation: formation.titre,
        etablissement: formation.etablissement,
      })
      .from(pv)
      .innerJoin(utilisateur, eq(utilisateur.id, pv.auteurId))
      .innerJoin(semestre, eq(semestre.id, pv.semestreId))
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .innerJoin(maquette, eq(maquette.id, promotion.maquetteId))
      .innerJoin(formation, eq(formation.id, maquette.formationId))
      .where(and(eq(pv.semestreId, semestreId), eq(pv.numero, voulu)));
    if (!trouve) return null;
    const ues = await lecture
      .select({ id: ue.id, competence: competence.court, numero: competence.numero, rang: maquetteSemestre.numero })
      .from(ue)
      .innerJoin(competence, eq(competence.id, ue.competenceId))
      .innerJoin(maquetteSemestre, eq(maquetteSemestre.id, ue.maquetteSemestreId))
      .where(eq(competence.formationId, trouve.formationId));
    const niveaux = await lecture
      .select({ id: niveau.id, competence: competence.court, numero: competence.numero, rang: niveau.annee })
      .from(niveau)
      .innerJoin(competence, eq(competence.id, niveau.competenceId))
      .where(eq(competence.formationId, trouve.formationId));
    const noms = new Map<string, NomObjet>([...ues, ...niveaux].map(({ id, ...nom }) => [id, nom]));
    const { instantane, ...entete } = trouve.pv;
    return {
      ...entete,
      auteur: `${trouve.nom} ${trouve.prenom}`,
      formation: trouve.formation,
      etablissement: trouve.etablissement,
      versions,
      vue: vuePv(lireInstantane(instantane), noms, trouve.numeroSemestre),
    };
  });
}
