"use server";
import { randomUUID } from "node:crypto";
import { and, count, eq, isNotNull, max, or } from "drizzle-orm";
import { anonymat, type Ecriture, evaluation, note, poids, secondeSaisie } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { queueResumes } from "@/lib/courriel/file";
import { Refus } from "@/lib/errors";
import { listEtatsDouble } from "@/lib/evaluations/double";
import { CHANGEE, updateLue, verifyActive } from "./ecriture";
import { creationSchema, evaluationSchema, modificationSchema, motiveeSchema, publicationSchema } from "./entree";
import { listUesElement, lockSujetElement, lockSujetEvaluation } from "./queries";

/** Le poids de chaque compétence, écrit sur chacune des UE qu'elle a dans les parcours. */
async function replacePoids(
  tx: Ecriture,
  evaluationId: string,
  elementId: string,
  parCompetence: Readonly<Record<string, Centiemes>>,
): Promise<void> {
  const ues = await listUesElement(tx, elementId);
  const lignes = ues.flatMap(({ ueId, competenceId }) => {
    const valeur = parCompetence[competenceId];
    return valeur === undefined ? [] : [{ id: randomUUID(), evaluationId, ueId, valeur }];
  });
  await tx.delete(poids).where(eq(poids.evaluationId, evaluationId));
  if (lignes.length > 0) await tx.insert(poids).values(lignes);
}

export const createEvaluation = defineAction({
  action: "evaluation:ecrire",
  entree: creationSchema,
  sujet: (tx, { semestreId, elementId }) => lockSujetElement(tx, semestreId, elementId),
  async run({ tx, entree: { poids: parCompetence, ...champs }, instant }) {
    const [dernier] = await tx
      .select({ ordre: max(evaluation.ordre) })
      .from(evaluation)
      .where(and(eq(evaluation.semestreId, champs.semestreId), eq(evaluation.elementId, champs.elementId)));
    const id = randomUUID();
    await tx
      .insert(evaluation)
      .values({ id, ...champs, etat: "brouillon", ordre: (dernier?.ordre ?? -1) + 1, creeLe: instant });
    await replacePoids(tx, id, champs.elementId, parCompetence);
    return {
      valeur: { id },
      trace: [
        {
          action: "évaluation créée",
          sujetType: "evaluation",
          sujetId: id,
          avant: null,
          apres: { ...champs, poids: parCompetence },
        },
      ],
    };
  },
});

export const updateEvaluation = defineAction({
  action: "evaluation:ecrire",
  entree: modificationSchema,
  sujet: (tx, { evaluationId }) => lockSujetEvaluation(tx, evaluationId),
  async run({ tx, sujet, entree: { evaluationId, version, motif, poids: parCompetence, ...champs } }) {
    const lue = sujet.evaluation;
    verifyActive(lue);
    if (lue.version !== version) throw new Refus("conflit", CHANGEE);
    if (lue.etat === "publiee" && !motif) {
      const message = "Motif : cette évaluation est publiée, dites pourquoi vous la modifiez.";
      throw new Refus("invalide", message, { motif: message });
    }
    const [haute] = await tx
      .select({ valeur: max(note.valeur) })
      .from(note)
      .where(eq(note.evaluationId, evaluationId));
    if (haute?.valeur && haute.valeur > champs.bareme) {
      const message = `Barème : une note de ${formatCourt(haute.valeur)} est déjà saisie ; entrez un barème d'au moins ${formatCourt(haute.valeur)}.`;
      throw new Refus("invalide", message, { bareme: message });
    }
    const avant = await tx.select().from(poids).where(eq(poids.evaluationId, evaluationId));
    await updateLue(tx, lue, champs);
    await replacePoids(tx, evaluationId, sujet.elementId, parCompetence);
    return {
      valeur: { id: evaluationId },
      trace: [
        {
          action: "évaluation modifiée",
          sujetType: "evaluation",
          sujetId: evaluationId,
          avant: { ...lue, poids: Object.fromEntries(avant.map((p) => [p.ueId, p.valeur])) },
          apres: { ...champs, poids: parCompetence },
          motif: motif || null,
        },
      ],
    };
  },
});

