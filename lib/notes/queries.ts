import "server-only";
import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import {
  anonymat,
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
import { isAnonyme } from "@/lib/evaluations/libelles";
import { type NoteLue, nomComplet } from "./entree";

export interface LigneGrille {
  /** L'inscription ; dans une évaluation anonyme, l'id de son numéro de copie, qui ne dit rien d'autre. */
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
  /** Des numéros de copie remplacent les noms. */
  readonly anonyme: boolean;
  /** Inscrits sans numéro de copie : absents de la liste tant qu'ils n'en ont pas. */
  readonly sansNumero: number;
}

/** Ce qu'une personne qui saisit peut savoir d'une copie anonyme : son numéro. Qui est parti se reconnaîtrait : il n'y est pas. */
function masque(ligne: LigneGrille, copie: { readonly id: string; readonly numero: number } | null): LigneGrille[] {
  if (!copie || ligne.etat !== "I") return [];
  const numero = String(copie.numero);
  return [{ ...ligne, inscriptionId: copie.id, numero, nom: "Copie", prenom: numero, groupes: [] }];
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
      .select({ inscription, etudiant, note, anonymat, auteur: { nom: utilisateur.nom, prenom: utilisateur.prenom } })
      .from(inscription)
      .innerJoin(etudiant, eq(etudiant.id, inscription.etudiantId))
      .leftJoin(note, and(eq(note.inscriptionId, inscription.id), eq(note.evaluationId, e.id)))
      .leftJoin(utilisateur, eq(utilisateur.id, note.modifieePar))
      .leftJoin(anonymat, and(eq(anonymat.inscriptionId, inscription.id), eq(anonymat.evaluationId, e.id)))
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
    const anonyme = isAnonyme(e);
    const lignes = inscrits.flatMap(
      ({ inscription: i, etudiant: { numero, nom, prenom }, note: n, auteur, anonymat: copie }) => {
        const ligne: LigneGrille = {
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
        };
        return anonyme ? masque(ligne, copie) : [ligne];
      },
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
      anonyme,
      sansNumero: anonyme ? inscrits.filter((l) => l.inscription.etat === "I" && !l.anonymat).length : 0,
      lignes: lignes.sort(
        (a, b) =>
          (anonyme ? Number(a.numero) - Number(b.numero) : 0) ||
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

/**
 * Les inscriptions que désignent des clés de ligne. Anonyme, une évaluation ne reconnaît que ses numéros de copie : une
 * inscription devinée ne doit pas dire où est sa copie. Publiée, elle reconnaît encore ceux d'une saisie restée en route.
 */
export async function findInscriptions(
  lecture: Lecture,
  e: Pick<typeof evaluation.$inferSelect, "id" | "anonyme" | "etat">,
  cles: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (!e.anonyme) return new Map(cles.map((c) => [c, c]));
  const copies = await lecture
    .select({ id: anonymat.id, inscriptionId: anonymat.inscriptionId })
    .from(anonymat)
    .where(and(eq(anonymat.evaluationId, e.id), inArray(anonymat.id, [...cles])));
  const deCopies = copies.map((c) => [c.id, c.inscriptionId] as const);
  return new Map(isAnonyme(e) ? deCopies : [...cles.map((c) => [c, c] as const), ...deCopies]);
}

/** L'histoire d'une note, la plus récente en tête. `cle` : celle de sa ligne dans la grille. */
export async function listHistorique(
  e: Pick<typeof evaluation.$inferSelect, "id" | "anonyme" | "etat">,
  cle: string,
): Promise<EntreeHistorique[]> {
  const lignes = await read(async (lecture) => {
    const inscriptionId = (await findInscriptions(lecture, e, [cle])).get(cle);
    if (inscriptionId === undefined) return [];
    return lecture
      .select({ h: noteHistorique, nom: utilisateur.nom, prenom: utilisateur.prenom })
      .from(noteHistorique)
      .innerJoin(note, eq(note.id, noteHistorique.noteId))
      .innerJoin(utilisateur, eq(utilisateur.id, noteHistorique.utilisateurId))
      .where(and(eq(note.evaluationId, e.id), eq(note.inscriptionId, inscriptionId)))
      .orderBy(desc(noteHistorique.version));
  });
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
