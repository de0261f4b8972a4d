"use server";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { evaluation, lotImport } from "@/db";
import { defineAction, type Trace } from "@/lib/auth/guard";
import type { Note } from "@/lib/but/modele/note";
import { Refus } from "@/lib/errors";
import { verifyActive } from "@/lib/evaluations/ecriture";
import { type LigneEcrite, listLignes, markAnnule, recordLot, verifyDefaisable } from "@/lib/import/lots/ecriture";
import { rememberColonnes } from "@/lib/import/lots/queries";
import { writeCommentaires } from "../commentaire/ecriture";
import { type Contexte, type Lot, readLot } from "../ecriture";
import type { Issue } from "../entree";
import { AUTRE_PERSONNE, examine, HORS_CLASSE, refusee } from "../examen";
import { findInscriptions } from "../histoire/queries";
import { commentairesDe, commenteDans } from "./commentaires";
import { annulationSchema, type ImportNotes, importSchema } from "./entree";
import type { IssueImport } from "./issue";
import {
  cibleLot,
  findFormation,
  lockSujetImport,
  lockSujetLot,
  readCommentairesDeLot,
  readNotes,
  type SujetImport,
} from "./sujet";

const MOTIF_REQUIS = "Évaluation publiée : donnez le motif du changement.";

type NoteLue = ImportNotes["notes"][number];

async function importeDans(
  contexte: Contexte,
  notes: readonly NoteLue[],
  motif: string | null,
): Promise<{ lot: Lot; issues: IssueImport[]; lignes: Map<string, number> }> {
  const { sujet } = contexte;
  const e = sujet.evaluation;
  const inscriptions = await findInscriptions(
    contexte.tx,
    e,
    notes.map((n) => n.inscriptionId),
  );
  const lot = await readLot(contexte, [...inscriptions.values()]);
  const issues: IssueImport[] = [];
  const lignes = new Map<string, number>();
  const rend = (issue: Issue, inscriptionId: string) => issues.push({ ...issue, inscriptionId, evaluationId: e.id });
  for (const n of notes) {
    const inscriptionId = inscriptions.get(n.inscriptionId);
    const changement = { ...n, id: randomUUID(), source: "import" as const };
    if (inscriptionId === undefined) {
      rend(refusee(changement, HORS_CLASSE), n.inscriptionId);
      continue;
    }
    const examen = examine(lot.courante(inscriptionId), { ...changement, inscriptionId }, e.bareme);
    if (!examen.ok) {
      rend(examen.issue, n.inscriptionId);
      continue;
    }
    const ecrite = lot.change(examen.courante, examen.note, { ...changement, inscriptionId }, motif);
    const noteId = lot.courante(inscriptionId)?.noteId;
    if (noteId) lignes.set(noteId, n.ligne);
    rend({ id: changement.id, inscriptionId, issue: "enregistree", note: ecrite }, n.inscriptionId);
  }
  await lot.flush();
  return { lot, issues, lignes };
}

/** Verrouillées, toutes les évaluations se saisissent-elles encore ; et le motif est-il là si l'une est publiée ? */
function verify({ evaluations }: SujetImport, motif: string | null): void {
  for (const { evaluation: e } of evaluations.values()) {
    verifyActive(e);
    if (e.etat === "publiee" && !motif) throw new Refus("invalide", MOTIF_REQUIS, { motif: MOTIF_REQUIS });
  }
}

const motifDe = ({ evaluation: e }: Contexte["sujet"], motif: string | null): string | null =>
  e.etat === "publiee" ? motif : null;

/**
 * Applique en une transaction ce que l'aperçu montrait : chaque note avec son histoire, le lot qui saura les défaire, et les
 * colonnes choisies. Une note changée depuis l'aperçu est un conflit : elle ne s'écrit pas, les autres si.
 */
export const applyImport = defineAction({
  action: "note:ecrire",
  entree: importSchema,
  sujet: (tx, { notes }) =>
    lockSujetImport(
      tx,
      notes.map((n) => n.evaluationId),
    ),
  async run({ tx, user, sujet, entree, instant }) {
    const { lotId, auteurId, notes, motif, choix, signature } = entree;
    if (auteurId !== user.id) throw new Refus("deconnecte", AUTRE_PERSONNE);
    verify(sujet, motif);
    const [deja] = await tx.select().from(lotImport).where(eq(lotImport.id, lotId));
    if (deja) return { valeur: { issues: [], ecrites: deja.ecrites, instant: deja.creeLe }, trace: "inchange" };
    const issues: IssueImport[] = [];
    const ecrites: LigneEcrite[] = [];
    const commencees: Contexte["sujet"][] = [];
    for (const [id, s] of sujet.evaluations) {
      const contexte: Contexte = { tx, user, sujet: s, instant };
      const siennes = notes.filter((n) => n.evaluationId === id && n.genre === undefined);
      const { lot, issues: rendues, lignes } = await importeDans(contexte, siennes, motifDe(s, motif));
      const dits = notes.filter((n) => n.evaluationId === id && n.genre === "commentaire");
      const { ecrites: commentaires, issues: refusees } = await commenteDans(contexte, dits, motifDe(s, motif));
      issues.push(...rendues, ...refusees);
      ecrites.push(...commentaires);
      if (lot.ecrit && s.evaluation.etat === "brouillon") commencees.push(s);
      for (const { noteId, avant, version } of lot.changements)
        ecrites.push({
          ligne: lignes.get(noteId) ?? 1,
          sujetType: "note",
          sujetId: noteId,
          versionAvant: version - 1,
          versionApres: version,
          avant,
        });
    }
    if (ecrites.length > 0) {
      const { fichier, lignes, ecartees } = entree;
      const lot = {
        id: lotId,
        usage: "notes",
        cible: cibleLot(sujet),
        semestreId: sujet.semestre.id,
        fichier,
        signature,
      };
      await recordLot(tx, { ...lot, lignes, ecartees, utilisateurId: user.id, instant }, ecrites);
    }
    const formationId = choix && signature ? await findFormation(tx, sujet.elementId) : null;
    if (choix && formationId)
      await rememberColonnes(tx, { formationId, usage: "notes", signature, choix, utilisateurId: user.id, instant });
    return {
      valeur: { issues, ecrites: ecrites.length, instant },
      trace: ecrites.length === 0 ? "inchange" : await traceImport(tx, entree, sujet, commencees, ecrites.length),
    };
  },
});

