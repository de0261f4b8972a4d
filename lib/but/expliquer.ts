import { arrondiCentieme, arrondiOuNull } from "./arrondi";
import { type Cursus, type CursusCalcule, calculeCursus } from "./cursus";
import type { AnneeCalculee, RcueCalcule } from "./cursus-annees";
import { nomNiveau } from "./cursus-niveaux";
import { calculeUe, type UeCalculee } from "./cursus-ues";
import type { Explication, Terme } from "./explication";
import { explicationModule, phraseManque, remarqueProvisoire } from "./expliquer-module";
import { divisePar, ecrireFraction, type Fraction, foisEntier } from "./fraction";
import { formatCentiemes, formatCourt } from "./note";
import type { Reglement } from "./reglement";
import type { JournalPole, JournalUe } from "./ue";

/** Lève RangeError si le semestre, l'UE, l'élément ou le niveau n'est pas au dossier. */
function introuvable(quoi: string): never {
  throw new RangeError(`${quoi} n'est pas au dossier de l'étudiant`);
}

export const nomUe = ({ ue, semestre }: UeCalculee): string => `${ue.titre ?? ue.id} (S${semestre.numero})`;

export function expliquerModule(cursus: Cursus, semestreId: string, elementId: string, ueId: string): Explication {
  const element = cursus.semestres.find((s) => s.id === semestreId)?.elements.find((e) => e.id === elementId);
  return element ? explicationModule(element, ueId) : introuvable(`L'élément ${elementId}`);
}

/** La moyenne d'une UE jusqu'à sa proposition : pôles, modules, bonus, arrondi, seuil, compensation. */
export function expliquerUe(cursus: Cursus, semestreId: string, ueId: string): Explication {
  const calcul = calculeCursus(cursus);
  const calculee = calcul.inscriptions.toutes.find((ue) => ue.semestre.id === semestreId && ue.ue.id === ueId);
  return calculee ? explicationUe(calcul, calculee) : introuvable(`L'UE ${ueId}`);
}

export function expliquerRcue(cursus: Cursus, niveauId: string, anneeUniversitaire?: string): Explication {
  const calcul = calculeCursus(cursus);
  const annee = calcul.annees.findLast(
    (a) =>
      (anneeUniversitaire === undefined || a.anneeUniversitaire === anneeUniversitaire) &&
      a.rcues.some((r) => r.niveau.id === niveauId),
  );
  const rcue = annee?.rcues.find((r) => r.niveau.id === niveauId);
  return annee && rcue ? explicationRcue(calcul, annee.reglement, rcue) : introuvable(`Le niveau ${niveauId}`);
}

/** La dernière fois que l'étudiant a suivi cette année, ou celle de l'année universitaire donnée. */
export function expliquerAnnee(cursus: Cursus, annee: 1 | 2 | 3, anneeUniversitaire?: string): Explication {
  const calcul = calculeCursus(cursus);
  const calculee = calcul.annees.findLast(
    (a) => a.annee === annee && (anneeUniversitaire === undefined || a.anneeUniversitaire === anneeUniversitaire),
  );
  return calculee ? explicationAnnee(calcul, calculee) : introuvable(`BUT${annee}`);
}

