import "server-only";
import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import {
  coefficient,
  element,
  etudiant,
  evaluation,
  groupe,
  inscription,
  inscriptionGroupe,
  type Lecture,
  note,
  noteHistorique,
  promotion,
  read,
  semestre,
  ue,
  utilisateur,
} from "@/db";
import type { Note } from "@/lib/but/note";
import { type NoteLue, nomComplet } from "./entree";

export interface LigneGrille {
  readonly inscriptionId: string;
  readonly numero: string;
  readonly nom: string;
  readonly prenom: string;
  readonly groupes: readonly string[];
  readonly etat: (typeof inscription.$inferSelect)["etat"];
  readonly note: NoteLue | null;
}

export interface Grille {
  readonly evaluation: Pick<
    typeof evaluation.$inferSelect,
    "id" | "titre" | "date" | "coefficient" | "bareme" | "type" | "etat" | "publieeLe" | "archiveeLe" | "version"
  >;
  readonly element: Pick<typeof element.$inferSelect, "id" | "titre" | "nature">;
  readonly semestre: Pick<typeof semestre.$inferSelect, "id" | "numero" | "anneeUniversitaire" | "etat"> & {
    readonly promotion: string;
  };
  readonly lignes: readonly LigneGrille[];
}

const collateur = new Intl.Collator("fr");

/** Les inscrits d'un semestre qui suivent un élément : leur semestre du programme lui donne un coefficient. */
export function isSuivi(lecture: Lecture, semestreId: string, elementId: string) {
  return and(
    eq(inscription.semestreId, semestreId),
    inArray(
      inscription.maquetteSemestreId,
      lecture
        .select({ id: ue.maquetteSemestreId })
        .from(coefficient)
        .innerJoin(ue, eq(ue.id, coefficient.ueId))
        .where(eq(coefficient.elementId, elementId)),
    ),
  );
}

/** Une évaluation et la note de chacun, brouillons compris : pour ses enseignants seulement. Quatre requêtes. */
export async function findGrille(evaluationId: string): Promise<Grille | null> {
  return read(async (lecture) => {
    const [tete] = await lecture
      .select({ evaluation, element, semestre, promotion: promotion.titre })
      .from(evaluation)
      .innerJoin(element, eq(element.id, evaluation.elementId))
      .innerJoin(semestre, eq(semestre.id, evaluation.semestreId))
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .where(eq(evaluation.id, evaluationId));
    if (!tete) return null;
    const { evaluation: e, element: el, semestre: s } = tete;
    const inscrits = await lecture
      .select({ inscription, etudiant, note, auteur: { nom: utilisateur.nom, prenom: utilisateur.prenom } })
      .from(inscription)
      .innerJoin(etudiant, eq(etudiant.id, inscription.etudiantId))
      .leftJoin(note, and(eq(note.inscriptionId, inscription.id), eq(note.evaluationId, e.id)))
      .leftJoin(utilisateur, eq(utilisateur.id, note.modifieePar))
      .where(isSuivi(lecture, s.id, el.id));
    const appartenances = await lecture
      .select({ inscriptionId: inscriptionGroupe.inscriptionId, nom: groupe.nom })
      .from(inscriptionGroupe)
      .innerJoin(groupe, eq(groupe.id, inscriptionGroupe.groupeId))
      .where(eq(groupe.semestreId, s.id));
    const motivees = await lecture
      .selectDistinct({ noteId: noteHistorique.noteId })
      .from(noteHistorique)
      .innerJoin(note, eq(note.id, noteHistorique.noteId))
      .where(and(eq(note.evaluationId, e.id), isNotNull(noteHistorique.motif)));

    const modifiees = new Set(motivees.map((m) => m.noteId));
    const groupes = new Map<string, string[]>();
    for (const { inscriptionId, nom } of appartenances)
      groupes.set(inscriptionId, [...(groupes.get(inscriptionId) ?? []), nom]);
    const lignes = inscrits.map(
      ({ inscription: i, etudiant: { numero, nom, prenom }, note: n, auteur }): LigneGrille => ({
        inscriptionId: i.id,
        numero,
        nom,
        prenom,
        groupes: (groupes.get(i.id) ?? []).sort(collateur.compare),
        etat: i.etat,
        note: n && {
          note: n.valeur ?? n.code,
          version: n.version,
          le: n.modifieeLe,
          par: auteur ? nomComplet(auteur) : "",
          modifiee: modifiees.has(n.id),
        },
      }),
    );
    return {
      evaluation: {
        id: e.id,
        titre: e.titre,
        date: e.date,
        coefficient: e.coefficient,
        bareme: e.bareme,
        type: e.type,
        etat: e.etat,
        publieeLe: e.publieeLe,
        archiveeLe: e.archiveeLe,
        version: e.version,
      },
      element: { id: el.id, titre: el.titre, nature: el.nature },
      semestre: {
        id: s.id,
        numero: s.numero,
        anneeUniversitaire: s.anneeUniversitaire,
        etat: s.etat,
        promotion: tete.promotion,
      },
      lignes: lignes.sort(
        (a, b) =>
          collateur.compare(a.nom, b.nom) ||
          collateur.compare(a.prenom, b.prenom) ||
          (a.inscriptionId < b.inscriptionId ? -1 : 1),
      ),
    };
  });
}

export interface EntreeHistorique {
  readonly id: string;
  readonly version: number;
  readonly avant: Note;
  readonly apres: Note;
  readonly source: (typeof noteHistorique.$inferSelect)["source"];
  readonly motif: string | null;
  readonly par: string;
  readonly le: string;
}

/** L'histoire d'une note, la plus récente en tête. */
export async function listHistorique(evaluationId: string, inscriptionId: string): Promise<EntreeHistorique[]> {
  const lignes = await read((lecture) =>
    lecture
      .select({ h: noteHistorique, nom: utilisateur.nom, prenom: utilisateur.prenom })
      .from(noteHistorique)
      .innerJoin(note, eq(note.id, noteHistorique.noteId))
      .innerJoin(utilisateur, eq(utilisateur.id, noteHistorique.utilisateurId))
      .where(and(eq(note.evaluationId, evaluationId), eq(note.inscriptionId, inscriptionId)))
      .orderBy(desc(noteHistorique.version)),
  );
  return lignes.map(({ h, ...auteur }) => ({
    id: h.id,
    version: h.version,
    avant: h.avantValeur ?? h.avantCode,
    apres: h.apresValeur ?? h.apresCode,
    source: h.source,
    motif: h.motif,
    par: nomComplet(auteur),
    le: h.creeLe,
  }));
}
