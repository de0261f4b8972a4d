"use server";
import { randomUUID } from "node:crypto";
import { commentaireJury } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { lockSujetEtudiant } from "../queries";
import { ENTREE_COMMENTAIRE } from "./input";

/** Ajoute une ligne, que rien ne corrige ni n'efface ensuite. Le journal dit qui et quand, pas ce qui est écrit. */
export const addCommentaire = defineAction({
  action: "commentaire:ecrire",
  entree: ENTREE_COMMENTAIRE,
  sujet: (tx, { semestreId, etudiantId }) => lockSujetEtudiant(tx, semestreId, etudiantId),
  run: async ({ tx, user, entree, instant }) => {
    await tx.insert(commentaireJury).values({ id: randomUUID(), ...entree, auteurId: user.id, creeLe: instant });
    const { semestreId, etudiantId } = entree;
    return {
      valeur: null,
      trace: [
        {
          action: "commentaire de jury ajouté",
          sujetType: "etudiant",
          sujetId: etudiantId,
          avant: null,
          apres: { semestreId },
        },
      ],
    };
  },
});
