"use server";
import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { type Ecriture, evaluation, inscription, note, noteHistorique, utilisateur } from "@/db";
import { defineAction, type Trace } from "@/lib/auth/guard";
import type { Utilisateur } from "@/lib/auth/permissions";
import { type CodeNote, type Note, parseNote } from "@/lib/but/note";
import { Refus } from "@/lib/errors";
import { verifyActive } from "@/lib/evaluations/ecriture";
import { lockSujetEvaluation, type SujetEvaluation } from "@/lib/evaluations/queries";
import { type Changement, type Issue, type NoteLue, nomComplet, saisieSchema } from "./entree";
import { findInscriptions, isSuivi } from "./queries";

const HORS_CLASSE = "Cet étudiant ne suit pas cet élément : rechargez la page.";
const PARTI = {
  DEM: "Étudiant démissionnaire : aucune note ne s'enregistre.",
  DEF: "Étudiant défaillant : aucune note ne s'enregistre.",
};
const AUTRE_PERSONNE =
  "Une autre personne s'est connectée dans ce navigateur : reconnectez-vous à votre nom, vos notes partiront alors.";
const MOTIF_REQUIS = "Évaluation publiée : donnez le motif du changement.";

interface Contexte {
  readonly tx: Ecriture;
  readonly user: Utilisateur;
  readonly sujet: SujetEvaluation;
  readonly instant: string;
}

interface NoteEnBase extends NoteLue {
  readonly id: string;
}

type Courantes = Map<string, { readonly etat: "I" | "DEM" | "DEF"; readonly note: NoteEnBase | null }>;

const valeurDe = (n: { valeur: Note; code: CodeNote | null }): Note => n.valeur ?? n.code;

const lue = ({ id: _, ...reste }: NoteEnBase): NoteLue => reste;

/** Les notes en place des étudiants nommés, s'ils suivent l'élément. L'évaluation est verrouillée : elles ne bougent plus. */
async function readCourantes({ tx, sujet }: Contexte, inscriptionIds: string[]): Promise<Courantes> {
  const lignes = await tx
    .select({
      id: inscription.id,
      etat: inscription.etat,
      note,
      auteur: { nom: utilisateur.nom, prenom: utilisateur.prenom },
    })
    .from(inscription)
    .leftJoin(note, and(eq(note.inscriptionId, inscription.id), eq(note.evaluationId, sujet.evaluation.id)))
    .leftJoin(utilisateur, eq(utilisateur.id, note.modifieePar))
    .where(and(inArray(inscription.id, inscriptionIds), isSuivi(tx, sujet.semestre.id, sujet.elementId)));
  const motivees = await tx
    .selectDistinct({ id: noteHistorique.noteId })
    .from(noteHistorique)
    .innerJoin(note, eq(note.id, noteHistorique.noteId))
    .where(and(eq(note.evaluationId, sujet.evaluation.id), isNotNull(noteHistorique.motif)));
  const modifiees = new Set(motivees.map((m) => m.id));
  return new Map(
    lignes.map(({ id, etat, note: n, auteur }) => [
      id,
      {
        etat,
        note: n && {
          id: n.id,
          note: valeurDe(n),
          version: n.version,
          le: n.modifieeLe,
          par: auteur ? nomComplet(auteur) : "",
          modifiee: modifiees.has(n.id),
        },
      },
    ]),
  );
}

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
          note: h.apresValeur ?? h.apresCode,
          version: h.version,
          le: h.creeLe,
          par: nomComplet(user),
          modifiee: h.motif !== null,
        },
      },
    ]),
  );
}

/** Écrit la note et son histoire. Sa version est celle lue dans cette transaction, évaluation verrouillée. */
async function writeNote(
  { tx, user, sujet, instant }: Contexte,
  avant: NoteEnBase | null,
  apres: Note,
  changement: Changement,
  motif: string | null,
): Promise<NoteEnBase> {
  const champs = {
    valeur: typeof apres === "number" ? apres : null,
    code: typeof apres === "string" ? apres : null,
    version: (avant?.version ?? 0) + 1,
    modifieeLe: instant,
    modifieePar: user.id,
  };
  const id = avant?.id ?? randomUUID();
  if (avant) {
    const touchees = await tx
      .update(note)
      .set(champs)
      .where(and(eq(note.id, avant.id), eq(note.version, avant.version)))
      .returning({ id: note.id });
    if (touchees.length === 0) throw new Error(`La note ${avant.id} a changé sous le verrou de son évaluation`);
  } else {
    await tx
      .insert(note)
      .values({ id, evaluationId: sujet.evaluation.id, inscriptionId: changement.inscriptionId, ...champs });
  }
  await tx.insert(noteHistorique).values({
    id: changement.id,
    noteId: id,
    version: champs.version,
    avantValeur: typeof avant?.note === "number" ? avant.note : null,
    avantCode: typeof avant?.note === "string" ? avant.note : null,
    apresValeur: champs.valeur,
    apresCode: champs.code,
    source: changement.source,
    motif,
    utilisateurId: user.id,
    creeLe: instant,
  });
  return {
    id,
    note: apres,
    version: champs.version,
    le: instant,
    par: nomComplet(user),
    modifiee: motif !== null || (avant?.modifiee ?? false),
  };
}

async function saveNote(contexte: Contexte, courantes: Courantes, changement: Changement): Promise<Issue> {
  const { evaluation: e } = contexte.sujet;
  const { id, inscriptionId } = changement;
  const refusee = (message: string, motifRequis = false): Issue => ({
    id,
    inscriptionId,
    issue: "refusee",
    message,
    motifRequis,
  });
  const courante = courantes.get(inscriptionId);
  if (!courante) return refusee(HORS_CLASSE);
  if (courante.etat !== "I") return refusee(PARTI[courante.etat]);
  const saisie = parseNote(changement.saisie, e.bareme);
  if (!saisie.ok) return refusee(saisie.message);
  const avant = courante.note;
  if ((avant?.note ?? null) === saisie.note) return { id, inscriptionId, issue: "deja", note: avant && lue(avant) };
  if ((avant?.version ?? 0) !== changement.versionLue)
    return { id, inscriptionId, issue: "conflit", note: avant && lue(avant) };
  const motif = e.etat === "publiee" ? changement.motif : null;
  if (e.etat === "publiee" && !motif) return refusee(MOTIF_REQUIS, true);
  const apres = await writeNote(contexte, avant, saisie.note, changement, motif);
  courantes.set(inscriptionId, { ...courante, note: apres });
  return { id, inscriptionId, issue: "enregistree", note: lue(apres) };
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
    const courantes = await readCourantes(contexte, [...inscriptions.values()]);
    const issues: Issue[] = [];
    const ecrits = new Set<string>();
    for (const changement of changements) {
      const { id, inscriptionId: cle } = changement;
      const refusee = (message: string) =>
        issues.push({ id, inscriptionId: cle, issue: "refusee", message, motifRequis: false });
      const inscriptionId = inscriptions.get(cle);
      const recu = recus.get(id);
      if (inscriptionId === undefined) refusee(HORS_CLASSE);
      else if (recu?.aMoi && recu.inscriptionId === inscriptionId)
        issues.push({ id, inscriptionId: cle, issue: "deja", note: recu.note });
      else if (recu || ecrits.has(id)) refusee("Changement mal identifié.");
      else {
        const issue = await saveNote(contexte, courantes, { ...changement, inscriptionId });
        if (issue.issue === "enregistree") ecrits.add(id);
        issues.push({ ...issue, inscriptionId: cle });
      }
    }
    return { valeur: { issues, instant }, trace: await traceSaisie(contexte, ecrits.size > 0) };
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
