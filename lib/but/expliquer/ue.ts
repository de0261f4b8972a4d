import type { CursusCalcule } from "../cursus/calcul";
import { calculeUe, type UeCalculee } from "../cursus/ues";
import type { DecisionEnregistree } from "../modele/decision";
import type { Reglement } from "../modele/reglement";
import { arrondiCentieme, arrondiOuNull } from "../nombres/arrondi";
import { formatCentiemes, formatCourt } from "../nombres/centiemes";
import { divisePar, ecrireFraction, type Fraction, foisEntier } from "../nombres/fraction";
import type { JournalPole, JournalUe } from "../regles/ue";
import type { Explication, Terme } from "./explication";
import { explicationModule, remarqueProvisoire } from "./module";

export const nomUe = ({ ue, semestre }: UeCalculee): string => `${ue.titre ?? ue.id} (S${semestre.numero})`;

export function explicationUe(calcul: CursusCalcule, publiee: UeCalculee): Explication {
  const { semestre, ue } = publiee;
  const journal: JournalUe = { poles: [] };
  const precedentes = calcul.inscriptions.de(ue.competenceId, semestre.numero);
  const calculee = calculeUe(
    semestre,
    ue,
    publiee.pourcent,
    precedentes.slice(0, precedentes.indexOf(publiee)),
    calcul.dossier,
    journal,
  );
  const poles = ue.poles !== null;
  const modules = journal.poles.length === 1 ? journal.poles[0] : undefined;
  const corps = poles ? corpsPoles(journal.poles, ue.id) : modules ? corpsModules(modules, ue.id) : vide();
  return {
    sujet: "ue",
    titre: nomUe(publiee),
    resultat: arrondiOuNull(calculee.exacte),
    exact: calculee.exacte === null ? null : ecrireFraction(calculee.exacte),
    ...corps,
    operation: operationUe(calculee, corps.operation),
    remarques: [
      ...remarquesSortie(calculee),
      ...remarqueBonus(calculee),
      ...remarqueCapitalisee(calculee),
      ...remarqueArrondi(calculee.exacte, semestre.reglement.seuilAcquisition),
      ...remarqueProvisoire(calculee.manques),
      ...remarqueCode(calcul, publiee),
    ],
    points: [
      ...(semestre.inscription === "I" ? [] : ["2.7"]),
      ...(ue.dispensee || calculee.capitalisee ? ["2.8"] : []),
      "2.5",
      ...(calculee.pourcent > 0 ? ["3"] : []),
      "4",
      "5.2",
    ],
  };
}

/** La division, puis le bonus : l'opération entière dont « exact » est le résultat. */
function operationUe({ exacte, apresBonus, pourcent, semestre }: UeCalculee, division: string | null): string | null {
  // La moyenne capitalisée l'emporte : les notes de la reprise ne la donnent pas.
  if (division === null || exacte !== apresBonus) return null;
  if (pourcent === 0) return division;
  const p = formatCourt(pourcent);
  const bonus =
    semestre.reglement.bonus.lecture === "points" ? `${division} + 0,2 × ${p}` : `${division} × (1 + ${p} ÷ 100)`;
  return apresBonus !== null && arrondiCentieme(apresBonus) === 2000 ? `${bonus}, au plus 20` : bonus;
}

type Corps = Pick<Explication, "operation" | "termes" | "ecartes">;

const vide = (): Corps => ({ operation: null, termes: [], ecartes: [] });

function corpsPoles(poles: readonly JournalPole[], ueId: string): Corps {
  const comptes = poles.filter((pole) => pole.moyenne !== null);
  const total = comptes.reduce((somme, pole) => somme + (pole.pourcent ?? 0), 0);
  return {
    operation:
      total === 0
        ? null
        : `(${comptes.map((p) => `${ecrireOuRien(p.moyenne)} × ${p.pourcent}`).join(" + ")}) ÷ ${total}`,
    termes: comptes.map((pole) => ({
      libelle: nomPole(pole),
      valeur: ecrireOuRien(pole.moyenne),
      poids: `${pole.pourcent} %`,
      contribution: pole.moyenne ? ecrireFraction(divisePar(foisEntier(pole.moyenne, pole.pourcent ?? 0), 100)) : "",
      detail: {
        sujet: "pole",
        titre: nomPole(pole),
        resultat: arrondiOuNull(pole.moyenne),
        exact: ecrireOuRien(pole.moyenne),
        ...corpsModules(pole, ueId),
        remarques: [],
        points: ["2.5"],
      },
    })),
    ecartes: poles
      .filter((pole) => pole.moyenne === null)
      .map((pole) => ({
        libelle: nomPole(pole),
        raison: "aucune moyenne : le pôle sort du calcul, résultat provisoire",
      })),
  };
}

const nomPole = ({ pole }: JournalPole): string => (pole === "sae" ? "Pôle SAÉ" : "Pôle ressources");
export const ecrireOuRien = (f: Fraction | null): string => (f === null ? "" : ecrireFraction(f));

