"use server";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { visite } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { findVisite } from "./queries";
import { visiteApres } from "./visite";

/**
 * Compte le passage de la personne connectée, et d'elle seule. La ligne ne dit rien d'autre que sa propre présence : elle
 * est sa propre trace, et ne touche à aucun dossier.
 */
export const recordPassage = defineAction({
  action: "compte:soi",
  entree: z.object({}),
  sujet: async () => ({}),
  async run({ tx, user, instant }) {
    const avant = await findVisite(tx, user.id);
    const apres = visiteApres(avant, instant);
    if (apres && avant) {
      await tx
        .update(visite)
        .set(apres)
        .where(and(eq(visite.utilisateurId, user.id), eq(visite.derniereLe, avant.derniereLe)));
    } else if (apres) {
      await tx
        .insert(visite)
        .values({ id: randomUUID(), utilisateurId: user.id, ...apres })
        .onConflictDoNothing({ target: visite.utilisateurId });
    }
    return { valeur: null, trace: "inchange" };
  },
});