export const deleteEvaluation = defineAction({
  action: "evaluation:ecrire",
  entree: evaluationSchema,
  sujet: (tx, { evaluationId }) => lockSujetEvaluation(tx, evaluationId),
  async run({ tx, sujet: { evaluation: lue } }) {
    verifyActive(lue);
    const [notes] = await tx.select({ combien: count() }).from(note).where(eq(note.evaluationId, lue.id));
    if (notes && notes.combien > 0)
      throw new Refus(
        "invalide",
        "Cette évaluation a déjà reçu des notes, dont l'histoire se garde : archivez-la plutôt, elle ne comptera plus.",
      );
    if (lue.etat === "publiee")
      throw new Refus("invalide", "Cette évaluation est publiée : retirez d'abord sa publication.");
    if ((await listEtatsDouble(tx, [lue.id])).has(lue.id))
      throw new Refus(
        "invalide",
        "Sa seconde saisie est commencée : archivez cette évaluation plutôt, rien n'est perdu.",
      );
    await tx.delete(secondeSaisie).where(eq(secondeSaisie.evaluationId, lue.id));
    await tx.delete(poids).where(eq(poids.evaluationId, lue.id));
    await tx.delete(anonymat).where(eq(anonymat.evaluationId, lue.id));
    await tx.delete(evaluation).where(eq(evaluation.id, lue.id));
    return {
      valeur: { id: lue.id },
      trace: [{ action: "évaluation supprimée", sujetType: "evaluation", sujetId: lue.id, avant: lue, apres: null }],
    };
  },
});

/** Deux saisies qui se contredisent retiennent la publication, sauf motif ; rend le nombre d'écarts laissés. */
async function verifyDouble(
  tx: Ecriture,
  lue: typeof evaluation.$inferSelect,
  motif: string | undefined,
): Promise<number> {
  if (!lue.doubleSaisie) return 0;
  const ecarts = (await listEtatsDouble(tx, [lue.id])).get(lue.id)?.ecarts ?? 0;
  if (ecarts > 0 && (motif ?? "").length < 3) {
    const message = `Les deux saisies diffèrent pour ${ecarts > 1 ? `${ecarts} copies` : "une copie"} : tranchez, ou donnez un motif pour publier quand même.`;
    throw new Refus("invalide", message, { motif: message });
  }
  return ecarts;
}

export const publishEvaluation = defineAction({
  action: "evaluation:publier",
  entree: publicationSchema,
  sujet: (tx, { evaluationId }) => lockSujetEvaluation(tx, evaluationId),
  async run({ tx, sujet: { evaluation: lue }, entree: { motif }, instant }) {
    verifyActive(lue);
    if (lue.etat === "publiee")
      throw new Refus("conflit", "Cette évaluation vient d'être publiée par quelqu'un d'autre : rechargez la page.");
    const [notes] = await tx
      .select({ combien: count() })
      .from(note)
      .where(and(eq(note.evaluationId, lue.id), or(isNotNull(note.valeur), isNotNull(note.code))));
    if (!notes || notes.combien === 0)
      throw new Refus("invalide", "Aucune note n'est saisie : il n'y a rien à publier. Saisissez au moins une note.");
    const ecarts = await verifyDouble(tx, lue, motif);
    await updateLue(tx, lue, { etat: "publiee", publieeLe: instant });
    await queueResumes(tx, lue, instant);
    return {
      valeur: { publieeLe: instant },
      trace: [
        {
          action: "évaluation publiée",
          sujetType: "evaluation",
          sujetId: lue.id,
          avant: { etat: lue.etat },
          apres: { etat: "publiee", notes: notes.combien, ...(ecarts > 0 && { ecarts }) },
          motif: ecarts > 0 ? motif : null,
        },
      ],
    };
  },
});

export const unpublishEvaluation = defineAction({
  action: "evaluation:publier",
  entree: motiveeSchema,
  sujet: (tx, { evaluationId }) => lockSujetEvaluation(tx, evaluationId),
  async run({ tx, sujet: { evaluation: lue }, entree: { motif } }) {
    if (lue.etat !== "publiee")
      throw new Refus("conflit", "Cette évaluation n'est déjà plus publiée : rechargez la page.");
    await updateLue(tx, lue, { etat: "saisie", publieeLe: null });
    return {
      valeur: { id: lue.id },
      trace: [
        {
          action: "publication retirée",
          sujetType: "evaluation",
          sujetId: lue.id,
          avant: { etat: lue.etat, publieeLe: lue.publieeLe },
          apres: { etat: "saisie" },
          motif,
        },
      ],
    };
  },
});
