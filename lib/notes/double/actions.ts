"use server";
import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { anonymat, etudiant, inscription, secondeSaisie, utilisateur } from "@/db";
import { colonnesDe, noteDe } from "@/db/colonnes-note";
import { defineAction } from "@/lib/auth/guard";
import { formatNote, parseNote } from "@/lib/but/modele/note";
import { Refus } from "@/lib/errors";
import { compare } from "@/lib/evaluations/comparaison";
import { verifyActive } from "@/lib/evaluations/ecriture";
import { isAnonyme } from "@/lib/evaluations/libelles";
import { lockSujetEvaluation, type SujetEvaluation } from "@/lib/evaluations/queries";
import { isSuivi } from "@/lib/evaluations/suivi";
import { nomComplet } from "@/lib/libelles";
import { type Contexte, readLot } from "../ecriture";
import { type Issue, type NoteLue, saisieSchema } from "../entree";
import { AUTRE_PERSONNE, examine, HORS_CLASSE, refusee } from "../examen";
import { findInscriptions } from "../histoire/queries";
import { arbitrageSchema } from "./entree";

const RELIRE = "Une des deux valeurs vient de changer : relisez-les, puis choisissez.";

function verifyOuverte({ evaluation: e }: SujetEvaluation): void {
  verifyActive(e);
  if (!e.doubleSaisie)
    throw new Refus(
      "verrouille",
      "La seconde saisie de cette évaluation n'est plus demandée : rien n'a été enregistré.",
    );
  if (e.etat === "publiee")
    throw new Refus(
      "verrouille",
      "Cette évaluation est publiée : sa seconde saisie est close, rien n'a été enregistré.",
    );
}

interface Seconde {
  readonly etat: "I" | "DEM" | "DEF";
  /** Comment le journal l'appelle : son nom, ou son numéro de copie tant qu'elle est anonyme. */
  readonly qui: string;
  readonly ligneId: string | null;
  readonly note: NoteLue | null;
}

async function readSecondes({ tx, sujet }: Contexte, inscriptionIds: string[]): Promise<Map<string, Seconde>> {
  const lignes = await tx
    .select({
      id: inscription.id,
      etat: inscription.etat,
      eleve: { nom: etudiant.nom, prenom: etudiant.prenom },
      copie: anonymat.numero,
      s: secondeSaisie,
      auteur: { nom: utilisateur.nom, prenom: utilisateur.prenom },
    })
    .from(inscription)
    .innerJoin(etudiant, eq(etudiant.id, inscription.etudiantId))
    .leftJoin(anonymat, and(eq(anonymat.inscriptionId, inscription.id), eq(anonymat.evaluationId, sujet.evaluation.id)))
    .leftJoin(
      secondeSaisie,
      and(eq(secondeSaisie.inscriptionId, inscription.id), eq(secondeSaisie.evaluationId, sujet.evaluation.id)),
    )
    .leftJoin(utilisateur, eq(utilisateur.id, secondeSaisie.saisiePar))
    .where(and(inArray(inscription.id, inscriptionIds), isSuivi(tx, sujet.semestre.id, sujet.elementId)));
  return new Map(
    lignes.map(({ id, etat, eleve, copie, s, auteur }) => [
      id,
      {
        etat,
        qui: isAnonyme(sujet.evaluation) ? `copie ${copie}` : nomComplet(eleve),
        ligneId: s?.id ?? null,
        note: s && {
          note: noteDe(s),
          version: s.version,
          le: s.saisieLe,
          par: auteur ? nomComplet(auteur) : "",
          modifiee: false,
        },
      },
    ]),
  );
}

/** Écrit la seconde valeur d'une copie, évaluation verrouillée ; rend ce qui est maintenant en place. */
async function writeSeconde(
  { tx, user, sujet, instant }: Contexte,
  inscriptionId: string,
  avant: Seconde,
  apres: NoteLue["note"],
): Promise<Seconde & { readonly note: NoteLue }> {
  const version = (avant.note?.version ?? 0) + 1;
  const champs = { ...colonnesDe(apres), version, saisieLe: instant, saisiePar: user.id };
  const ligneId = avant.ligneId ?? randomUUID();
  if (avant.ligneId === null)
    await tx.insert(secondeSaisie).values({ id: ligneId, evaluationId: sujet.evaluation.id, inscriptionId, ...champs });
  else {
    const touchees = await tx
      .update(secondeSaisie)
      .set(champs)
      .where(and(eq(secondeSaisie.id, ligneId), eq(secondeSaisie.version, version - 1)))
      .returning({ id: secondeSaisie.id });
    if (touchees.length === 0) throw new Error(`La saisie ${ligneId} a changé sous le verrou de son évaluation`);
  }
  const note = { note: apres, version, le: instant, par: nomComplet(user), modifiee: false };
  return { ...avant, ligneId, note };
}

