import { jsonCanonique } from "../../../lib/but/modele/json-canonique";
import type { Note } from "../../../lib/but/modele/note";
import type { Ecriture } from "../../connexion";
import * as t from "../../tables";
import { titulaire } from "../affectations";
import type { Classe } from "../classes";
import { Hasard } from "../hasard";
import type { Inscrit } from "../inscriptions";
import { instant, jourOuvre } from "../jours";
import { insertAll } from "../lignes";
import { ajusteNotes } from "./cibles";
import type { EvaluationSemee } from "./evaluations";
import { type Feuille, notesTirees } from "./notes-tirees";

type LigneNote = typeof t.note.$inferInsert;
type LigneHistorique = typeof t.noteHistorique.$inferInsert;

/** Les notes d'une classe et leur histoire : aucune note sans la ligne qui dit qui l'a saisie et quand. */
export async function seedNotes(
  tx: Ecriture,
  classe: Classe,
  inscrits: readonly Inscrit[],
  evaluations: readonly EvaluationSemee[],
): Promise<void> {
  const notes: LigneNote[] = [];
  const histoire: LigneHistorique[] = [];
  inscrits.forEach((inscrit, rang) => {
    const feuille = notesTirees(classe, inscrit, evaluations, { rang, effectif: inscrits.length });
    const vise = inscrit.eleve.cibles[classe.id];
    if (vise) ajusteNotes(feuille, inscrit, evaluations, vise);
    lignes(feuille, inscrit, evaluations, notes, histoire);
  });
  await insertAll(tx, t.note, notes);
  await insertAll(tx, t.noteHistorique, histoire);
  if (classe.jury === null) await insertAll(tx, t.journal, publications(evaluations, notes));
}

/** Le journal du semestre en cours : qui a publié quoi. */
function publications(evaluations: readonly EvaluationSemee[], notes: readonly LigneNote[]) {
  return evaluations.flatMap(({ ligne, element }) =>
    ligne.publieeLe
      ? [
          {
            id: `j-${ligne.id}`,
            utilisateurId: titulaire(element.titre),
            action: "évaluation publiée",
            sujetType: "evaluation",
            sujetId: ligne.id,
            avant: jsonCanonique({ etat: "saisie" }),
            apres: jsonCanonique({ etat: "publiee", notes: notes.filter((n) => n.evaluationId === ligne.id).length }),
            creeLe: ligne.publieeLe,
          },
        ]
      : [],
  );
}

function lignes(
  feuille: Feuille,
  { inscriptionId, eleve }: Inscrit,
  evaluations: readonly EvaluationSemee[],
  notes: LigneNote[],
  histoire: LigneHistorique[],
): void {
  for (const { ligne, element } of evaluations) {
    const note = feuille.get(ligne.id);
    if (note === undefined) continue;
    const hasard = new Hasard(`histoire/${ligne.id}/${eleve.id}`);
    const utilisateurId = titulaire(element.titre);
    // Avant 16 h 30, l'heure des publications : une fin de semaine peut les faire tomber le même jour.
    const saisie = instant(jourOuvre(ligne.date, 4), "14:20");
    const id = `n-${ligne.id}-${eleve.numero}`;
    const ajoute = (version: number, avant: Note, apres: Note, creeLe: string, motif: string | null) =>
      histoire.push({
        id: `${id}-v${version}`,
        noteId: id,
        version,
        ...champs("avant", avant),
        ...champs("apres", apres),
        source: version === 1 && hasard.nombre() < 0.3 ? "collage" : "cellule",
        motif,
        utilisateurId,
        creeLe,
      });
    const corrigee = ligne.publieeLe && typeof note === "number" && note >= 100 && hasard.nombre() < 0.01;
    const premiere = corrigee ? ((note - 100) as typeof note) : note;
    ajoute(1, null, premiere, saisie, null);
    const correction = instant(jourOuvre(ligne.date, 8), "09:40");
    if (corrigee) ajoute(2, premiere, note, correction, "Un point oublié au report de la copie");
    notes.push({
      id,
      evaluationId: ligne.id,
      inscriptionId,
      valeur: typeof note === "number" ? note : null,
      code: typeof note === "number" ? null : note,
      version: corrigee ? 2 : 1,
      modifieeLe: corrigee ? correction : saisie,
      modifieePar: utilisateurId,
    });
  }
}

function champs(quand: "avant" | "apres", note: Note): Partial<LigneHistorique> {
  const valeur = typeof note === "number" ? note : null;
  const code = typeof note === "number" ? null : note;
  return quand === "avant" ? { avantValeur: valeur, avantCode: code } : { apresValeur: valeur, apresCode: code };
}
