import type { AnneeCalculee } from "../cursus/annees";
import { type CursusCalcule, calculCursus } from "../cursus/calcul";
import type { RcueCalcule } from "../cursus/rcues";
import type { Cursus } from "../modele/cursus";
import type { ElementNote } from "../modele/element";
import type { EvaluationNotee } from "../modele/note";
import type { Reglement } from "../modele/reglement";
import { atteint } from "../nombres/arrondi";
import { type Centiemes, centiemes } from "../nombres/centiemes";
import { propositionAnnee } from "../regles/annee";

export interface EvaluationOuverte {
  readonly semestreId: string;
  readonly elementId: string;
  readonly evaluationId: string;
}

export type Cible =
  /** Par elle-même ou compensée par son RCUE. */
  | { readonly portee: "ue"; readonly semestreId: string; readonly ueId: string }
  | { readonly portee: "rcue"; readonly niveauId: string; readonly anneeUniversitaire?: string }
  /** ADM : tous les RCUE ; passage : ADM ou PASD. */
  | {
      readonly portee: "annee";
      readonly annee: 1 | 2 | 3;
      readonly objectif: "ADM" | "passage";
      readonly anneeUniversitaire?: string;
    };

export type Besoin =
  | { readonly reponse: "note"; readonly note: Centiemes; readonly bareme: Centiemes }
  | { readonly reponse: "certain" }
  | { readonly reponse: "impossible" };

/**
 * « De quelle note ai-je besoin ? » : la plus petite note, la même dans toutes les évaluations ouvertes données, qui
 * atteint la cible avec les autres notes telles qu'elles sont. Réponse exacte : elle atteint, un centième de moins non.
 * Le calcul est celui des résultats ; il est croissant en chaque note, d'où la dichotomie sur les centièmes.
 *
 * Barèmes différents : la note commune est sur 20, ramenée à chaque barème et arrondie au centième supérieur.
 * « certain » : atteint même avec 0 partout ; « impossible » : pas même avec le maximum.
 * @throws RangeError si aucune évaluation n'est donnée ou si l'une, ou la cible, n'est pas au dossier
 */
export function noteNecessaire(cursus: Cursus, cible: Cible, ouvertes: readonly EvaluationOuverte[]): Besoin {
  const evaluations = ouvertes.map((ouverte) => trouve(cursus, ouverte));
  const premiere = evaluations[0];
  if (!premiere) throw new RangeError("Aucune évaluation ouverte");
  const memeBareme = evaluations.every(({ bareme }) => bareme === premiere.bareme);
  const bareme = memeBareme ? premiere.bareme : centiemes(2000);
  const reussit = (note: number): boolean => isAtteinte(calculCursus(avecNote(cursus, ouvertes, note, bareme)), cible);

  if (reussit(0)) return { reponse: "certain" };
  if (!reussit(bareme)) return { reponse: "impossible" };
  let echoue = 0;
  let suffit: number = bareme;
  while (suffit - echoue > 1) {
    const milieu = (suffit + echoue - ((suffit + echoue) % 2)) / 2;
    if (reussit(milieu)) suffit = milieu;
    else echoue = milieu;
  }
  return { reponse: "note", note: centiemes(suffit), bareme };
}

/** Toutes les évaluations d'un semestre qui attendent encore une note (ATT ou rien), sauf celles où nul n'est convoqué. */
export function evaluationsOuvertes(cursus: Cursus, semestreId: string, ueId?: string): EvaluationOuverte[] {
  const semestre = cursus.semestres.find((s) => s.id === semestreId);
  return (semestre?.elements ?? [])
    .filter((element) => ueId === undefined || Boolean(element.coefficients[ueId]))
    .flatMap((element) =>
      element.evaluations
        .filter(({ note, type }) => note === "ATT" || (note === null && type === "normale"))
        .map((evaluation) => ({ semestreId, elementId: element.id, evaluationId: evaluation.id })),
    );
}

function trouve(cursus: Cursus, { semestreId, elementId, evaluationId }: EvaluationOuverte): EvaluationNotee {
  const evaluation = cursus.semestres
    .find((s) => s.id === semestreId)
    ?.elements.find((e) => e.id === elementId)
    ?.evaluations.find((e) => e.id === evaluationId);
  if (!evaluation) throw new RangeError(`L'évaluation ${evaluationId} n'est pas au dossier de l'étudiant`);
  return evaluation;
}

