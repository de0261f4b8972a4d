"use server";
import { randomInt, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { anonymat, type Ecriture, inscription } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { Refus } from "@/lib/errors";
import { isSuivi } from "@/lib/evaluations/suivi";
import { updateLue, verifyActive } from "../ecriture";
import { anonymatSchema } from "../entree";
import { lockSujetEvaluation, type SujetEvaluation } from "../queries";

function melange<T>(elements: readonly T[]): T[] {
  const tire = [...elements];
  for (let i = tire.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    const [a, b] = [tire[i], tire[j]];
    if (a !== undefined && b !== undefined) [tire[i], tire[j]] = [b, a];
  }
  return tire;
}

/** Un numéro au sort pour qui n'en a pas ; ceux déjà tirés ne changent plus, ils sont sur les copies. */
async function drawNumeros(tx: Ecriture, { evaluation: e, semestre, elementId }: SujetEvaluation): Promise<number> {
  const inscrits = await tx
    .select({ id: inscription.id })
    .from(inscription)
    .where(and(isSuivi(tx, semestre.id, elementId), eq(inscription.etat, "I")));
  const tires = await tx.select().from(anonymat).where(eq(anonymat.evaluationId, e.id));
  const connus = new Set(tires.map((t) => t.inscriptionId));
  const dernier = Math.max(0, ...tires.map((t) => t.numero));
  const nouveaux = melange(inscrits.filter((i) => !connus.has(i.id)));
  if (nouveaux.length > 0)
    await tx.insert(anonymat).values(
      nouveaux.map((i, rang) => ({
        id: randomUUID(),
        evaluationId: e.id,
        inscriptionId: i.id,
        numero: dernier + rang + 1,
      })),
    );
  return nouveaux.length;
}

/** Cache les noms derrière des numéros tirés au sort, complète le tirage, ou lève l'anonymat avec un motif. */
export const saveAnonymat = defineAction({
  action: "evaluation:ecrire",
  entree: anonymatSchema,
  sujet: (tx, { evaluationId }) => lockSujetEvaluation(tx, evaluationId),
  async run({ tx, sujet, entree }) {
    const lue = sujet.evaluation;
    verifyActive(lue);
    if (lue.etat === "publiee")
      throw new Refus("invalide", "Cette évaluation est publiée : l'anonymat se choisit avant la publication.");
    if (!entree.anonyme && !lue.anonyme)
      throw new Refus("conflit", "L'anonymat vient d'être levé par quelqu'un d'autre : rechargez la page.");
    const numeros = entree.anonyme ? await drawNumeros(tx, sujet) : 0;
    if (lue.anonyme === entree.anonyme && numeros === 0) return { valeur: { numeros }, trace: "inchange" };
    await updateLue(tx, lue, { anonyme: entree.anonyme });
    return {
      valeur: { numeros },
      trace: [
        {
          action: entree.anonyme ? "numéros de copie tirés" : "anonymat levé",
          sujetType: "evaluation",
          sujetId: lue.id,
          avant: { anonyme: lue.anonyme },
          apres: { anonyme: entree.anonyme, numeros },
          motif: entree.anonyme ? null : entree.motif,
        },
      ],
    };
  },
});
