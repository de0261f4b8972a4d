import "server-only";
import { randomUUID } from "node:crypto";
import type { LigneEcrite } from "@/lib/import/lots/ecriture";
import { writeCommentaires } from "../commentaire/ecriture";
import { type Contexte, readLot } from "../ecriture";
import { HORS_CLASSE, refusee } from "../examen";
import { findInscriptions } from "../histoire/queries";
import type { ImportNotes } from "./entree";
import type { IssueImport } from "./issue";
import { COMMENTAIRE, readCommentairesDeLot, type SujetLot } from "./sujet";

type NoteLue = ImportNotes["notes"][number];

const COMMENTAIRE_CHANGE = "Son commentaire a changé depuis l'aperçu : il n'a pas été écrit.";

/** Les commentaires d'une évaluation que porte le lot, avec leur histoire ; ce qui a changé depuis l'aperçu ne s'écrit pas. */
export async function commenteDans(
  contexte: Contexte,
  dits: readonly NoteLue[],
  motif: string | null,
): Promise<{ ecrites: LigneEcrite[]; issues: IssueImport[] }> {
  const { tx, sujet } = contexte;
  const inscriptions = await findInscriptions(
    tx,
    sujet.evaluation,
    dits.map((d) => d.inscriptionId),
  );
  // Seulement qui suit l'élément : une inscription nommée par le navigateur ne suffit pas.
  const lot = await readLot(contexte, [...inscriptions.values()]);
  const parInscription = new Map<string, NoteLue>();
  const issues: IssueImport[] = [];
  const refuse = (d: NoteLue, message: string) =>
    issues.push({
      ...refusee({ id: randomUUID(), inscriptionId: d.inscriptionId }, message),
      evaluationId: sujet.evaluation.id,
    });
  for (const d of dits) {
    const inscriptionId = inscriptions.get(d.inscriptionId);
    if (inscriptionId === undefined || lot.courante(inscriptionId)?.etat !== "I") refuse(d, HORS_CLASSE);
    else parInscription.set(inscriptionId, d);
  }
  const changements = [...parInscription].map(([inscriptionId, d]) => ({
    inscriptionId,
    texte: d.saisie.trim(),
    versionLue: d.versionLue,
    source: "import" as const,
  }));
  const { ecrits, conflits } = await writeCommentaires(contexte, changements, motif);
  for (const c of conflits) {
    const d = parInscription.get(c);
    if (d) refuse(d, COMMENTAIRE_CHANGE);
  }
  const ecrites = ecrits.map(({ id, inscriptionId, avant, version }) => ({
    ligne: parInscription.get(inscriptionId)?.ligne ?? 1,
    sujetType: COMMENTAIRE,
    sujetId: id,
    versionAvant: version - 1,
    versionApres: version,
    avant,
  }));
  return { ecrites, issues };
}

/** Les commentaires que ce lot a écrits, chacun avec l'évaluation où il se remet. */
export async function commentairesDe({
  tx,
  user,
  sujet: { lot, evaluations },
  instant,
}: Omit<Contexte, "sujet"> & { readonly sujet: SujetLot }) {
  return (await readCommentairesDeLot(tx, lot.id)).flatMap((commentaire) => {
    const sujet = evaluations.get(commentaire.evaluationId);
    return sujet ? [{ id: commentaire.id, commentaire, contexte: { tx, user, sujet, instant } }] : [];
  });
}
