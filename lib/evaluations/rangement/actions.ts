"use server";
import { count, eq } from "drizzle-orm";
import { note } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { Refus } from "@/lib/errors";
import { listEtatsDouble } from "@/lib/evaluations/double";
import { updateLue, verifyActive } from "../ecriture";
import { deplacementSchema, evaluationSchema, motiveeSchema } from "../entree";
import { lockFreres, lockSujetEvaluation } from "../queries";

export const archiveEvaluation = defineAction({
  action: "evaluation:ecrire",
  entree: motiveeSchema,
  sujet: (tx, { evaluationId }) => lockSujetEvaluation(tx, evaluationId),
  async run({ tx, sujet: { evaluation: lue }, entree: { motif }, instant }) {
    verifyActive(lue);
    if (lue.etat === "publiee")
      throw new Refus("invalide", "Cette évaluation est publiée : retirez d'abord sa publication, avec son motif.");
    const [notes] = await tx.select({ combien: count() }).from(note).where(eq(note.evaluationId, lue.id));
    const vide = (!notes || notes.combien === 0) && !(await listEtatsDouble(tx, [lue.id])).has(lue.id);
    if (vide) throw new Refus("invalide", "Cette évaluation n'a aucune note : supprimez-la plutôt.");
    await updateLue(tx, lue, { archiveeLe: instant });
    return {
      valeur: { id: lue.id },
      trace: [
        {
          action: "évaluation archivée",
          sujetType: "evaluation",
          sujetId: lue.id,
          avant: { archiveeLe: null },
          apres: { archiveeLe: instant },
          motif,
        },
      ],
    };
  },
});

export const restoreEvaluation = defineAction({
  action: "evaluation:ecrire",
  entree: evaluationSchema,
  sujet: (tx, { evaluationId }) => lockSujetEvaluation(tx, evaluationId),
  async run({ tx, sujet: { evaluation: lue } }) {
    if (lue.archiveeLe === null) throw new Refus("conflit", "Cette évaluation est déjà restaurée : rechargez la page.");
    await updateLue(tx, lue, { archiveeLe: null });
    return {
      valeur: { id: lue.id },
      trace: [
        {
          action: "évaluation restaurée",
          sujetType: "evaluation",
          sujetId: lue.id,
          avant: { archiveeLe: lue.archiveeLe },
          apres: { archiveeLe: null },
        },
      ],
    };
  },
});

/** Échange l'évaluation avec sa voisine ; les rangs sont refaits de zéro, où qu'ils en soient. */
export const moveEvaluation = defineAction({
  action: "evaluation:ecrire",
  entree: deplacementSchema,
  sujet: (tx, { evaluationId }) => lockFreres(tx, evaluationId),
  async run({ tx, sujet: { evaluation: lue, actives }, entree: { sens } }) {
    verifyActive(lue);
    const rang = actives.findIndex((e) => e.id === lue.id);
    const vers = rang + (sens === "monter" ? -1 : 1);
    const voisine = actives[vers];
    if (!voisine) return { valeur: { rang: rang + 1, sur: actives.length }, trace: "inchange" };
    const ordre = actives.map((e) => (e === voisine ? lue : e.id === lue.id ? voisine : e));
    for (const [i, e] of ordre.entries()) if (e.ordre !== i) await updateLue(tx, e, { ordre: i });
    return {
      valeur: { rang: vers + 1, sur: actives.length },
      trace: [
        {
          action: "évaluation déplacée",
          sujetType: "evaluation",
          sujetId: lue.id,
          avant: { rang: rang + 1 },
          apres: { rang: vers + 1 },
        },
      ],
    };
  },
});