async function traceImport(
  tx: Contexte["tx"],
  { lotId, fichier, motif }: ImportNotes,
  sujet: SujetImport,
  commencees: readonly Contexte["sujet"][],
  notes: number,
): Promise<Trace> {
  for (const { evaluation: e } of commencees)
    await tx
      .update(evaluation)
      .set({ etat: "saisie", version: e.version + 1 })
      .where(eq(evaluation.id, e.id));
  const evaluations = [...sujet.evaluations.keys()];
  return [
    {
      action: "notes importées",
      sujetType: "lot_import",
      sujetId: lotId,
      avant: null,
      apres: { fichier, notes, evaluations },
      motif,
    },
    ...commencees.map(({ evaluation: e }) => ({
      action: "saisie commencée",
      sujetType: "evaluation",
      sujetId: e.id,
      avant: { etat: "brouillon" },
      apres: { etat: "saisie" },
    })),
  ];
}

/** Défait un lot entier, tant qu'aucune de ses notes n'a changé depuis : chacune revient à ce qu'elle était, et son histoire le dit. */
export const undoImport = defineAction({
  action: "note:ecrire",
  entree: annulationSchema,
  sujet: (tx, { lotId }) => lockSujetLot(tx, lotId),
  async run({ tx, user, sujet, entree: { motif }, instant }) {
    const { lot: lu, evaluations } = sujet;
    if (lu.etat !== "applique") throw new Refus("conflit", "Cet import est déjà annulé.");
    verify(sujet, motif);
    const lignes = new Map((await lignesDe(tx, sujet)).map((l) => [l.sujetId, l]));
    const notes = (await readNotes(tx, [...lignes.keys()])).filter((n) => lignes.has(n.id));
    const versions = new Map<string, number>();
    for (const [id, s] of evaluations) {
      const siennes = notes.filter((n) => n.evaluationId === id);
      const lot = await readLot(
        { tx, user, sujet: s, instant },
        siennes.map((n) => n.inscriptionId),
      );
      for (const { id: noteId, inscriptionId } of siennes) {
        const courante = lot.courante(inscriptionId);
        const brut = lignes.get(noteId)?.avant ?? null;
        if (!courante)
          throw new Refus(
            "conflit",
            "Un étudiant de cet import ne suit plus cet élément : corrigez ses notes à la main.",
          );
        const avant = brut === null ? null : (JSON.parse(brut) as Note);
        const rendue = lot.change(
          courante,
          avant,
          { id: randomUUID(), inscriptionId, source: "import" },
          motifDe(s, motif),
        );
        versions.set(noteId, rendue.version);
      }
      await lot.flush();
    }
    for (const { id, commentaire, contexte } of await commentairesDe({ tx, user, sujet, instant })) {
      const brut = lignes.get(id)?.avant ?? null;
      const texte = brut === null ? "" : (JSON.parse(brut) as string);
      const { inscriptionId, version: versionLue } = commentaire;
      const { ecrits } = await writeCommentaires(
        contexte,
        [{ inscriptionId, texte, versionLue, source: "import" }],
        motifDe(contexte.sujet, motif),
      );
      versions.set(id, ecrits[0]?.version ?? versionLue);
    }
    await markAnnule(tx, lu, { utilisateurId: user.id, instant }, versions);
    return {
      valeur: { defaites: versions.size },
      trace: [
        {
          action: "import de notes annulé",
          sujetType: "lot_import",
          sujetId: lu.id,
          avant: { fichier: lu.fichier, notes: lu.ecrites },
          apres: null,
          motif,
        },
      ],
    };
  },
});

async function lignesDe(tx: Contexte["tx"], { lot }: { readonly lot: typeof lotImport.$inferSelect }) {
  const notes = await readNotes(
    tx,
    (await listLignes(tx, lot.id)).map((l) => l.sujetId),
  );
  const commentaires = await readCommentairesDeLot(tx, lot.id);
  return verifyDefaisable(tx, lot, new Map([...notes, ...commentaires].map((n) => [n.id, n.version])));
}
