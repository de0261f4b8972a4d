import type { AnneeCalculee } from "../cursus/annees";
import type { CursusCalcule } from "../cursus/calcul";
import { acquisParLeHaut, bilanNiveaux, nomNiveau } from "../cursus/niveaux";
import type { RcueCalcule } from "../cursus/rcues";
import type { UeCalculee } from "../cursus/ues";
import type { Reglement } from "../modele/reglement";
import { arrondiCentieme, arrondiOuNull } from "../nombres/arrondi";
import { formatCentiemes } from "../nombres/centiemes";
import { ecrireFraction, foisEntier } from "../nombres/fraction";
import type { Explication } from "./explication";
import { phraseManque, remarqueProvisoire } from "./module";
import { ecrireOuRien, explicationUe, nomUe, remarqueArrondi, remarqueDecision, remarquesSortie } from "./ue";

export function explicationRcue(calcul: CursusCalcule, reglement: Reglement, rcue: RcueCalcule): Explication {
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
      ...remarqueDecision(rcue.decision, rcue.exacte),
      ...remarqueParLeHaut(calcul, rcue),
    ],
    points: ["4", "5.1", "5.3"],
  };
}

function remarqueParLeHaut(calcul: CursusCalcule, { niveau }: RcueCalcule): string[] {
  const bilans = bilanNiveaux(calcul);
  const acquis = acquisParLeHaut(calcul, bilans).filter((ue) => ue.niveauId === niveau.id);
  const par = bilans.find((bilan) => bilan.niveau.id === acquis[0]?.parNiveauId);
  return par
    ? [`${nomNiveau(par.niveau)} est validé : ${acquis.map((ue) => ue.ueId).join(" et ")} à enregistrer ADSUP (5.4).`]
    : [];
}

export function explicationAnnee(calcul: CursusCalcule, annee: AnneeCalculee): Explication {
  const seuil = formatCentiemes(annee.reglement.seuilPassage);
  const n = annee.competences;
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