function explicationUe(calcul: CursusCalcule, publiee: UeCalculee): Explication {
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
const ecrireOuRien = (f: Fraction | null): string => (f === null ? "" : ecrireFraction(f));

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

function remarquesSortie({ semestre, ue }: UeCalculee): string[] {
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

function remarqueArrondi(exacte: Fraction | null, seuil: Reglement["seuilAcquisition"]): string[] {
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
  if (ue.decision)
    lignes.push(`Décision du jury : ${ue.decision.code}${ue.decision.motif ? ` (${ue.decision.motif})` : ""}.`);
  return lignes;
}

function explicationRcue(calcul: CursusCalcule, reglement: Reglement, rcue: RcueCalcule): Explication {
  const ues = [rcue.impair, rcue.pair].filter((ue): ue is UeCalculee => ue !== null);
  const comptees = ues.filter((ue) => ue.exacte !== null);
  const parEcts = reglement.rcue === "ects" && comptees.some((ue) => ue.ue.ects > 0);
  const poids = (ue: UeCalculee): number => (parEcts ? ue.ue.ects : 1);
  const total = comptees.reduce((somme, ue) => somme + poids(ue), 0);
  return {
    sujet: "rcue",
    titre: `RCUE ${nomNiveau(rcue.niveau)}`,
    resultat: arrondiOuNull(rcue.exacte),
    exact: rcue.exacte === null ? null : ecrireFraction(rcue.exacte),
    operation:
      rcue.exacte === null
        ? null
        : `(${comptees.map((ue) => `${ecrireOuRien(ue.exacte)}${parEcts ? ` × ${ue.ue.ects}` : ""}`).join(" + ")}) ÷ ${total}`,
    termes: comptees.map((ue) => ({
      libelle: nomUe(ue),
      valeur: ecrireOuRien(ue.exacte),
      poids: parEcts ? `${ue.ue.ects} ECTS` : "1",
      contribution: ue.exacte ? ecrireFraction(foisEntier(ue.exacte, poids(ue))) : "",
      detail: explicationUe(calcul, ue),
    })),
    ecartes: [
      ...ues
        .filter((ue) => ue.exacte === null)
        .map((ue) => ({ libelle: nomUe(ue), raison: remarquesSortie(ue)[0] ?? "pas de moyenne" })),
      ...[rcue.impair ? [] : ["impair"], rcue.pair ? [] : ["pair"]]
        .flat()
        .map((cote) => ({ libelle: `UE du semestre ${cote}`, raison: "semestre pas encore suivi" })),
    ],
    remarques: [
      ...remarqueArrondi(rcue.exacte, reglement.seuilAcquisition),
      ...remarqueProvisoire(ues.flatMap((ue) => ue.manques)),
      ...(rcue.proposition
        ? [`Proposition : ${rcue.proposition}. Compensation entière, sans plancher (5.2, 5.3).`]
        : []),
      ...(rcue.decision ? [`Décision du jury : ${rcue.decision.code}.`] : []),
    ],
    points: ["4", "5.1", "5.3"],
  };
}

function explicationAnnee(calcul: CursusCalcule, annee: AnneeCalculee): Explication {
  const seuil = formatCentiemes(annee.reglement.seuilPassage);
  const n = annee.rcues.length;
  return {
    sujet: "annee",
    titre: `BUT${annee.annee} ${annee.anneeUniversitaire} : ${annee.proposition ?? "pas de proposition"}`,
    resultat: null,
    exact: null,
    operation: `${annee.acquis} RCUE acquis sur ${n}, ${annee.sousLeSeuil} sous ${seuil}`,
    termes: annee.rcues.map((rcue) => ({
      libelle: nomNiveau(rcue.niveau),
      valeur: rcue.exacte ? formatCentiemes(arrondiCentieme(rcue.exacte)) : "pas de moyenne",
      poids: "",
      contribution: rcue.decision?.code ?? rcue.proposition ?? "",
      detail: explicationRcue(calcul, annee.reglement, rcue),
    })),
    ecartes: [],
    remarques: [
      raisonAnnee(annee, n, seuil),
      ...(annee.manques.length > 0 ? [`Manque : ${[...new Set(annee.manques.map(phraseManque))].join(" ; ")}.`] : []),
      ...(annee.decision ? [`Décision du jury : ${annee.decision.code}.`] : []),
    ],
    points: ["5.5", "5.7"],
  };
}

function raisonAnnee(annee: AnneeCalculee, n: number, seuil: string): string {
  const bilan = `${annee.acquis} RCUE acquis sur ${n}`;
  switch (annee.proposition) {
    case "ADM":
      return "Tous les RCUE sont acquis : ADM (5.5).";
    case "PASD":
      return `${bilan}, plus de la moitié strictement, et aucun sous ${seuil} : PASD (5.5).`;
    case "RED":
    case "NAR": {
      const raisons = [
        ...(annee.annee < 3 && annee.acquis * 2 <= n ? [`${bilan}, pas plus de la moitié strictement`] : []),
        ...(annee.annee < 3 && annee.sousLeSeuil > 0 ? [`${annee.sousLeSeuil} RCUE sous ${seuil}`] : []),
        ...(annee.annee === 3 ? [bilan] : []),
      ];
      const suite = annee.proposition === "RED" ? "redoublement possible : RED" : "plus de redoublement possible : NAR";
      return `${raisons.join(", ")} ; ${suite} (5.5, 5.7).`;
    }
    case "DEM":
    case "DEF":
      return `${annee.proposition} : passe avant tout calcul (5.5, 2.7).`;
    default:
      return "Résultat provisoire : pas de proposition (5.9).";
  }
}
