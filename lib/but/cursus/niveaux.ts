import type { Niveau } from "../modele/cursus";
import { isRcueAcquis } from "../modele/decision";
import type { AcquisParLeHaut, EtatNiveau } from "../modele/resultats";
import type { CursusCalcule } from "./calcul";
import type { RcueCalcule } from "./rcues";
import type { UeCalculee } from "./ues";

export interface BilanNiveau {
  readonly niveau: Niveau;
  readonly etat: EtatNiveau;
  /** L'état vient de décisions ; sinon d'après les notes. */
  readonly decide: boolean;
  readonly rcue: RcueCalcule | null;
  /** Validé par des décisions (règlement 5.4) : son RCUE, ou ses deux UE. */
  readonly valide: boolean;
}

export const nomNiveau = (niveau: Niveau): string => `${niveau.titre ?? niveau.competenceId}, niveau ${niveau.ordre}`;

const ETAT_DU_CODE: Readonly<Record<string, EtatNiveau>> = {
  ADM: "acquis",
  CMP: "compensation",
  ADJ: "jury",
  ADSUP: "superieur",
  AJ: "a-repasser",
  DEF: "defaillance",
  ABAN: "abandon",
};
const ETAT_QUITTE = { I: "en-cours", DEM: "demission", DEF: "defaillance" } as const;

/** Le niveau supérieur acquiert aussi un niveau jamais suivi : celui d'un parcours rejoint en BUT3 (règlement 5.4). */
export function bilanNiveaux(calcul: CursusCalcule): BilanNiveau[] {
  const bilans = calcul.cursus.niveaux.map((niveau) => bilanPropre(calcul, niveau));
  return bilans.map((bilan) => {
    if (isEtatAcquis(bilan.etat)) return bilan;
    return superieurAcquis(bilans, bilan.niveau) ? { ...bilan, etat: "superieur", decide: false } : bilan;
  });
}

const isEtatAcquis = (etat: EtatNiveau): boolean =>
  etat === "acquis" || etat === "compensation" || etat === "jury" || etat === "superieur";

function superieurAcquis(bilans: readonly BilanNiveau[], niveau: Niveau): BilanNiveau | undefined {
  return bilans.find(
    (autre) =>
      autre.niveau.competenceId === niveau.competenceId &&
      autre.niveau.ordre > niveau.ordre &&
      isEtatAcquis(autre.etat),
  );
}

function bilanPropre(calcul: CursusCalcule, niveau: Niveau): BilanNiveau {
  const rcues = calcul.annees.flatMap((annee) => annee.rcues.filter((rcue) => rcue.niveau.id === niveau.id));
  const suivis = rcues.filter(({ impair, pair }) => impair !== null || pair !== null);
  const dernier = suivis.at(-1) ?? null;
  const ailleurs = calcul.dossier.rcueHorsDossier(niveau.id);
  if (ailleurs && isRcueAcquis(ailleurs.code))
    return { niveau, etat: ETAT_DU_CODE[ailleurs.code] ?? "jury", decide: true, rcue: dernier, valide: true };

  const acquis = rcues.findLast(({ decision }) => isRcueAcquis(decision?.code ?? null));
  if (acquis)
    return {
      niveau,
      etat: ETAT_DU_CODE[acquis.decision?.code ?? ""] ?? "jury",
      decide: true,
      rcue: acquis,
      valide: true,
    };
  const deux = deuxUesAcquises(calcul, niveau);
  if (deux) return { niveau, etat: deux, decide: true, rcue: dernier, valide: true };
  if (!dernier) return { niveau, etat: "a-venir", decide: false, rcue: null, valide: false };

  const ouvert = ETAT_QUITTE[(dernier.pair ?? dernier.impair)?.semestre.inscription ?? "I"];
  const code = dernier.decision?.code;
  if (code !== undefined) {
    const etat = ETAT_DU_CODE[code];
    return { niveau, etat: etat ?? ouvert, decide: etat !== undefined, rcue: dernier, valide: false };
  }
  const propose = isRcueAcquis(dernier.proposition) ? ETAT_DU_CODE[dernier.proposition ?? ""] : undefined;
  return { niveau, etat: propose ?? ouvert, decide: false, rcue: dernier, valide: false };
}

/** Les deux UE acquises par décision, dans n'importe quelles inscriptions : le niveau l'est (règlement 5.4). */
function deuxUesAcquises(calcul: CursusCalcule, niveau: Niveau): EtatNiveau | null {
  const codes: string[] = [];
  for (const numero of [niveau.annee * 2 - 1, niveau.annee * 2]) {
    const inscriptions = calcul.inscriptions.de(niveau.competenceId, numero);
    const acquise = inscriptions.findLast((ue) => ue.acquise);
    if (acquise?.decision) codes.push(acquise.decision.code);
    else if (!inscriptions.at(-1)?.ue.dispensee) return null;
  }
  if (codes.length === 0) return null;
  if (codes.includes("ADSUP")) return "superieur";
  if (codes.includes("ADJ") || codes.includes("ADJR")) return "jury";
  return codes.includes("CMP") ? "compensation" : "acquis";
}

/**
 * Les UE des niveaux inférieurs qu'un niveau validé acquiert (règlement 5.4), années passées comprises, et qui ne le
 * sont encore par aucune décision. Seule la dernière inscription d'une UE est visée.
 */
export function acquisParLeHaut(calcul: CursusCalcule, bilans: readonly BilanNiveau[]): AcquisParLeHaut[] {
  const liste: AcquisParLeHaut[] = [];
  for (const { niveau } of bilans) {
    const par = superieurAcquis(bilans, niveau);
    if (!par) continue;
    for (const { ue, semestre } of uesNonAcquises(calcul, niveau))
      liste.push({ ueId: ue.id, semestreId: semestre.id, niveauId: niveau.id, parNiveauId: par.niveau.id });
  }
  return liste;
}

/** Dernière inscription de chaque UE d'un niveau, quand aucune ne l'a acquise par décision et qu'elle n'est pas dispensée. */
export function uesNonAcquises(
  calcul: Pick<CursusCalcule, "inscriptions">,
  niveau: Pick<Niveau, "competenceId" | "annee">,
): UeCalculee[] {
  return [niveau.annee * 2 - 1, niveau.annee * 2].flatMap((numero) => {
    const inscriptions = calcul.inscriptions.de(niveau.competenceId, numero);
    const derniere = inscriptions.at(-1);
    return derniere && !derniere.ue.dispensee && !inscriptions.some((ue) => ue.acquise) ? [derniere] : [];
  });
}

/**
 * Chaque UE du niveau est acquise par décision ou dispensée. Un niveau acquis ailleurs, sans UE au dossier, l'est aussi.
 */
export function isNiveauComplet(calcul: CursusCalcule, niveau: Niveau): boolean {
  if (uesNonAcquises(calcul, niveau).length > 0) return false;
  const suivies = [niveau.annee * 2 - 1, niveau.annee * 2].every(
    (numero) => calcul.inscriptions.de(niveau.competenceId, numero).length > 0,
  );
  return suivies || isRcueAcquis(calcul.dossier.rcueHorsDossier(niveau.id)?.code ?? null);
}
