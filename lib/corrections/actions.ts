"use server";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { demandeCorrection, isUniqueViolation } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { Refus } from "@/lib/errors";
import { entreeDemande, entreeReponse, entreeRetrait } from "./entree";
import { ETATS_DEMANDE, raisonFermeture } from "./libelles";
import { lockDemandable, lockDemande } from "./queries";

const REPONDUE = "Cette demande vient de recevoir une réponse, ou d'être retirée : rechargez la page pour la lire.";

/** L'étudiant dit ce qui lui semble faux dans une note publiée. Une seule demande ouverte par note. */
export const requestCorrection = defineAction({
  action: "correction:demander",
  entree: entreeDemande,
  sujet: lockDemandable,
  verrou: ({ semestre }) => raisonFermeture(semestre.etat) ?? REPONDUE,
  async run({ tx, sujet, entree, instant }) {
    const id = randomUUID();
    try {
      await tx.insert(demandeCorrection).values({ id, ...entree, etat: "ouverte", creeLe: instant });
    } catch (erreur) {
      if (!isUniqueViolation(erreur)) throw erreur;
      throw new Refus("conflit", "Une demande attend déjà une réponse pour cette note : retirez-la pour en changer.");
    }
    return {
      valeur: { id },
      trace: [
        {
          action: "correction demandée",
          sujetType: "inscription",
          sujetId: entree.inscriptionId,
          avant: null,
          apres: { evaluation: sujet.titre },
        },
      ],
    };
  },
});

/** L'étudiant retire une demande qui n'a pas eu de réponse ; le journal garde ce qu'elle disait. */
export const withdrawCorrection = defineAction({
  action: "cursus:soi",
  entree: entreeRetrait,
  sujet: lockDemande,
  async run({ tx, sujet: { titre, demande }, entree }) {
    const retirees = await tx
      .delete(demandeCorrection)
      .where(
        and(
          eq(demandeCorrection.id, demande.id),
          eq(demandeCorrection.version, entree.version),
          eq(demandeCorrection.etat, "ouverte"),
        ),
      )
      .returning({ id: demandeCorrection.id });
    if (retirees.length === 0) throw new Refus("conflit", REPONDUE);
    return {
      valeur: null,
      trace: [
        {
          action: "demande de correction retirée",
          sujetType: "inscription",
          sujetId: demande.inscriptionId,
          avant: { evaluation: titre, texte: demande.texte },
          apres: null,
        },
      ],
    };
  },
});

/** Un enseignant de l'élément répond. Accepter ne change pas la note : elle se change dans la grille, avec son motif. */
export const answerCorrection = defineAction({
  action: "correction:repondre",
  entree: entreeReponse,
  sujet: lockDemande,
  async run({ tx, user, sujet: { titre, demande }, entree: { version, etat, reponse }, instant }) {
    const touchees = await tx
      .update(demandeCorrection)
      .set({ etat, reponse, traiteePar: user.id, traiteeLe: instant, version: version + 1 })
      .where(
        and(
          eq(demandeCorrection.id, demande.id),
          eq(demandeCorrection.version, version),
          eq(demandeCorrection.etat, "ouverte"),
        ),
      )
      .returning({ id: demandeCorrection.id });
    if (touchees.length === 0) throw new Refus("conflit", REPONDUE);
    return {
      valeur: { id: demande.id },
      trace: [
        {
          action: `correction ${ETATS_DEMANDE[etat]}`,
          sujetType: "inscription",
          sujetId: demande.inscriptionId,
          avant: { evaluation: titre, texte: demande.texte },
          apres: { reponse },
        },
      ],
    };
  },
});
