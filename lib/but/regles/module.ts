import type { ElementNote, Manque } from "../modele/element";
import { AUCUN_MANQUE } from "../modele/element";
import type { EvaluationNotee } from "../modele/note";
import type { Centiemes } from "../nombres/centiemes";
import {
  compare,
  type Fraction,
  foisEntier,
  fraction,
  plus,
  plusGrande,
  plusPetite,
  VINGT,
  ZERO,
} from "../nombres/fraction";
import { ajoute, moyenneDe, type Somme, somme } from "../nombres/somme";

/** Pourquoi une évaluation n'entre pas dans la moyenne, ou ne change rien. */
export type RaisonEcart =
  | "exc"
  | "att"
  | "note-manquante"
  | "note-remplacee"
  | "poids-nul"
  | "non-convoque"
  | "abs-rattrapage"
  | "moins-bon";

/** Ce qu'un calcul de module a fait de chaque évaluation ; rempli au passage quand on veut l'expliquer. */
export interface JournalModule {
  readonly comptees: { readonly evaluation: EvaluationNotee; readonly poids: number }[];
  readonly ecartees: { readonly evaluation: EvaluationNotee; readonly raison: RaisonEcart }[];
  readonly bonus: { readonly evaluation: EvaluationNotee; readonly points: Fraction }[];
  base: Fraction | null;
  rattrapage: { readonly evaluation: EvaluationNotee; readonly moyenne: Fraction; readonly retenu: boolean } | null;
  secondeSession: { readonly moyenne: Fraction } | null;
  avantBonus: Fraction | null;
}

export const journalModule = (): JournalModule => ({
  comptees: [],
  ecartees: [],
  bonus: [],
  base: null,
  rattrapage: null,
  secondeSession: null,
  avantBonus: null,
});

export interface ResultatModule {
  /** Points sur 20, exacts ; null = pas de moyenne (qui n'est pas 0). */
  readonly moyenne: Fraction | null;
  readonly manques: readonly Manque[];
}

type ElementEvalue = Pick<ElementNote, "id" | "titre" | "evaluations">;

const POIDS_UN = 100;

function poidsDe(evaluation: EvaluationNotee, ueId: string): number {
  const poids = evaluation.poids[ueId];
  return poids === undefined ? POIDS_UN : poids;
}

const sur20 = (note: Centiemes, bareme: Centiemes): Fraction => foisEntier(fraction(note, bareme), 20);

/**
 * Moyenne d'un module vue d'une UE : Σ(coef × poids × note/20) ÷ Σ(coef × poids) sur les notes comptées (règlement 2.3),
 * puis, dans cet ordre (règlement 2.4) : le meilleur rattrapage s'il est meilleur ; la seconde session dès qu'elle a une
 * note, même plus basse (ABS y est une note et compte 0) ; les bonus, résultat gardé dans [0, 20].
 *
 * Qui n'a rien à un rattrapage, une seconde session ou un bonus n'y était pas convoqué : rien ne change et rien ne
 * manque. ATT y rend le résultat provisoire comme ailleurs. Dès qu'un rattrapage retenu ou une seconde session
 * remplace les notes normales, une note absente parmi elles ne manque plus (règlement 12.1). Le coefficient d'un
 * rattrapage ou d'un bonus n'a pas de sens et n'est pas lu ; un poids nul sort l'évaluation de cette UE.
 */