/** La seconde saisie, case par case, à l'aveugle : mêmes règles de lecture que la première, mais rien n'y compte. */
export const saveSeconde = defineAction({
  action: "note:ecrire",
  entree: saisieSchema,
  sujet: (tx, { evaluationId }) => lockSujetEvaluation(tx, evaluationId),
  async run({ tx, user, sujet, entree: { auteurId, changements }, instant }) {
    if (auteurId !== undefined && auteurId !== user.id) throw new Refus("deconnecte", AUTRE_PERSONNE);
    verifyOuverte(sujet);
    const contexte = { tx, user, sujet, instant };
    const cles = changements.map((c) => c.inscriptionId);
    const inscriptions = await findInscriptions(tx, sujet.evaluation, cles);
    const secondes = await readSecondes(contexte, [...inscriptions.values()]);
    const issues: Issue[] = [];
    const [avant, apres]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
    for (const changement of changements) {
      const { id, inscriptionId: cle } = changement;
      const inscriptionId = inscriptions.get(cle);
      if (inscriptionId === undefined) {
        issues.push(refusee(changement, HORS_CLASSE));
        continue;
      }
      const examen = examine(secondes.get(inscriptionId), changement, sujet.evaluation.bareme);
      if (!examen.ok) {
        issues.push(examen.issue);
        continue;
      }
      const ecrite = await writeSeconde(contexte, inscriptionId, examen.courante, examen.note);
      secondes.set(inscriptionId, ecrite);
      const { qui, note } = examen.courante;
      avant[qui] ??= formatNote(note?.note ?? null);
      apres[qui] = formatNote(examen.note);
      issues.push({ id, inscriptionId: cle, issue: "enregistree", note: ecrite.note });
    }
    const trace = {
      action: "seconde saisie",
      sujetType: "evaluation",
      sujetId: sujet.evaluation.id,
      avant,
      apres,
    };
    return { valeur: { issues, instant }, trace: Object.keys(apres).length > 0 ? [trace] : "inchange" };
  },
});

/**
 * Tranche un écart entre les deux saisies : les deux valent ensuite la note retenue. Celle qui compte change avec son
 * histoire, dont le motif dit les deux valeurs.
 */
export const resolveEcart = defineAction({
  action: "note:ecrire",
  entree: arbitrageSchema,
  sujet: (tx, { evaluationId }) => lockSujetEvaluation(tx, evaluationId),
  async run({ tx, user, sujet, entree, instant }) {
    verifyOuverte(sujet);
    const contexte = { tx, user, sujet, instant };
    const inscriptionId = (await findInscriptions(tx, sujet.evaluation, [entree.inscriptionId])).get(
      entree.inscriptionId,
    );
    if (inscriptionId === undefined) throw new Refus("introuvable", HORS_CLASSE);
    const lot = await readLot(contexte, [inscriptionId]);
    const courante = lot.courante(inscriptionId);
    const seconde = (await readSecondes(contexte, [inscriptionId])).get(inscriptionId);
    const [n1, n2] = [courante?.note ?? null, seconde?.note ?? null];
    if (!courante || !seconde || courante.etat !== "I") throw new Refus("introuvable", HORS_CLASSE);
    if (n1?.version !== entree.versionPremiere || n2?.version !== entree.versionSeconde)
      throw new Refus("conflit", RELIRE);
    if (compare(n1.note, n2.note) !== "ecart") throw new Refus("conflit", "Cet écart est déjà tranché.");
    const { choix } = entree;
    const lu =
      choix.de === "autre"
        ? parseNote(choix.saisie, sujet.evaluation.bareme)
        : { ok: true as const, note: choix.de === "premiere" ? n1.note : n2.note };
    if (!lu.ok) throw new Refus("invalide", lu.message, { saisie: lu.message });
    if (lu.note === null) {
      const message = "Donnez la note à retenir.";
      throw new Refus("invalide", message, { saisie: message });
    }
    const motif = `Écart de double saisie : ${formatNote(n1.note)} puis ${formatNote(n2.note)}`;
    if (lu.note !== n1.note) {
      lot.change(courante, lu.note, { id: entree.id, inscriptionId, source: "cellule" }, motif);
      await lot.flush();
    }
    if (lu.note !== n2.note) await writeSeconde(contexte, inscriptionId, seconde, lu.note);
    return {
      valeur: { note: lu.note },
      trace: [
        {
          action: "écart de double saisie tranché",
          sujetType: "evaluation",
          sujetId: sujet.evaluation.id,
          avant: { copie: seconde.qui, "première saisie": formatNote(n1.note), "seconde saisie": formatNote(n2.note) },
          apres: { note: formatNote(lu.note) },
        },
      ],
    };
  },
});
