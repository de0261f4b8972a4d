import type { ElementNote, Manque } from "../modele/element";
import type { EvaluationNotee } from "../modele/note";
import { arrondiOuNull } from "../nombres/arrondi";
import { formatCentiemes, formatCourt } from "../nombres/centiemes";
import { divisePar, ecrireFraction, type Fraction, foisEntier, fraction } from "../nombres/fraction";
import { type JournalModule, journalModule, moyenneModule, type RaisonEcart } from "../regles/module";
import type { Explication, Terme } from "./explication";

const RAISONS: Readonly<Record<RaisonEcart, string>> = {
  exc: "EXC : absence excusée, sort avec son coefficient",
  att: "ATT : note attendue, résultat provisoire",
  "note-manquante": "pas encore de note, résultat provisoire",
  "note-remplacee": "sans note : le rattrapage ou la seconde session la remplace, rien ne manque",
  "poids-nul": "coefficient ou poids nul dans cette UE",
  "non-convoque": "pas de note : ne change rien",
  "abs-rattrapage": "ABS au rattrapage : ne change rien",
  "moins-bon": "rattrapage moins bon : ne change rien",
};

export function phraseManque(manque: Manque): string {
  switch (manque.raison) {
    case "att":
      return `${manque.elementTitre}, ${manque.evaluationTitre} : note attendue (ATT)`;
    case "note-manquante":
      return `${manque.elementTitre}, ${manque.evaluationTitre} : pas encore de note`;
    case "aucune-evaluation":
      return `${manque.elementTitre} : aucune évaluation publiée`;
    case "pole-vide":
      return `${manque.elementTitre} : aucune moyenne, le pôle sort du calcul`;
    case "semestre-absent":
      return `${manque.elementTitre} : semestre pas encore suivi`;
  }
}

export const remarqueProvisoire = (manques: readonly Manque[]): string[] =>
  manques.length === 0 ? [] : [`Provisoire, pas de proposition (2.1, 5.9) : ${manques.map(phraseManque).join(" ; ")}.`];

const libelleDe = (evaluation: EvaluationNotee): string =>
  evaluation.type === "normale" ? evaluation.titre : `${evaluation.titre} (${NOMS[evaluation.type]})`;

const NOMS = {
  normale: "évaluation",
  rattrapage: "rattrapage",
  "seconde-session": "seconde session",
  bonus: "bonus",
} as const;

function ecrireNote({ note, bareme }: EvaluationNotee): string {
  if (note === "ABS") return "ABS (compte 0)";
  return typeof note === "number" ? `${formatCentiemes(note)} / ${formatCourt(bareme)}` : (note ?? "—");
}

function ecrirePoids(evaluation: EvaluationNotee, ueId: string): string {
  const poids = evaluation.poids[ueId] ?? 100;
  return poids === 100
    ? formatCourt(evaluation.coefficient)
    : `${formatCourt(evaluation.coefficient)} × ${formatCourt(poids)}`;
}

const valeurDe = ({ note, bareme }: EvaluationNotee): Fraction =>
  typeof note === "number" ? foisEntier(fraction(note, bareme), 20) : fraction(0);

/** Le module vu d'une UE, avec chaque évaluation comptée ou écartée. Le même calcul que les résultats, journal ouvert. */
export function explicationModule(element: ElementNote, ueId: string): Explication {
  const journal = journalModule();
  const { moyenne, manques } = moyenneModule(element, ueId, journal);
  const { termes, operation, remarques } = sourceRetenue(journal, ueId);
  return {
    sujet: "module",
    titre: element.titre,
    resultat: arrondiOuNull(moyenne),
    exact: moyenne === null ? null : ecrireFraction(moyenne),
    operation: journal.bonus.length === 0 ? operation : null,
    termes,
    ecartes: [
      ...remplacees(journal),
      ...journal.ecartees.map(({ evaluation, raison }) => ({
        libelle: libelleDe(evaluation),
        raison: RAISONS[raison],
      })),
    ],
    remarques: [
      ...remarques,
      ...remarquesBonus(journal, operation, moyenne),
      ...(moyenne === null ? ["Rien n'a compté : pas de moyenne, ce qui n'est pas 0 (2.3)."] : []),
      ...remarqueProvisoire(manques),
    ],
    points: pointsModule(journal),
  };
}