export function moyenneModule(element: ElementEvalue, ueId: string, journal?: JournalModule): ResultatModule {
  const normales = somme();
  let session: Somme | null = null;
  let rattrapage: { evaluation: EvaluationNotee; moyenne: Fraction } | null = null;
  let points: Fraction | null = null;
  /** Tout ce qui manque, et ce qui manquerait encore si les notes normales étaient remplacées (règlement 12.1). */
  let manques: Manque[] | null = null;
  let manquesHorsNormales: Manque[] | null = null;
  let remplacee = false;
  let evaluee = false;

  for (const evaluation of element.evaluations) {
    const { type, note } = evaluation;
    const special = type === "rattrapage" || type === "bonus";
    const poids = poidsDe(evaluation, ueId) * (special ? 1 : evaluation.coefficient);
    if (poids === 0) {
      journal?.ecartees.push({ evaluation, raison: "poids-nul" });
      continue;
    }
    if (type === "normale") evaluee = true;
    if (note === "EXC") {
      journal?.ecartees.push({ evaluation, raison: "exc" });
      continue;
    }
    if (note === null && type !== "normale") {
      journal?.ecartees.push({ evaluation, raison: "non-convoque" });
      continue;
    }
    if (note === null || note === "ATT") {
      const raison = note === null ? "note-manquante" : "att";
      const manque = manqueDe(raison, element, evaluation);
      manques ??= [];
      manques.push(manque);
      if (type !== "normale") {
        manquesHorsNormales ??= [];
        manquesHorsNormales.push(manque);
      }
      journal?.ecartees.push({ evaluation, raison });
      continue;
    }
    const valeur: number = note === "ABS" ? 0 : note;
    switch (type) {
      case "normale":
        ajoute(normales, poids, valeur, evaluation.bareme);
        journal?.comptees.push({ evaluation, poids });
        break;
      case "seconde-session":
        session ??= somme();
        ajoute(session, poids, valeur, evaluation.bareme);
        journal?.comptees.push({ evaluation, poids });
        break;
      case "rattrapage": {
        if (note === "ABS") {
          journal?.ecartees.push({ evaluation, raison: "abs-rattrapage" });
          break;
        }
        const moyenne = sur20(note, evaluation.bareme);
        if (rattrapage === null || compare(moyenne, rattrapage.moyenne) > 0) {
          if (rattrapage) journal?.ecartees.push({ evaluation: rattrapage.evaluation, raison: "moins-bon" });
          rattrapage = { evaluation, moyenne };
        } else journal?.ecartees.push({ evaluation, raison: "moins-bon" });
        break;
      }
      case "bonus": {
        // Un bonus s'ajoute en points tels qu'ils sont saisis, sans passer par le barème.
        const ajout = fraction(valeur * poids, 10_000);
        points = points === null ? ajout : plus(points, ajout);
        journal?.bonus.push({ evaluation, points: ajout });
        break;
      }
    }
  }

  const base = moyenneDe(normales, 20);
  let moyenne = base;
  if (rattrapage !== null) {
    const retenu = moyenne === null || compare(rattrapage.moyenne, moyenne) > 0;
    if (retenu) {
      moyenne = rattrapage.moyenne;
      remplacee = true;
    }
    if (journal) journal.rattrapage = { ...rattrapage, retenu };
  }
  const moyenneSession = session === null ? null : moyenneDe(session, 20);
  if (moyenneSession !== null) {
    moyenne = moyenneSession;
    remplacee = true;
    if (journal) journal.secondeSession = { moyenne: moyenneSession };
  }
  if (journal) {
    journal.base = base;
    journal.avantBonus = moyenne;
  }
  if (points !== null && moyenne !== null) moyenne = plusGrande(ZERO, plusPetite(VINGT, plus(moyenne, points)));

  if (remplacee) {
    manques = manquesHorsNormales;
    journal?.ecartees.forEach(({ evaluation, raison }, i, ecartees) => {
      const absente = evaluation.type === "normale" && (raison === "att" || raison === "note-manquante");
      if (absente) ecartees[i] = { evaluation, raison: "note-remplacee" };
    });
  } else if (!evaluee && moyenne === null && manques === null) {
    manques = [manqueDe("aucune-evaluation", element, null)];
  }
  return { moyenne, manques: manques ?? AUCUN_MANQUE };
}

function manqueDe(raison: Manque["raison"], element: ElementEvalue, evaluation: EvaluationNotee | null): Manque {
  return {
    raison,
    elementId: element.id,
    elementTitre: element.titre,
    evaluationId: evaluation?.id ?? null,
    evaluationTitre: evaluation?.titre ?? null,
  };
}
