import { sql } from "drizzle-orm";
import type { CodeNote, TypeEvaluation } from "../../lib/but/modele/note";
import type { Centiemes } from "../../lib/but/nombres/centiemes";
import type { Classes } from "./classes";
import type { Comptes } from "./comptes";
import type { Kit } from "./kit";
import type { Programme } from "./programme";
import type { EtatEvaluation, SourceNote } from "./types";
import { colonnes, parmi } from "./types";

/** Les évaluations et leurs notes. */
export function defineEvaluations(kit: Kit, autres: Programme & Classes & Comptes) {
  const { table, text, integer, boolean, check, index, unique } = kit;
  const { id, instant } = colonnes(kit);
  const { element, inscription, semestre, ue, utilisateur } = autres;

  const evaluation = table(
    "evaluation",
    {
      id: id(),
      semestreId: text()
        .notNull()
        .references(() => semestre.id),
      elementId: text()
        .notNull()
        .references(() => element.id),
      titre: text().notNull(),
      date: text().notNull(),
      coefficient: integer().$type<Centiemes>().notNull(),
      bareme: integer().$type<Centiemes>().notNull(),
      type: text().$type<TypeEvaluation>().notNull(),
      etat: text().$type<EtatEvaluation>().notNull(),
      publieeLe: text(),
      /** Écartée sans être effacée : ne compte plus, ne se voit plus ; le motif est au journal. */
      archiveeLe: text(),
      /** Un numéro remplace le nom pour qui saisit, jusqu'à la publication. */
      anonyme: boolean().notNull().default(false),
      /** Saisie deux fois, puis comparée, avant d'être publiée. */
      doubleSaisie: boolean().notNull().default(false),
      ordre: integer().notNull(),
      version: integer().notNull().default(1),
      creeLe: instant(),
    },
    (t) => [
      index("evaluation_semestre").on(t.semestreId, t.elementId),
      check("evaluation_coefficient", sql`${t.coefficient} between 0 and 100000`),
      check("evaluation_bareme", sql`${t.bareme} between 1 and 100000`),
      check("evaluation_type", parmi(t.type, ["normale", "rattrapage", "seconde-session", "bonus"])),
      check("evaluation_etat", parmi(t.etat, ["brouillon", "saisie", "publiee"])),
      check("evaluation_archivee", sql`${t.archiveeLe} is null or ${t.etat} <> 'publiee'`),
      check("evaluation_publiee", sql`${t.etat} <> 'publiee' or ${t.publieeLe} is not null`),
    ],
  );

  /** Poids d'une évaluation vers une UE ; sans ligne, 1. */
  const poids = table(
    "poids",
    {
      id: id(),
      evaluationId: text()
        .notNull()
        .references(() => evaluation.id),
      ueId: text()
        .notNull()
        .references(() => ue.id),
      valeur: integer().$type<Centiemes>().notNull(),
    },
    (t) => [
      unique("poids_unique").on(t.evaluationId, t.ueId),
      check("poids_valeur", sql`${t.valeur} between 0 and 100000`),
    ],
  );

  /** Le numéro d'une copie anonyme : tiré au sort, connu de la base seule jusqu'à la publication. */
  const anonymat = table(
    "anonymat",
    {
      id: id(),
      evaluationId: text()
        .notNull()
        .references(() => evaluation.id),
      inscriptionId: text()
        .notNull()
        .references(() => inscription.id),
      numero: integer().notNull(),
    },
    (t) => [
      unique("anonymat_inscription_unique").on(t.evaluationId, t.inscriptionId),
      unique("anonymat_numero_unique").on(t.evaluationId, t.numero),
      check("anonymat_numero", sql`${t.numero} > 0`),
    ],
  );

  /** Une valeur, un code, ou ni l'un ni l'autre (note effacée : la ligne garde sa version). */
  const note = table(
    "note",
    {
      id: id(),
      evaluationId: text()
        .notNull()
        .references(() => evaluation.id),
      inscriptionId: text()
        .notNull()
        .references(() => inscription.id),
      valeur: integer().$type<Centiemes>(),
      code: text().$type<CodeNote>(),
      version: integer().notNull(),
      modifieeLe: instant(),
      modifieePar: text()
        .notNull()
        .references(() => utilisateur.id),
    },
    (t) => [
      unique("note_unique").on(t.evaluationId, t.inscriptionId),
      index("note_inscription").on(t.inscriptionId, t.version),
      check("note_valeur", sql`${t.valeur} is null or ${t.valeur} between 0 and 100000`),
      check("note_code", sql`${t.code} is null or ${t.code} in ('ABS', 'EXC', 'ATT')`),
      check("note_une_seule", sql`${t.valeur} is null or ${t.code} is null`),
    ],
  );

  /** La même évaluation saisie une seconde fois, à l'aveugle, pour comparer : rien de ce qui est ici ne compte. */
  const secondeSaisie = table(
    "seconde_saisie",
    {
      id: id(),
      evaluationId: text()
        .notNull()
        .references(() => evaluation.id),
      inscriptionId: text()
        .notNull()
        .references(() => inscription.id),
      valeur: integer().$type<Centiemes>(),
      code: text().$type<CodeNote>(),
      version: integer().notNull(),
      saisieLe: instant(),
      saisiePar: text()
        .notNull()
        .references(() => utilisateur.id),
    },
    (t) => [
      unique("seconde_saisie_unique").on(t.evaluationId, t.inscriptionId),
      check("seconde_saisie_valeur", sql`${t.valeur} is null or ${t.valeur} between 0 and 100000`),
      check("seconde_saisie_code", sql`${t.code} is null or ${t.code} in ('ABS', 'EXC', 'ATT')`),
      check("seconde_saisie_une_seule", sql`${t.valeur} is null or ${t.code} is null`),
    ],
  );

  /** L'histoire d'une note : ajout seul. L'id est fait par qui envoie le changement, un renvoi est donc reconnu. */
  const noteHistorique = table(
    "note_historique",
    {
      id: id(),
      noteId: text()
        .notNull()
        .references(() => note.id),
      version: integer().notNull(),
      avantValeur: integer().$type<Centiemes>(),
      avantCode: text().$type<CodeNote>(),
      apresValeur: integer().$type<Centiemes>(),
      apresCode: text().$type<CodeNote>(),
      source: text().$type<SourceNote>().notNull(),
      motif: text(),
      utilisateurId: text()
        .notNull()
        .references(() => utilisateur.id),
      creeLe: instant(),
    },
    (t) => [
      unique("note_historique_version").on(t.noteId, t.version),
      check("note_historique_source", parmi(t.source, ["cellule", "collage", "import", "api"])),
    ],
  );

  /**
   * Ce qu'un enseignant dit d'une copie : publié avec sa note, lu par l'étudiant à côté d'elle, jamais dans un courriel. Un
   * texte vide : retiré.
   */
  const commentaireNote = table(
    "commentaire_note",
    {
      id: id(),
      evaluationId: text()
        .notNull()
        .references(() => evaluation.id),
      inscriptionId: text()
        .notNull()
        .references(() => inscription.id),
      texte: text().notNull(),
      version: integer().notNull(),
      modifieLe: instant(),
      modifiePar: text()
        .notNull()
        .references(() => utilisateur.id),
    },
    (t) => [
      unique("commentaire_note_unique").on(t.evaluationId, t.inscriptionId),
      index("commentaire_note_inscription").on(t.inscriptionId),
      check("commentaire_note_longueur", sql`length(${t.texte}) <= 500`),
    ],
  );

  /** Son histoire : ajout seul, comme celle de la note. */
  const commentaireNoteHistorique = table(
    "commentaire_note_historique",
    {
      id: id(),
      commentaireId: text()
        .notNull()
        .references(() => commentaireNote.id),
      version: integer().notNull(),
      avant: text().notNull(),
      apres: text().notNull(),
      source: text().$type<SourceNote>().notNull(),
      motif: text(),
      utilisateurId: text()
        .notNull()
        .references(() => utilisateur.id),
      creeLe: instant(),
    },
    (t) => [
      unique("commentaire_note_historique_version").on(t.commentaireId, t.version),
      check("commentaire_note_historique_source", parmi(t.source, ["cellule", "collage", "import", "api"])),
    ],
  );

  return {
    evaluation,
    poids,
    anonymat,
    note,
    secondeSaisie,
    noteHistorique,
    commentaireNote,
    commentaireNoteHistorique,
  };
}

export type Evaluations = ReturnType<typeof defineEvaluations>;
