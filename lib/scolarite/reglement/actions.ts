"use server";
import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { isUniqueViolation, maquette, promotion, reglement, semestre } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { lireReglement, type Reglement } from "@/lib/but/modele/reglement";
import { verifyReglement } from "@/lib/but/questions/verification";
import { Refus } from "@/lib/errors";
import { lockSemestre } from "../queries";
import { entreeRattachement, entreeReglement } from "./entree";
import { changementsReglement } from "./reglages";

/** Une version de plus, copiée d'une autre. Une version enregistrée ne change plus : des décisions la citent (5.10). */
export const createReglement = defineAction({
  action: "reglement:ecrire",
  entree: entreeReglement,
  async sujet(tx, { copieDe }) {
    const [modele] = await tx.select().from(reglement).where(eq(reglement.id, copieDe));
    return modele ? { semestre: undefined, modele } : null;
  },
  async run({ tx, sujet: { modele }, entree: { copieDe: _, ...choix }, instant }) {
    const ancien = lireReglement(modele.parametres);
    const nouveau: Reglement = { ...ancien, ...choix };
    const refus = verifyReglement(nouveau);
    if (refus.length > 0) {
      const champs = Object.fromEntries(refus.map((r) => [r.chemin, r.message]));
      throw new Refus("invalide", refus[0]?.message ?? "Règlement refusé.", champs);
    }
    const id = randomUUID();
    try {
      await tx.insert(reglement).values({
        id,
        formationId: modele.formationId,
        version: nouveau.version,
        applicableDu: nouveau.applicableDu,
        parametres: JSON.stringify(nouveau),
        creeLe: instant,
      });
    } catch (erreur) {
      if (!isUniqueViolation(erreur)) throw erreur;
      throw new Refus("invalide", "Version déjà prise.", {
        version: `Une version s'appelle déjà « ${nouveau.version} ».`,
      });
    }
    const changes = changementsReglement(ancien, nouveau);
    return {
      valeur: { id },
      trace: [
        {
          action: "version du règlement créée",
          sujetType: "reglement",
          sujetId: id,
          avant: { version: ancien.version, ...changes.avant },
          apres: { version: nouveau.version, applicableDu: nouveau.applicableDu, ...changes.apres },
        },
      ],
    };
  },
});

/** La version du règlement que suit une classe : jusqu'à son jury, pas après. */
export const attachReglement = defineAction({
  action: "reglement:attacher",
  entree: entreeRattachement,
  sujet: (tx, { semestreId }) => lockSemestre(tx, semestreId),
  async run({ tx, entree: { semestreId, version, reglementId } }) {
    const [classe] = await tx
      .select({ reglementId: reglement.id, reglement: reglement.version, formationId: maquette.formationId })
      .from(semestre)
      .innerJoin(reglement, eq(reglement.id, semestre.reglementId))
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .innerJoin(maquette, eq(maquette.id, promotion.maquetteId))
      .where(eq(semestre.id, semestreId));
    const [nouveau] = await tx.select().from(reglement).where(eq(reglement.id, reglementId));
    if (!classe || !nouveau || nouveau.formationId !== classe.formationId)
      throw new Refus("invalide", "Version inconnue.", { reglementId: "Cette version n'est pas de cette formation." });
    if (classe.reglementId === reglementId) return { valeur: null, trace: "inchange" };
    const touches = await tx
      .update(semestre)
      .set({ reglementId, version: version + 1 })
      .where(
        and(
          eq(semestre.id, semestreId),
          eq(semestre.version, version),
          inArray(semestre.etat, ["preparation", "ouvert"]),
        ),
      )
      .returning({ id: semestre.id });
    if (touches.length === 0) throw new Refus("conflit", "Cette classe a changé entre-temps : relisez la page.");
    return {
      valeur: null,
      trace: [
        {
          action: "règlement de la classe changé",
          sujetType: "semestre",
          sujetId: semestreId,
          avant: { reglement: classe.reglement },
          apres: { reglement: nouveau.version },
        },
      ],
    };
  },
});