function corpsModules(pole: JournalPole, ueId: string): Corps {
  const comptes = pole.termes.flatMap((t) => (t.moyenne === null ? [] : [{ ...t, moyenne: t.moyenne }]));
  const total = comptes.reduce((somme, { coefficient }) => somme + coefficient, 0);
  return {
    operation:
      total === 0
        ? null
        : `(${comptes.map((t) => `${ecrireFraction(t.moyenne)} × ${formatCourt(t.coefficient)}`).join(" + ")}) ÷ ${formatCourt(total)}`,
    termes: comptes.map(
      ({ element, coefficient, moyenne }): Terme => ({
        libelle: element.titre,
        valeur: ecrireFraction(moyenne),
        poids: formatCourt(coefficient),
        contribution: ecrireFraction(divisePar(foisEntier(moyenne, coefficient), 100)),
        detail: explicationModule(element, ueId),
      }),
    ),
    ecartes: pole.termes
      .filter((t) => t.moyenne === null)
      .map(({ element }) => ({ libelle: element.titre, raison: raisonModule(explicationModule(element, ueId)) })),
  };
}

const raisonModule = (e: Explication): string =>
  ["sans moyenne, sort avec son coefficient", ...e.ecartes.map(({ libelle, raison }) => `${libelle} : ${raison}`)].join(
    " ; ",
  );

export function remarquesSortie({ semestre, ue }: UeCalculee): string[] {
  if (semestre.inscription === "DEM") return ["Démission : pas de moyenne (2.7)."];
  if (semestre.inscription === "DEF") return ["Défaillant : pas de moyenne (2.7)."];
  return ue.dispensee ? ["Dispensé de cette UE (2.8)."] : [];
}

function remarqueBonus({ avantBonus, apresBonus, pourcent, semestre }: UeCalculee): string[] {
  if (avantBonus === null || apresBonus === null || pourcent === 0) return [];
  const points = semestre.reglement.bonus.lecture === "points";
  const operation = points
    ? `${ecrireFraction(avantBonus)} + 0,2 × ${formatCourt(pourcent)}`
    : `${ecrireFraction(avantBonus)} × (1 + ${formatCourt(pourcent)} ÷ 100)`;
  const plafond = arrondiCentieme(apresBonus) === 2000 ? ", au plus 20" : "";
  return [
    `Bonus de ${formatCourt(pourcent)} % : ${formatCentiemes(arrondiCentieme(avantBonus))} avant, ${operation} = ${ecrireFraction(apresBonus)} après${plafond} (3).`,
  ];
}

function remarqueCapitalisee({ capitalisee, apresBonus, exacte }: UeCalculee): string[] {
  if (!capitalisee) return [];
  const ancienne = capitalisee.exacte === null ? "sans moyenne" : `avec ${ecrireFraction(capitalisee.exacte)}`;
  const debut = `Déjà acquise (${capitalisee.code}) ${ancienne} : le bonus n'y change rien`;
  if (apresBonus === null) return [`${debut} (2.8, 3).`];
  return [
    `${debut}, la meilleure des deux moyennes compte : ${ecrireOuRien(exacte)} (reprise : ${ecrireFraction(apresBonus)}) (2.8, 3).`,
  ];
}

export function remarqueArrondi(exacte: Fraction | null, seuil: Reglement["seuilAcquisition"]): string[] {
  if (exacte === null) return ["Pas de moyenne : rien ne peut être proposé."];
  const arrondie = arrondiCentieme(exacte);
  const sens = arrondie >= seuil ? "atteint" : "n'atteint pas";
  return [
    `Arrondi au centième, une fois : ${ecrireFraction(exacte)} → ${formatCentiemes(arrondie)} ; ${sens} ${formatCentiemes(seuil)} (4).`,
  ];
}

function remarqueCode(calcul: CursusCalcule, ue: UeCalculee): string[] {
  const rcue = calcul.annees
    .flatMap((annee) => annee.rcues)
    .findLast(({ impair, pair }) => impair === ue || pair === ue);
  const lignes: string[] = [];
  if (ue.proposition === "CMP" && rcue?.exacte)
    lignes.push(`Compensée : son RCUE atteint ${formatCentiemes(arrondiCentieme(rcue.exacte))} (5.2).`);
  if (ue.proposition) lignes.push(`Proposition : ${ue.proposition}.`);
  lignes.push(...remarqueDecision(ue.decision, ue.exacte));
  return lignes;
}

/** La décision est un instantané (règlement 5.10) : si les notes ont changé depuis, on montre l'écart sans y toucher. */
export function remarqueDecision(decision: DecisionEnregistree | null, exacte: Fraction | null): string[] {
  if (!decision) return [];
  const motif = decision.motif ? ` (${decision.motif})` : "";
  const lignes = [`Décision du jury : ${decision.code}${motif}.`];
  if (decision.moyenneVue !== null && decision.moyenneVue !== arrondiOuNull(exacte)) {
    const aujourdhui = exacte === null ? "aucune moyenne" : formatCentiemes(arrondiCentieme(exacte));
    lignes.push(
      `Le jury a vu ${formatCentiemes(decision.moyenneVue)} ; le calcul d'aujourd'hui donne ${aujourdhui} (5.10).`,
    );
  }
  return lignes;
}
