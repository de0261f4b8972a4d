import "server-only";
import { and, eq } from "drizzle-orm";
import {
  anonymat,
  element,
  etudiant,
  evaluation,
  groupe,
  inscription,
  inscriptionGroupe,
  type Lecture,
  note,
  promotion,
  read,
  secondeSaisie,
  semestre,
  utilisateur,
} from "@/db";
import { noteDe } from "@/db/colonnes-note";
import { semestreEffectif } from "@/db/visibilite";
import { isAnonyme, isModifiee } from "@/lib/evaluations/libelles";
import { isSuivi } from "@/lib/evaluations/suivi";
import { nomComplet } from "@/lib/libelles";
import type { CommentaireLu } from "./commentaire/entree";
import { listCommentaires } from "./commentaire/queries";
import type { NoteLue, Passe } from "./entree";

export interface LigneGrille {
  /** L'inscription ; dans une évaluation anonyme, l'id de son numéro de copie, qui ne dit rien d'autre. */
  readonly inscriptionId: string;
  readonly numero: string;
  readonly nom: string;
  readonly prenom: string;
  readonly groupes: readonly string[];
  readonly etat: (typeof inscription.$inferSelect)["etat"];
  readonly note: NoteLue | null;
  /** Son commentaire, vide s'il a été retiré ; absent : aucun encore, ou une seconde saisie, qui n'en a pas. */
  readonly commentaire?: CommentaireLu | null;
}

export interface Grille {
  readonly evaluation: Pick<
    typeof evaluation.$inferSelect,
    | "id"
    | "titre"
    | "date"
    | "coefficient"
    | "bareme"
    | "type"
    | "etat"
    | "publieeLe"
    | "archiveeLe"
    | "doubleSaisie"
    | "version"
  >;
  /** Les notes qui comptent, ou celles de la seconde saisie : jamais les deux ensemble. */
  readonly passe: Passe;
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

type Evaluation = typeof evaluation.$inferSelect;

/** Par inscription, la note de cette saisie et qui l'a tapée. */
async function listNotes(lecture: Lecture, e: Evaluation, passe: Passe): Promise<ReadonlyMap<string, NoteLue>> {
  const auteur = { nom: utilisateur.nom, prenom: utilisateur.prenom };
  if (passe === "seconde") {
    const lignes = await lecture
      .select({ n: secondeSaisie, auteur })
      .from(secondeSaisie)
      .innerJoin(utilisateur, eq(utilisateur.id, secondeSaisie.saisiePar))
      .where(eq(secondeSaisie.evaluationId, e.id));
    return new Map(
      lignes.map(({ n, auteur: a }) => [
        n.inscriptionId,
        { note: noteDe(n), version: n.version, le: n.saisieLe, par: nomComplet(a), modifiee: false },
      ]),
    );
  }
  const lignes = await lecture
    .select({ n: note, auteur })
    .from(note)
    .innerJoin(utilisateur, eq(utilisateur.id, note.modifieePar))
    .where(eq(note.evaluationId, e.id));
  return new Map(
    lignes.map(({ n, auteur: a }) => [
      n.inscriptionId,
      {
        note: noteDe(n),
        version: n.version,
        le: n.modifieeLe,
        par: nomComplet(a),
        modifiee: isModifiee(e, n.modifieeLe),
      },
    ]),
  );
}

/** Une évaluation et la note de chacun, brouillons compris : pour ses enseignants seulement. Quatre requêtes. */
export async function findGrille(evaluationId: string, passe: Passe = "premiere"): Promise<Grille | null> {
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
      .select({ inscription, etudiant, anonymat })
      .from(inscription)
      .innerJoin(etudiant, eq(etudiant.id, inscription.etudiantId))
      .leftJoin(anonymat, and(eq(anonymat.inscriptionId, inscription.id), eq(anonymat.evaluationId, e.id)))
      .where(isSuivi(lecture, s.id, el.id));
    const appartenances = await lecture
      .select({ inscriptionId: inscriptionGroupe.inscriptionId, nom: groupe.nom })
      .from(inscriptionGroupe)
      .innerJoin(groupe, eq(groupe.id, inscriptionGroupe.groupeId))
      .where(eq(groupe.semestreId, s.id));
    const notes = await listNotes(lecture, e, passe);
    const commentaires = passe === "premiere" ? await listCommentaires(lecture, e.id) : null;

    const groupes = new Map<string, string[]>();
    for (const { inscriptionId, nom } of appartenances)
      groupes.set(inscriptionId, [...(groupes.get(inscriptionId) ?? []), nom]);
    const anonyme = isAnonyme(e);
    const lignes = inscrits.flatMap(({ inscription: i, etudiant: { numero, nom, prenom }, anonymat: copie }) => {
      const ligne: LigneGrille = {
        inscriptionId: i.id,
        numero,
        nom,
        prenom,
        groupes: (groupes.get(i.id) ?? []).sort(collateur.compare),
        etat: i.etat,
        note: notes.get(i.id) ?? null,
        ...(commentaires?.has(i.id) && { commentaire: commentaires.get(i.id) ?? null }),
      };
      return anonyme ? masque(ligne, copie) : [ligne];
    });
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
        doubleSaisie: e.doubleSaisie,
        version: e.version,
      },
      passe,
      element: { id: el.id, titre: el.titre, nature: el.nature },
      semestre: {
        id: s.id,
        numero: s.numero,
        anneeUniversitaire: s.anneeUniversitaire,
        etat: semestreEffectif(s).etat,
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
