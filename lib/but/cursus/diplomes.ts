import { isAnneePassante } from "../modele/decision";
import { ECTS_BUT, ECTS_DUT } from "../modele/reglement";
import type { ResultatCursus } from "../modele/resultats";
import { anneeDuSemestre } from "../modele/semestres";
import type { CursusCalcule } from "./calcul";
import { phrasesManque } from "./manque";
import { type BilanNiveau, isNiveauComplet, nomNiveau } from "./niveaux";
import type { UeCalculee } from "./ues";

type BilanDiplomes = Pick<
  ResultatCursus,
  "ectsAcquis" | "ectsTotal" | "passageS3" | "passageS5" | "dut" | "but" | "decisionDut" | "decisionBut" | "manque"
>;

/** ECTS, passages et diplômes (règlement 5.6, 5.8) : d'après les décisions enregistrées seules. */
export function bilanDiplomes(calcul: CursusCalcule, niveaux: readonly BilanNiveau[]): BilanDiplomes {
  const ects = comptesEcts(calcul);
  const passageS3 = passage(calcul, 1, "S3");
  const passageS5 = passageVersS5(calcul, niveaux);
  const dut = isDutAcquis(calcul, ects.premieres) ? ("ADM" as const) : null;
  const tousValides = niveaux.length > 0 && niveaux.every((bilan) => bilan.valide);
  const but = tousValides && ects.total + ects.dispenses >= ECTS_BUT ? ("ADM" as const) : null;
  return {
    ectsAcquis: ects.total,
    ectsTotal: ECTS_BUT,
    passageS3,
    passageS5,
    dut,
    but,
    decisionDut: calcul.dossier.diplome("DUT"),
    decisionBut: calcul.dossier.diplome("BUT"),
    manque: phrasesManque(calcul, niveaux, { dut, but, ects: ects.total, passageS3, passageS5 }),
  };
}

/**
 * Chaque UE (compétence et numéro) compte une fois, quel que soit le nombre de fois où elle a été suivie ; celle d'un
 * parcours quitté compte tant que l'UE qui la remplace n'est pas acquise : un semestre ne donne jamais plus que ses ECTS.
 */
function comptesEcts(calcul: CursusCalcule): { total: number; premieres: number; dispenses: number } {
  const { inscriptions } = calcul;
  const acquises = new Map<string, UeCalculee>();
  const dispensees = new Map<string, UeCalculee>();
  for (const ue of inscriptions.toutes) {
    const cle = `${ue.semestre.numero}|${ue.ue.competenceId}`;
    if (ue.acquise) acquises.set(cle, ue);
    else if (ue.ue.dispensee) dispensees.set(cle, ue);
  }
  for (const [cle, ue] of [...acquises, ...dispensees])
    if (remplacantes(calcul, ue).some((id) => acquises.has(`${ue.semestre.numero}|${id}`))) {
      acquises.delete(cle);
      dispensees.delete(cle);
    }
  let total = 0;
  let premieres = 0;
  let dispenses = 0;
  for (const { ue, semestre } of acquises.values()) {
    total += ue.ects;
    if (semestre.numero <= 4) premieres += ue.ects;
  }
  for (const [cle, { ue, semestre }] of dispensees) {
    if (acquises.has(cle)) continue;
    dispenses += ue.ects;
    if (semestre.numero <= 4) premieres += ue.ects;
  }
  return { total, premieres, dispenses };
}

/** Les compétences du parcours actuel que le semestre d'une UE d'un autre parcours n'avait pas. */
function remplacantes({ cursus }: CursusCalcule, { ue, semestre }: UeCalculee): string[] {
  const annee = anneeDuSemestre(semestre.numero);
  const duParcours = cursus.niveaux.filter((n) => n.annee === annee).map((n) => n.competenceId);
  if (duParcours.includes(ue.competenceId)) return [];
  return duParcours.filter((id) => !semestre.ues.some((autre) => autre.competenceId === id));
}

/** DUT aux 120 premiers ECTS : toutes les UE de S1 à S4 acquises, ou dispensées (règlement 5.8). */
function isDutAcquis(calcul: CursusCalcule, ectsPremieres: number): boolean {
  if (ectsPremieres < ECTS_DUT) return false;
  return [1, 2].every((annee) => {
    const rcues = calcul.annees.findLast((a) => a.annee === annee)?.rcues ?? [];
    return rcues.length > 0 && rcues.every(({ niveau }) => isNiveauComplet(calcul, niveau));
  });
}

function passage(calcul: CursusCalcule, annee: 1 | 2, vers: string): { ouvert: boolean; raison: string } {
  const annees = calcul.annees.filter((a) => a.annee === annee);
  const passante = annees.findLast((a) => isAnneePassante(a.decision?.code ?? null));
  if (passante) return { ouvert: true, raison: `BUT${annee} ${passante.decision?.code} : passage en ${vers} permis.` };
  const derniere = annees.at(-1);
  if (!derniere) return { ouvert: false, raison: `Pas de BUT${annee} au dossier.` };
  if (derniere.decision)
    return { ouvert: false, raison: `BUT${annee} ${derniere.decision.code} : ce code n'ouvre pas le ${vers}.` };
  return {
    ouvert: false,
    raison: derniere.proposition
      ? `Le jury de BUT${annee} n'a pas encore décidé (proposition : ${derniere.proposition}).`
      : `Le jury de BUT${annee} n'a pas encore décidé.`,
  };
}

/** S5 : l'année 2 passante et, en plus, chaque UE de S1 et S2 acquise, par ADSUP aussi (règlement 5.6). */
function passageVersS5(calcul: CursusCalcule, niveaux: readonly BilanNiveau[]): { ouvert: boolean; raison: string } {
  const annee = passage(calcul, 2, "S5");
  const premiers = niveaux.filter(({ niveau }) => niveau.annee === 1);
  const manquants = premiers.filter(({ niveau }) => !isNiveauComplet(calcul, niveau));
  if (manquants.length === 0 || !annee.ouvert) return annee;
  const noms = manquants.map(({ niveau }) => nomNiveau(niveau)).join(" ; ");
  return { ouvert: false, raison: `Des UE de S1 ou S2 ne sont pas acquises : ${noms}.` };
}
