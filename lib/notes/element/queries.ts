import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import {
  element,
  etudiant,
  evaluation,
  groupe,
  inscription,
  inscriptionGroupe,
  note,
  promotion,
  read,
  semestre,
  utilisateur,
} from "@/db";
import { noteDe } from "@/db/colonnes-note";
import { semestreEffectif } from "@/db/visibilite";
import { isAnonyme, isModifiee } from "@/lib/evaluations/libelles";
import { parRang, type SujetElement } from "@/lib/evaluations/queries";
import { isSuivi } from "@/lib/evaluations/suivi";
import { groupBy } from "@/lib/group-by";
import { nomComplet } from "@/lib/libelles";
import type { NoteLue } from "../entree";
import type { GrilleElement } from "./grilles";

const collateur = new Intl.Collator("fr");

/** Se saisit-elle avec les noms, par une seule main ? */
const isEnsemble = (e: typeof evaluation.$inferSelect): boolean =>
  !isAnonyme(e) && (!e.doubleSaisie || e.etat === "publiee");

/** Toutes les évaluations d'un élément et la note de chacun, brouillons compris : pour ses enseignants seulement. Cinq requêtes. */
export async function findGrilleElement({ semestre: { id }, elementId }: SujetElement): Promise<GrilleElement | null> {
  return read(async (lecture) => {
    const [tete] = await lecture
      .select({ semestre, element, promotion: promotion.titre })
      .from(semestre)
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .innerJoin(element, eq(element.id, elementId))
      .where(eq(semestre.id, id));
    if (!tete) return null;
    const evaluations = await lecture
      .select()
      .from(evaluation)
      .where(and(eq(evaluation.semestreId, id), eq(evaluation.elementId, elementId), isNull(evaluation.archiveeLe)));
    evaluations.sort(parRang);
    const ensemble = evaluations.filter(isEnsemble);
    const inscrits = await lecture
      .select({ inscription, etudiant })
      .from(inscription)
      .innerJoin(etudiant, eq(etudiant.id, inscription.etudiantId))
      .where(isSuivi(lecture, id, elementId));
    const appartenances = await lecture
      .select({ inscriptionId: inscriptionGroupe.inscriptionId, nom: groupe.nom })
      .from(inscriptionGroupe)
      .innerJoin(groupe, eq(groupe.id, inscriptionGroupe.groupeId))
      .where(eq(groupe.semestreId, id));
    const notes = await lecture
      .select({ n: note, auteur: { nom: utilisateur.nom, prenom: utilisateur.prenom } })
      .from(note)
      .innerJoin(utilisateur, eq(utilisateur.id, note.modifieePar))
      .where(
        inArray(
          note.evaluationId,
          ensemble.map((e) => e.id),
        ),
      );
    const groupesDe = groupBy(appartenances, (a) => a.inscriptionId);
    const notesDe = groupBy(notes, ({ n }) => n.evaluationId);
    const s = tete.semestre;
    return {
      element: { id: tete.element.id, titre: tete.element.titre, nature: tete.element.nature },
      semestre: {
        id,
        numero: s.numero,
        anneeUniversitaire: s.anneeUniversitaire,
        etat: semestreEffectif(s).etat,
        promotion: tete.promotion,
      },
      lignes: inscrits
        .map(({ inscription: i, etudiant: { numero, nom, prenom } }) => ({
          inscriptionId: i.id,
          numero,
          nom,
          prenom,
          groupes: (groupesDe.get(i.id) ?? []).map((g) => g.nom).sort(collateur.compare),
          etat: i.etat,
        }))
        .sort(
          (a, b) =>
            collateur.compare(a.nom, b.nom) ||
            collateur.compare(a.prenom, b.prenom) ||
            (a.inscriptionId < b.inscriptionId ? -1 : 1),
        ),
      colonnes: ensemble.map(({ semestreId: _s, elementId: _e, anonyme: _a, ordre: _o, creeLe: _c, ...reste }) => ({
        evaluation: reste,
        notes: Object.fromEntries(
          (notesDe.get(reste.id) ?? []).map(({ n, auteur }): [string, NoteLue] => [
            n.inscriptionId,
            {
              note: noteDe(n),
              version: n.version,
              le: n.modifieeLe,
              par: nomComplet(auteur),
              modifiee: isModifiee(reste, n.modifieeLe),
            },
          ]),
        ),
      })),
      aPart: evaluations.filter((e) => !isEnsemble(e)).map(({ id: e, titre }) => ({ id: e, titre })),
    };
  });
}
