"use server";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { bonus, type Ecriture, isUniqueViolation } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { Refus } from "@/lib/errors";
import { lockInscription } from "@/lib/scolarite/queries";
import { entreeBonus, entreeRetrait } from "./entree";

async function findLigne(tx: Ecriture, inscriptionId: string, id: string) {
  const [ligne] = await tx
    .select({ id: bonus.id, activite: bonus.activite, pourcent: bonus.pourcent, version: bonus.version })
    .from(bonus)
    .where(and(eq(bonus.id, id), eq(bonus.inscriptionId, inscriptionId)));
  return ligne ?? null;
}

type Ligne = NonNullable<Awaited<ReturnType<typeof findLigne>>>;

function conflit(actuel: Ligne | null): Refus {
  return new Refus(
    "conflit",
    actuel
      ? "Ce bonus a été modifié par quelqu'un d'autre pendant votre saisie."
      : "Ce bonus a été retiré par quelqu'un d'autre pendant votre saisie.",
    { actuel },
  );
}

const doublon = (activite: string): Refus =>
  new Refus("invalide", "Cette activité a déjà son bonus.", {
    activite: `« ${activite} » a déjà un bonus ce semestre : corrigez-le plutôt que d'en ajouter un second.`,
  });

/** Saisit un bonus ou corrige celui qui a été lu (règlement 3). */
export const saveBonus = defineAction({
  action: "bonus:ecrire",
  entree: entreeBonus,
  sujet: (tx, { inscriptionId }) => lockInscription(tx, inscriptionId),
  async run({ tx, entree: { inscriptionId, lu, activite, pourcentage, note } }) {
    const pourcent = pourcentage ?? note;
    if (pourcent === null) throw new Refus("invalide", "Entrez un pourcentage ou une note d'activité.");
    const apres = { activite, pourcent };
    const avant = lu && (await findLigne(tx, inscriptionId, lu.id));
    if (lu && avant?.version !== lu.version) throw conflit(avant);
    if (avant && avant.activite === activite && avant.pourcent === pourcent)
      return { valeur: { id: avant.id }, trace: "inchange" };

    const id = avant?.id ?? randomUUID();
    try {
      if (avant) {
        const touchees = await tx
          .update(bonus)
          .set({ ...apres, version: avant.version + 1 })
          .where(and(eq(bonus.id, id), eq(bonus.version, avant.version)))
          .returning({ id: bonus.id });
        if (touchees.length === 0) throw conflit(await findLigne(tx, inscriptionId, id));
      } else {
        await tx.insert(bonus).values({ id, inscriptionId, ...apres });
      }
    } catch (erreur) {
      if (isUniqueViolation(erreur)) throw doublon(activite);
      throw erreur;
    }
    return {
      valeur: { id },
      trace: [
        {
          action: avant ? "bonus corrigé" : "bonus saisi",
          sujetType: "inscription",
          sujetId: inscriptionId,
          avant: avant && { activite: avant.activite, pourcent: avant.pourcent },
          apres,
        },
      ],
    };
  },
});

/** Retire un bonus : la ligne disparaît, le journal garde ce qu'elle disait. */
export const removeBonus = defineAction({
  action: "bonus:ecrire",
  entree: entreeRetrait,
  sujet: (tx, { inscriptionId }) => lockInscription(tx, inscriptionId),
  async run({ tx, entree: { inscriptionId, id, version } }) {
    const [retire] = await tx
      .delete(bonus)
      .where(and(eq(bonus.id, id), eq(bonus.inscriptionId, inscriptionId), eq(bonus.version, version)))
      .returning();
    if (!retire) throw conflit(await findLigne(tx, inscriptionId, id));
    return {
      valeur: { id },
      trace: [
        {
          action: "bonus retiré",
          sujetType: "inscription",
          sujetId: inscriptionId,
          avant: { activite: retire.activite, pourcent: retire.pourcent },
          apres: null,
        },
      ],
    };
  },
});
