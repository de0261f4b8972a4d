"use server";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { dispense, inscription, isUniqueViolation, ue } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { Refus } from "@/lib/errors";
import { entreeDispense, entreeRetraitDispense } from "../etudiants/entree";
import { lockInscription } from "../queries";

/** Dispense un étudiant d'une UE (règlement 2.8). */
export const insertDispense = defineAction({
  action: "inscription:ecrire",
  entree: entreeDispense,
  sujet: (tx, { inscriptionId }) => lockInscription(tx, inscriptionId),
  async run({ tx, entree: { inscriptionId, ueId, motif } }) {
    const [suivie] = await tx
      .select({ titre: ue.titreImprime })
      .from(ue)
      .innerJoin(inscription, eq(inscription.maquetteSemestreId, ue.maquetteSemestreId))
      .where(and(eq(ue.id, ueId), eq(inscription.id, inscriptionId)));
    if (!suivie)
      throw new Refus("invalide", "Cette UE n'est pas suivie.", {
        ueId: "L'étudiant ne suit pas cette UE ce semestre.",
      });
    const id = randomUUID();
    try {
      await tx.insert(dispense).values({ id, inscriptionId, ueId, motif });
    } catch (erreur) {
      if (!isUniqueViolation(erreur)) throw erreur;
      throw new Refus("invalide", "Déjà dispensé.", { ueId: "L'étudiant est déjà dispensé de cette UE." });
    }
    return {
      valeur: { id },
      trace: [
        {
          action: "dispense accordée",
          sujetType: "inscription",
          sujetId: inscriptionId,
          avant: null,
          apres: { ue: suivie.titre },
          motif,
        },
      ],
    };
  },
});

export const removeDispense = defineAction({
  action: "inscription:ecrire",
  entree: entreeRetraitDispense,
  sujet: (tx, { inscriptionId }) => lockInscription(tx, inscriptionId),
  async run({ tx, entree: { inscriptionId, dispenseId, motif } }) {
    const [retiree] = await tx
      .delete(dispense)
      .where(and(eq(dispense.id, dispenseId), eq(dispense.inscriptionId, inscriptionId)))
      .returning();
    if (!retiree) throw new Refus("conflit", "Cette dispense a déjà été retirée : relisez la page.");
    const [laUe] = await tx.select({ titre: ue.titreImprime }).from(ue).where(eq(ue.id, retiree.ueId));
    return {
      valeur: null,
      trace: [
        {
          action: "dispense retirée",
          sujetType: "inscription",
          sujetId: inscriptionId,
          avant: { ue: laUe?.titre, motif: retiree.motif },
          apres: null,
          motif,
        },
      ],
    };
  },
});
