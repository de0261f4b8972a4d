import { type CursusCalcule, calculCursus } from "../cursus/calcul";
import { nomNiveau, uesNonAcquises } from "../cursus/niveaux";
import type { UeCalculee } from "../cursus/ues";
import type { Cursus, Niveau } from "../modele/cursus";
import { type CodeRcue, type CodeUe, type DecisionEnregistree, isRcueAcquis, isUeAcquise } from "../modele/decision";

/** Une décision qu'une autre entraîne, à enregistrer avec elle et à montrer avant (règlement 5.4, 5.9). */
export interface Consequence {
  readonly portee: "ue" | "rcue";
  readonly objetId: string;
  /** Le semestre de l'objet changé : un semestre passé, verrouillé ou non, pour ADSUP. */
  readonly semestreId: string;
  readonly code: CodeUe | CodeRcue;
  readonly raison: string;
}

type DecisionPrise = Pick<DecisionEnregistree, "portee" | "objetId" | "semestreId" | "code">;

/**
 * Ce qu'une décision entraîne pour le même étudiant, calculé comme si elle était déjà enregistrée :
 * un RCUE acquis donne à ses UE leur code (ADJ → ADJR, CMP ou ADM d'après les notes) ; un niveau validé acquiert les
 * UE et les RCUE des niveaux inférieurs de sa compétence (ADSUP). Une UE déjà acquise ne change pas.
 */
export function consequences(cursus: Cursus, decision: DecisionPrise): Consequence[] {
  if (decision.portee !== "ue" && decision.portee !== "rcue") return [];
  const calcul = calculCursus({ ...cursus, decisions: [...cursus.decisions, commeEnregistree(cursus, decision)] });
  const niveau = niveauDe(calcul, decision);
  if (!niveau) return [];
  if (decision.portee === "rcue") {
    if (!isRcueAcquis(decision.code)) return [];
    return [...uesDuRcue(calcul, niveau, decision), ...niveauxInferieurs(calcul, niveau, decision)];
  }
  const valide = isUeAcquise(decision.code) && uesNonAcquises(calcul, niveau).length === 0 && isSuivi(calcul, niveau);
  return valide ? niveauxInferieurs(calcul, niveau, decision) : [];
}

function commeEnregistree(cursus: Cursus, decision: DecisionPrise): DecisionEnregistree {
  const rang = Math.max(0, ...cursus.decisions.map((d) => d.rang)) + 1;
  return { ...decision, id: "", proposition: null, motif: null, moyenneVue: null, auteur: "", date: "", rang };
}

function niveauDe(calcul: CursusCalcule, decision: DecisionPrise): Niveau | undefined {
  const niveaux = [...calcul.cursus.niveaux, ...(calcul.cursus.niveauxAnciens ?? [])];
  if (decision.portee === "rcue") return niveaux.find((niveau) => niveau.id === decision.objetId);
  const ue =
    calcul.inscriptions.toutes.findLast((u) => u.ue.id === decision.objetId && u.semestre.id === decision.semestreId) ??
    calcul.inscriptions.toutes.findLast((u) => u.ue.id === decision.objetId);
  return niveaux.find(
    (niveau) =>
      niveau.competenceId === ue?.ue.competenceId &&
      [niveau.annee * 2 - 1, niveau.annee * 2].includes(ue.semestre.numero),
  );
}

const isSuivi = ({ inscriptions }: CursusCalcule, niveau: Niveau): boolean =>
  [niveau.annee * 2 - 1, niveau.annee * 2].every((numero) => inscriptions.de(niveau.competenceId, numero).length > 0);

const isJamaisSuivi = ({ inscriptions }: CursusCalcule, niveau: Niveau): boolean =>
  [niveau.annee * 2 - 1, niveau.annee * 2].every((numero) => inscriptions.de(niveau.competenceId, numero).length === 0);

function uesDuRcue(calcul: CursusCalcule, niveau: Niveau, decision: DecisionPrise): Consequence[] {
  return uesNonAcquises(calcul, niveau).map((ue) => ({
    portee: "ue",
    objetId: ue.ue.id,
    semestreId: ue.semestre.id,
    code: codeDansRcue(ue, decision.code),
    raison: `RCUE ${nomNiveau(niveau)} ${decision.code} : ses UE sont acquises (règlement 5.9).`,
  }));
}

function codeDansRcue(ue: UeCalculee, codeRcue: string): CodeUe {
  if (ue.proposition === "ADM") return "ADM";
  if (codeRcue === "ADSUP") return "ADSUP";
  return codeRcue === "ADJ" ? "ADJR" : "CMP";
}

function niveauxInferieurs(calcul: CursusCalcule, niveau: Niveau, decision: DecisionPrise): Consequence[] {
  return calcul.cursus.niveaux
    .filter((autre) => autre.competenceId === niveau.competenceId && autre.ordre < niveau.ordre)
    .flatMap((autre) => adsup(calcul, autre, niveau, decision));
}

/** Un niveau inférieur jamais suivi n'a pas d'UE : seul son RCUE est acquis, au semestre du jury qui siège. */
function adsup(calcul: CursusCalcule, inferieur: Niveau, par: Niveau, decision: DecisionPrise): Consequence[] {
  const raison = `${nomNiveau(par)} validé : les UE des niveaux inférieurs sont acquises (règlement 5.4).`;
  const ues = uesNonAcquises(calcul, inferieur).map(
    (ue): Consequence => ({ portee: "ue", objetId: ue.ue.id, semestreId: ue.semestre.id, code: "ADSUP", raison }),
  );
  const rcueAdsup = (semestreId: string): Consequence => ({
    portee: "rcue",
    objetId: inferieur.id,
    semestreId,
    code: "ADSUP",
    raison,
  });
  if (isJamaisSuivi(calcul, inferieur)) {
    const deja = isRcueAcquis(calcul.dossier.rcueHorsDossier(inferieur.id)?.code ?? null);
    return deja ? [] : [rcueAdsup(decision.semestreId)];
  }
  const dernier = calcul.annees.findLast((annee) => annee.rcues.some((rcue) => rcue.niveau.id === inferieur.id));
  const deja = calcul.annees.some((annee) =>
    annee.rcues.some((rcue) => rcue.niveau.id === inferieur.id && isRcueAcquis(rcue.decision?.code ?? null)),
  );
  const semestre = dernier?.pair ?? dernier?.impair;
  return !semestre || deja || ues.length === 0 ? ues : [...ues, rcueAdsup(semestre.id)];
}