const duType = (journal: JournalModule, type: EvaluationNotee["type"]) =>
  journal.comptees.filter(({ evaluation }) => evaluation.type === type);

function sourceRetenue(
  journal: JournalModule,
  ueId: string,
): { termes: Terme[]; operation: string | null; remarques: string[] } {
  const base = ecrireMoyenne(duType(journal, "normale"), ueId);
  const avant = journal.base === null ? "sans moyenne" : `${base.operation} = ${ecrireFraction(journal.base)}`;
  if (journal.secondeSession)
    return {
      ...ecrireMoyenne(duType(journal, "seconde-session"), ueId),
      remarques: [`La seconde session remplace la moyenne du module (${avant}), même plus haute (2.4).`],
    };
  const rattrapage = journal.rattrapage;
  if (rattrapage?.retenu) {
    const valeur = ecrireNote(rattrapage.evaluation);
    return {
      termes: [
        {
          libelle: libelleDe(rattrapage.evaluation),
          valeur,
          poids: "",
          contribution: ecrireFraction(rattrapage.moyenne),
          detail: null,
        },
      ],
      operation: valeur,
      remarques: [`Le rattrapage remplace la moyenne du module (${avant}) parce qu'il est meilleur (2.4).`],
    };
  }
  return { ...base, remarques: [] };
}

function ecrireMoyenne(
  comptees: JournalModule["comptees"],
  ueId: string,
): { termes: Terme[]; operation: string | null } {
  const termes = comptees.map(
    ({ evaluation, poids }): Terme => ({
      libelle: libelleDe(evaluation),
      valeur: ecrireNote(evaluation),
      poids: ecrirePoids(evaluation, ueId),
      contribution: ecrireFraction(produit(evaluation, poids)),
      detail: null,
    }),
  );
  if (comptees.length === 0) return { termes, operation: null };
  const somme = comptees.reduce((total, { poids }) => total + poids, 0);
  const produits = comptees.map(
    ({ evaluation }) => `${ecrireFraction(valeurDe(evaluation))} × ${ecrirePoids(evaluation, ueId)}`,
  );
  return { termes, operation: `(${produits.join(" + ")}) ÷ ${ecrireCourt(fraction(somme, 10_000))}` };
}

const produit = (evaluation: EvaluationNotee, poids: number): Fraction =>
  divisePar(foisEntier(valeurDe(evaluation), poids), 10_000);

/** Un coefficient total : « 3 » plutôt que « 3,00 ». */
export const ecrireCourt = (f: Fraction): string =>
  ecrireFraction(f)
    .replace(/,00$/, "")
    .replace(/(,\d)0$/, "$1");

function remplacees(journal: JournalModule): { libelle: string; raison: string }[] {
  const par = journal.secondeSession
    ? "remplacée par la seconde session"
    : journal.rattrapage?.retenu
      ? "remplacée par le rattrapage"
      : null;
  if (par === null) {
    const moinsBon = journal.rattrapage;
    return moinsBon ? [{ libelle: libelleDe(moinsBon.evaluation), raison: RAISONS["moins-bon"] }] : [];
  }
  const normales = duType(journal, "normale").map(({ evaluation }) => ({
    libelle: libelleDe(evaluation),
    raison: par,
  }));
  const rattrapage =
    journal.secondeSession && journal.rattrapage
      ? [{ libelle: libelleDe(journal.rattrapage.evaluation), raison: par }]
      : [];
  return [...normales, ...rattrapage];
}

function remarquesBonus(journal: JournalModule, operation: string | null, moyenne: Fraction | null): string[] {
  if (journal.bonus.length === 0) return [];
  if (journal.avantBonus === null || moyenne === null) return ["Un bonus ne crée pas de moyenne (2.4)."];
  const avant = operation === null ? "" : `${operation} = `;
  const points = journal.bonus
    .map(({ evaluation, points: p }) => `${ecrireFraction(p)} (${evaluation.titre})`)
    .join(" + ");
  return [
    `Avant bonus : ${avant}${ecrireFraction(journal.avantBonus)}.`,
    `Bonus du module : + ${points}, résultat gardé entre 0 et 20 : ${ecrireFraction(moyenne)} (2.4).`,
  ];
}

function pointsModule(journal: JournalModule): string[] {
  const special = journal.rattrapage !== null || journal.secondeSession !== null || journal.bonus.length > 0;
  return special ? ["2.3", "2.4"] : ["2.3"];
}