/** Le dossier où chaque évaluation ouverte a reçu cette note. */
export function avecNote(
  cursus: Cursus,
  ouvertes: readonly EvaluationOuverte[],
  note: number,
  bareme: Centiemes,
): Cursus {
  const cles = new Set(ouvertes.map((o) => `${o.semestreId}|${o.elementId}|${o.evaluationId}`));
  const noter = (semestreId: string, element: ElementNote): ElementNote => ({
    ...element,
    evaluations: element.evaluations.map((evaluation) =>
      cles.has(`${semestreId}|${element.id}|${evaluation.id}`)
        ? { ...evaluation, note: noteSur(note, bareme, evaluation.bareme) }
        : evaluation,
    ),
  });
  return {
    ...cursus,
    semestres: cursus.semestres.map((semestre) =>
      ouvertes.some((o) => o.semestreId === semestre.id)
        ? { ...semestre, elements: semestre.elements.map((element) => noter(semestre.id, element)) }
        : semestre,
    ),
  };
}

function noteSur(note: number, depuis: number, vers: number): Centiemes {
  if (depuis === vers) return centiemes(note);
  const produit = note * vers;
  const reste = produit % depuis;
  return centiemes((produit - reste) / depuis + (reste > 0 ? 1 : 0));
}

function isAtteinte(calcul: CursusCalcule, cible: Cible): boolean {
  switch (cible.portee) {
    case "ue":
      return isUeAtteinte(calcul, cible.semestreId, cible.ueId);
    case "rcue": {
      const annee = derniereAnnee(calcul, cible.anneeUniversitaire, (a) =>
        a.rcues.some((rcue) => rcue.niveau.id === cible.niveauId),
      );
      const rcue = annee.rcues.find(({ niveau }) => niveau.id === cible.niveauId);
      return rcue !== undefined && isRcueAtteint(rcue, annee.reglement);
    }
    case "annee":
      return isAnneeAtteinte(
        derniereAnnee(calcul, cible.anneeUniversitaire, (a) => a.annee === cible.annee),
        cible.objectif,
      );
  }
}

function isUeAtteinte(calcul: CursusCalcule, semestreId: string, ueId: string): boolean {
  const ue = calcul.inscriptions.toutes.find((u) => u.semestre.id === semestreId && u.ue.id === ueId);
  if (!ue) throw new RangeError(`L'UE ${ueId} n'est pas au dossier de l'étudiant`);
  const { seuilAcquisition } = ue.semestre.reglement;
  if (ue.acquise || ue.capitalisee || atteint(ue.exacte, seuilAcquisition)) return true;
  return calcul.annees.some(({ rcues, reglement }) =>
    rcues.some(({ impair, pair, exacte }) => {
      const sienne = impair === ue || pair === ue;
      return sienne && ue.exacte !== null && atteint(exacte, reglement.seuilAcquisition);
    }),
  );
}

const isRcueAtteint = (rcue: RcueCalcule, reglement: Reglement): boolean =>
  rcue.acquis || atteint(rcue.exacte, reglement.seuilAcquisition);

function isAnneeAtteinte(annee: AnneeCalculee, objectif: "ADM" | "passage"): boolean {
  if ([annee.impair, annee.pair].some((s) => s && s.inscription !== "I")) return false;
  const comptes = annee.rcues.filter(({ impair, pair }) => !(impair?.ue.dispensee && pair?.ue.dispensee));
  const { reglement } = annee;
  // Un RCUE sans moyenne n'est ni acquis ni au-dessus de 8 : rien n'est encore gagné.
  if (comptes.length === 0 || comptes.some((rcue) => rcue.exacte === null && !rcue.acquis)) return false;
  const code = propositionAnnee({
    annee: annee.annee,
    competences: comptes.length,
    acquis: comptes.filter((rcue) => isRcueAtteint(rcue, reglement)).length,
    sousLeSeuil: comptes.filter(
      (rcue) => !isRcueAtteint(rcue, reglement) && !atteint(rcue.exacte, reglement.seuilPassage),
    ).length,
    redoublementPossible: true,
  });
  return code === "ADM" || (objectif === "passage" && code === "PASD");
}

function derniereAnnee(
  calcul: CursusCalcule,
  anneeUniversitaire: string | undefined,
  choix: (annee: AnneeCalculee) => boolean,
): AnneeCalculee {
  const annee = calcul.annees.findLast(
    (a) => (anneeUniversitaire === undefined || a.anneeUniversitaire === anneeUniversitaire) && choix(a),
  );
  if (!annee) throw new RangeError("La cible n'est pas au dossier de l'étudiant");
  return annee;
}
