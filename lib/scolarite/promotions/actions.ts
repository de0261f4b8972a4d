"use server";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { groupe, isUniqueViolation, maquette, maquetteSemestre, promotion, reglement, semestre } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { Refus } from "@/lib/errors";
import { lockSemestre } from "../queries";
import { entreeGroupe, entreeOuverture, entreePromotion, entreeSemestre } from "./entree";

/** Une promotion garde la maquette avec laquelle elle commence (règlement 1). */
export const createPromotion = defineAction({
  action: "promotion:ecrire",
  entree: entreePromotion,
  async sujet(tx, { maquetteId }) {
    const [connue] = await tx.select().from(maquette).where(eq(maquette.id, maquetteId));
    return connue ? { semestre: undefined, maquette: connue } : null;
  },
  async run({ tx, sujet, entree: { maquetteId, titre, anneeEntree } }) {
    const id = randomUUID();
    try {
      await tx.insert(promotion).values({ id, maquetteId, titre, anneeEntree });
    } catch (erreur) {
      if (!isUniqueViolation(erreur)) throw erreur;
      throw new Refus("invalide", "Titre déjà pris.", { titre: `Une promotion s'appelle déjà « ${titre} ».` });
    }
    return {
      valeur: { id },
      trace: [
        {
          action: "promotion créée",
          sujetType: "promotion",
          sujetId: id,
          avant: null,
          apres: { titre, anneeEntree, maquette: sujet.maquette.version },
        },
      ],
    };
  },
});

/** Une classe : un semestre du programme de la promotion, en préparation. */
export const createSemestre = defineAction({
  action: "promotion:ecrire",
  entree: entreeSemestre,
  async sujet(tx, { promotionId }) {
    const [connue] = await tx.select().from(promotion).where(eq(promotion.id, promotionId));
    return connue ? { semestre: undefined, promotion: connue } : null;
  },
  async run({ tx, sujet, entree: { promotionId, numero, regime, anneeUniversitaire, reglementId } }) {
    const [programme] = await tx
      .select({ id: maquetteSemestre.id })
      .from(maquetteSemestre)
      .where(
        and(
          eq(maquetteSemestre.maquetteId, sujet.promotion.maquetteId),
          eq(maquetteSemestre.numero, numero),
          eq(maquetteSemestre.regime, regime),
        ),
      )
      .limit(1);
    if (!programme)
      throw new Refus("invalide", "Ce semestre n'est pas au programme.", {
        numero: `La maquette de cette promotion n'a pas de S${numero} dans ce régime.`,
      });
    const [regle] = await tx
      .select({ version: reglement.version })
      .from(reglement)
      .where(eq(reglement.id, reglementId));
    if (!regle) throw new Refus("invalide", "Règlement inconnu.", { reglementId: "Ce règlement n'existe pas." });
    const id = randomUUID();
    try {
      await tx
        .insert(semestre)
        .values({ id, promotionId, numero, regime, anneeUniversitaire, reglementId, etat: "preparation" });
    } catch (erreur) {
      if (!isUniqueViolation(erreur)) throw erreur;
      throw new Refus("invalide", "Cette classe existe déjà.", {
        numero: "Cette promotion a déjà cette classe cette année-là.",
      });
    }
    return {
      valeur: { id },
      trace: [
        {
          action: "classe créée",
          sujetType: "semestre",
          sujetId: id,
          avant: null,
          apres: { numero, regime, anneeUniversitaire, reglement: regle.version },
        },
      ],
    };
  },
});

/** De la préparation à l'ouverture : les enseignants peuvent publier. */
export const openSemestre = defineAction({
  action: "semestre:ouvrir",
  entree: entreeOuverture,
  sujet: (tx, { semestreId }) => lockSemestre(tx, semestreId),
  async run({ tx, entree: { semestreId, version } }) {
    const touches = await tx
      .update(semestre)
      .set({ etat: "ouvert", version: version + 1 })
      .where(and(eq(semestre.id, semestreId), eq(semestre.version, version), eq(semestre.etat, "preparation")))
      .returning({ id: semestre.id });
    if (touches.length === 0) throw new Refus("conflit", "Cette classe a changé entre-temps : relisez la page.");
    return {
      valeur: null,
      trace: [
        {
          action: "état du semestre changé",
          sujetType: "semestre",
          sujetId: semestreId,
          avant: { etat: "preparation" },
          apres: { etat: "ouvert" },
        },
      ],
    };
  },
});

/** Ajoute un groupe à une classe ; les étudiants y entrent par leur inscription. */
export const createGroupe = defineAction({
  action: "inscription:ecrire",
  entree: entreeGroupe,
  sujet: (tx, { semestreId }) => lockSemestre(tx, semestreId),
  async run({ tx, entree: { semestreId, nom } }) {
    const id = randomUUID();
    try {
      await tx.insert(groupe).values({ id, semestreId, nom });
    } catch (erreur) {
      if (!isUniqueViolation(erreur)) throw erreur;
      throw new Refus("invalide", "Nom déjà pris.", { nom: `Cette classe a déjà un groupe « ${nom} ».` });
    }
    return {
      valeur: { id },
      trace: [
        { action: "groupe ajouté", sujetType: "semestre", sujetId: semestreId, avant: null, apres: { groupe: nom } },
      ],
    };
  },
});
