"use server";
import { eq, inArray } from "drizzle-orm";
import { evaluation, note, noteHistorique } from "@/db";
import { noteDe } from "@/db/colonnes-note";
import { defineAction, type Trace } from "@/lib/auth/guard";
import { Refus } from "@/lib/errors";
import { verifyActive } from "@/lib/evaluations/ecriture";
import { isModifiee } from "@/lib/evaluations/libelles";
import { lockSujetEvaluation } from "@/lib/evaluations/queries";
import { nomComplet } from "@/lib/libelles";
import { type Contexte, type Lot, readLot } from "./ecriture";
import { type Changement, type Issue, saisieSchema } from "./entree";
import { AUTRE_PERSONNE, examine, HORS_CLASSE, refusee } from "./examen";
import { findInscriptions } from "./histoire/queries";

const MOTIF_REQUIS = "Évaluation publiée : donnez le motif du changement.";

/** Les changements déjà reçus, par leur id : la réponse d'alors est redonnée, rien n'est réécrit. */
async function readDejaRecus({ tx, user, sujet }: Contexte, ids: string[]) {
  const lignes = await tx
    .select({ h: noteHistorique, evaluationId: note.evaluationId, inscriptionId: note.inscriptionId })
    .from(noteHistorique)
    .innerJoin(note, eq(note.id, noteHistorique.noteId))
    .where(inArray(noteHistorique.id, ids));
  return new Map(
    lignes.map(({ h, evaluationId, inscriptionId }) => [
      h.id,
      {
        inscriptionId,
        aMoi: h.utilisateurId === user.id && evaluationId === sujet.evaluation.id,
        note: {
          note: noteDe({ valeur: h.apresValeur, code: h.apresCode }),
          version: h.version,
          le: h.creeLe,
          par: nomComplet(user),
          modifiee: isModifiee(sujet.evaluation, h.creeLe),
        },
      },
    ]),
  );
}

function saveNote({ sujet: { evaluation: e } }: Contexte, lot: Lot, changement: Changement): Issue {
  const { id, inscriptionId } = changement;
  const examen = examine(lot.courante(inscriptionId), changement, e.bareme);
  if (!examen.ok) return examen.issue;
  const motif = e.etat === "publiee" ? changement.motif : null;
  if (e.etat === "publiee" && !motif) return refusee(changement, MOTIF_REQUIS, true);
  const note = lot.change(examen.courante, examen.note, changement, motif);
  return { id, inscriptionId, issue: "enregistree", note };
}

/**
 * Enregistre un lot de notes, dans l'ordre. Chaque changement a son issue : un refus ou un conflit n'écrit rien dans sa
 * case et n'empêche pas les autres. La première note fait passer l'évaluation de brouillon à saisie.
 */
export const saveNotes = defineAction({
  action: "note:ecrire",
  entree: saisieSchema,
  sujet: (tx, { evaluationId }) => lockSujetEvaluation(tx, evaluationId),
  async run({ tx, user, sujet, entree: { auteurId, changements }, instant }) {
    if (auteurId !== undefined && auteurId !== user.id) throw new Refus("deconnecte", AUTRE_PERSONNE);
    verifyActive(sujet.evaluation);
    const contexte = { tx, user, sujet, instant };
    const recus = await readDejaRecus(
      contexte,
      changements.map((c) => c.id),
    );
    const inscriptions = await findInscriptions(
      tx,
      sujet.evaluation,
      changements.map((c) => c.inscriptionId),
    );
    const lot = await readLot(contexte, [...inscriptions.values()]);
    const issues: Issue[] = [];
    for (const changement of changements) {
      const { id, inscriptionId: cle } = changement;
      const inscriptionId = inscriptions.get(cle);
      const recu = recus.get(id);
      if (inscriptionId === undefined) issues.push(refusee(changement, HORS_CLASSE));
      else if (recu?.aMoi && recu.inscriptionId === inscriptionId)
        issues.push({ id, inscriptionId: cle, issue: "deja", note: recu.note });
      else if (recu || lot.has(id)) issues.push(refusee(changement, "Changement mal identifié."));
      else issues.push({ ...saveNote(contexte, lot, { ...changement, inscriptionId }), inscriptionId: cle });
    }
    await lot.flush();
    return { valeur: { issues, instant }, trace: await traceSaisie(contexte, lot.ecrit) };
  },
});

async function traceSaisie({ tx, sujet: { evaluation: e } }: Contexte, ecrit: boolean): Promise<Trace> {
  if (!ecrit) return "inchange";
  if (e.etat !== "brouillon") return "note_historique";
  await tx
    .update(evaluation)
    .set({ etat: "saisie", version: e.version + 1 })
    .where(eq(evaluation.id, e.id));
  return [
    {
      action: "saisie commencée",
      sujetType: "evaluation",
      sujetId: e.id,
      avant: { etat: "brouillon" },
      apres: { etat: "saisie" },
    },
  ];
}
