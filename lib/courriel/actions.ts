"use server";
import { and, eq, isNull } from "drizzle-orm";
import { courriel, utilisateur } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { Refus } from "@/lib/errors";
import { entreeResume } from "./entree";
import { reglageCourriel } from "./reglage";

/** L'étudiant demande le résumé par courriel, ou l'arrête : ce qui attendait encore de partir ne part plus. */
export const saveResumeCourriel = defineAction({
  action: "compte:soi",
  entree: entreeResume,
  sujet: async () => ({}),
  async run({ tx, user, entree: { actif } }) {
    if (user.etudiantId === null)
      throw new Refus("invalide", "Le résumé par courriel annonce des notes publiées : il est pour les étudiants.");
    if (actif && !reglageCourriel())
      throw new Refus("invalide", "Le département n'a pas réglé l'envoi de courriels : rien ne partirait.");
    const touches = await tx
      .update(utilisateur)
      .set({ resumeCourriel: actif })
      .where(and(eq(utilisateur.id, user.id), eq(utilisateur.resumeCourriel, !actif)))
      .returning({ id: utilisateur.id });
    if (touches.length === 0) return { valeur: { actif }, trace: "inchange" };
    if (!actif) await tx.delete(courriel).where(and(eq(courriel.utilisateurId, user.id), isNull(courriel.envoyeLe)));
    return {
      valeur: { actif },
      trace: [
        {
          action: actif ? "résumé par courriel demandé" : "résumé par courriel arrêté",
          sujetType: "utilisateur",
          sujetId: user.id,
          avant: null,
          apres: null,
        },
      ],
    };
  },
});
