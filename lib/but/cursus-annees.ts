import { propositionAnnee, redoublementPossible } from "./annee";
import { atteint } from "./arrondi";
import type { Cursus, Niveau, SemestreSuivi } from "./cursus";
import { type Inscriptions, isProvisoire, type UeCalculee } from "./cursus-ues";
import { type CodeAnnee, type CodeRcue, type DecisionEnregistree, isRcueAcquis } from "./decision";
import { anneeDuSemestre, type Dossier } from "./dossier";
import type { Manque } from "./element";
import type { Fraction } from "./fraction";
import { codeRcue, codeUe, moyenneRcue, sousLeSeuil } from "./rcue";
import type { Reglement } from "./reglement";

export interface RcueCalcule {
  readonly niveau: Niveau;
  readonly impair: UeCalculee | null;
  readonly pair: UeCalculee | null;
  readonly exacte: Fraction | null;
  readonly provisoire: boolean;
  readonly proposition: CodeRcue | null;
  readonly decision: DecisionEnregistree | null;
  /** D'après les moyennes, ou déjà par décision. */
  readonly acquis: boolean;
}

export interface AnneeCalculee {
  readonly annee: 1 | 2 | 3;
  readonly anneeUniversitaire: string;
  readonly impair: SemestreSuivi | null;
  readonly pair: SemestreSuivi | null;
  readonly reglement: Reglement;
  readonly rcues: readonly RcueCalcule[];
  readonly acquis: number;
  readonly sousLeSeuil: number;
  readonly proposition: CodeAnnee | null;
  readonly decision: DecisionEnregistree | null;
  readonly manques: readonly Manque[];
}

interface Groupe {
  readonly annee: 1 | 2 | 3;
  readonly anneeUniversitaire: string;
  impair: SemestreSuivi | null;
  pair: SemestreSuivi | null;
}

/** Une année du BUT par année universitaire : redoublée, elle apparaît deux fois. */
function groupes(semestres: readonly SemestreSuivi[]): Groupe[] {
  const liste: Groupe[] = [];
  for (const semestre of semestres) {
    const annee = anneeDuSemestre(semestre.numero);
    let groupe = liste.find((g) => g.annee === annee && g.anneeUniversitaire === semestre.anneeUniversitaire);
    if (!groupe) {
      groupe = { annee, anneeUniversitaire: semestre.anneeUniversitaire, impair: null, pair: null };
      liste.push(groupe);
    }
    if (semestre.numero % 2 === 1) groupe.impair = semestre;
    else groupe.pair = semestre;
  }
  return liste;
}

export function calculeAnnees(
  cursus: Cursus,
  semestres: readonly SemestreSuivi[],
  inscriptions: Inscriptions,
  dossier: Dossier,
): AnneeCalculee[] {
  const annees: AnneeCalculee[] = [];
  const niveauxAcquis = new Map<string, CodeRcue>();
  // Une UE hors de tout RCUE (compétence quittée en cours d'année) a quand même sa proposition.
  for (const ue of inscriptions.toutes)
    ue.proposition = propositionUe(ue, null, null, ue.semestre.reglement.seuilAcquisition);
  for (const groupe of groupes(semestres)) {
    const reglement = (groupe.pair ?? groupe.impair)?.reglement;
    if (!reglement) continue;
    const rcues = niveauxDuGroupe(cursus, groupe, inscriptions).map((niveau) =>
      calculeRcue(niveau, groupe, reglement, inscriptions, dossier, niveauxAcquis.get(niveau.id) ?? null),
    );
    for (const { niveau, decision } of rcues)
      if (decision && isRcueAcquis(decision.code)) niveauxAcquis.set(niveau.id, decision.code as CodeRcue);
    annees.push(jugeAnnee(cursus, groupe, reglement, rcues, semestres, dossier));
  }
  return annees;
}

/**
 * Les niveaux qui comptent dans une année : ceux du parcours, moins ceux qu'une compétence d'un parcours quitté
 * remplaçait alors. Leur nombre ne vient jamais d'une constante (règlement 1, 5.5).
 */
function niveauxDuGroupe(cursus: Cursus, groupe: Groupe, inscriptions: Inscriptions): Niveau[] {
  const duParcours = cursus.niveaux.filter((niveau) => niveau.annee === groupe.annee);
  const dernier = groupe.pair ?? groupe.impair;
  const etrangers = (dernier?.ues ?? [])
    .map((ue) => ue.competenceId)
    .filter((competenceId) => !duParcours.some((niveau) => niveau.competenceId === competenceId))
    .map((competenceId) => niveauQuitte(cursus, competenceId, groupe.annee));
  const suivi = (niveau: Niveau): boolean =>
    [groupe.annee * 2 - 1, groupe.annee * 2].some((numero) =>
      inscriptions
        .de(niveau.competenceId, numero)
        .some(({ semestre }) => semestre.anneeUniversitaire <= groupe.anneeUniversitaire),
    );
  const absents = duParcours.filter((niveau) => !suivi(niveau));
  const remplaces = etrangers.length > 0 && etrangers.length >= absents.length ? absents : [];
  return [...duParcours.filter((niveau) => !remplaces.includes(niveau)), ...etrangers];
}

function niveauQuitte(cursus: Cursus, competenceId: string, annee: 1 | 2 | 3): Niveau {
  return (
    cursus.niveauxAnciens?.find((niveau) => niveau.competenceId === competenceId && niveau.annee === annee) ?? {
      id: `${competenceId}-BUT${annee}`,
      competenceId,
      ordre: annee,
      annee,
    }
  );
}

/** L'UE qui compte dans ce groupe : celle de son semestre, sinon une plus ancienne (non reprise). */
function ueDuGroupe(
  competenceId: string,
  numero: number,
  groupe: Groupe,
  inscriptions: Inscriptions,
): UeCalculee | null {
  const semestre = numero % 2 === 1 ? groupe.impair : groupe.pair;
  const toutes = inscriptions.de(competenceId, numero);
  const propre = toutes.find((ue) => ue.semestre === semestre);
  if (propre) return propre;
  const anciennes = toutes.filter((ue) => ue.semestre.anneeUniversitaire < groupe.anneeUniversitaire);
  const acquise = anciennes.findLast((ue) => ue.acquise) ?? null;
  // Le semestre pair à venir sera peut-être redoublé lui aussi : une UE ancienne non acquise n'y préjuge de rien.
  const attendPair = numero % 2 === 0 && groupe.pair === null;
  return acquise ?? (attendPair ? null : (anciennes.at(-1) ?? null));
}

function calculeRcue(
  niveau: Niveau,
  groupe: Groupe,
  reglement: Reglement,
  inscriptions: Inscriptions,
  dossier: Dossier,
  dejaAcquis: CodeRcue | null,
): RcueCalcule {
  const impair = ueDuGroupe(niveau.competenceId, niveau.annee * 2 - 1, groupe, inscriptions);
  const pair = ueDuGroupe(niveau.competenceId, niveau.annee * 2, groupe, inscriptions);
  const provisoire = impair === null || pair === null || isProvisoire(impair) || isProvisoire(pair);
  const exacte = exacteRcue(impair, pair, reglement);
  const seuil = reglement.seuilAcquisition;
  const decide = provisoire ? null : exacte;
  for (const ue of [impair, pair])
    if (ue) ue.proposition = propositionUe(ue, ue === impair ? pair : impair, decide, seuil);

  const decision = dossier.rcue(niveau.id, groupe.anneeUniversitaire);
  const parNotes = propositionRcue(impair, pair, decide, seuil);
  const proposition = parNotes === "AJ" ? (dejaAcquis ?? "AJ") : parNotes;
  const deuxUes = impair !== null && pair !== null && impair.acquise && pair.acquise;
  const acquis = isRcueAcquis(decision?.code ?? null) || dejaAcquis !== null || isRcueAcquis(proposition) || deuxUes;
  return { niveau, impair, pair, exacte, provisoire, proposition, decision, acquis };
}

/** Une UE dispensée laisse l'autre seule dans son RCUE (règlement 2.8). */
function exacteRcue(impair: UeCalculee | null, pair: UeCalculee | null, reglement: Reglement): Fraction | null {
  if (!impair || !pair) return null;
  if (impair.ue.dispensee) return pair.exacte;
  if (pair.ue.dispensee) return impair.exacte;
  if (impair.exacte === null || pair.exacte === null) return null;
  return moyenneRcue(
    { moyenne: impair.exacte, ects: impair.ue.ects },
    { moyenne: pair.exacte, ects: pair.ue.ects },
    reglement.rcue,
  );
}

/**
 * Proposition d'une UE (règlement 5.2, 5.9). Provisoire ou sans moyenne : aucune. Déjà acquise et non améliorée : son
 * code d'alors. Une UE du semestre pair qu'un RCUE provisoire pourrait compenser n'en a pas encore ; une du semestre
 * impair est AJ, comme après ce semestre seul.
 */
function propositionUe(
  ue: UeCalculee,
  autre: UeCalculee | null,
  rcue: Fraction | null,
  seuil: Reglement["seuilAcquisition"],
): UeCalculee["proposition"] {
  if (ue.semestre.inscription !== "I") return ue.semestre.inscription;
  if (ue.ue.dispensee || isProvisoire(ue)) return null;
  if (ue.exacte === null) return ue.capitalisee?.code ?? null;
  const code = codeUe(ue.exacte, rcue, seuil);
  if (code !== "AJ") return code;
  if (ue.capitalisee) return ue.capitalisee.code;
  const attendAutre = ue.semestre.numero % 2 === 0 && autre !== null && isProvisoire(autre);
  return attendAutre ? null : "AJ";
}

function propositionRcue(
  impair: UeCalculee | null,
  pair: UeCalculee | null,
  exacte: Fraction | null,
  seuil: Reglement["seuilAcquisition"],
): CodeRcue | null {
  if (impair?.semestre.inscription === "DEF" || pair?.semestre.inscription === "DEF") return "DEF";
  if (!impair || !pair || exacte === null) return null;
  return codeRcue(impair.exacte ?? exacte, pair.exacte ?? exacte, exacte, seuil);
}

function jugeAnnee(
  cursus: Cursus,
  groupe: Groupe,
  reglement: Reglement,
  rcues: readonly RcueCalcule[],
  semestres: readonly SemestreSuivi[],
  dossier: Dossier,
): AnneeCalculee {
  const comptes = rcues.filter((rcue) => !(rcue.impair?.ue.dispensee && rcue.pair?.ue.dispensee));
  const acquis = comptes.filter((rcue) => rcue.acquis).length;
  const bas = comptes.filter(
    (rcue) => !rcue.acquis && rcue.exacte !== null && sousLeSeuil(rcue.exacte, reglement.seuilPassage),
  ).length;
  const sortie = [groupe.pair, groupe.impair].find((s) => s && s.inscription !== "I")?.inscription;
  const indecis = comptes.some(
    ({ impair, pair, exacte, acquis: ok }) =>
      (impair && isProvisoire(impair)) || (pair && isProvisoire(pair)) || (exacte === null && !ok),
  );
  return {
    annee: groupe.annee,
    anneeUniversitaire: groupe.anneeUniversitaire,
    impair: groupe.impair ?? dernierAncien(semestres, groupe, groupe.annee * 2 - 1),
    pair: groupe.pair,
    reglement,
    rcues,
    acquis,
    sousLeSeuil: bas,
    proposition: proposer(),
    decision: dossier.annee(groupe.annee, groupe.anneeUniversitaire),
    manques: manquesAnnee(comptes),
  };

  function proposer(): CodeAnnee | null {
    if (sortie === "DEM" || sortie === "DEF") return sortie;
    if (comptes.length === 0 || indecis) return null;
    return propositionAnnee({
      annee: groupe.annee,
      competences: comptes.length,
      acquis,
      sousLeSeuil: bas,
      redoublementPossible: peutRedoubler(cursus, groupe, reglement, comptes, semestres),
    });
  }
}

function dernierAncien(semestres: readonly SemestreSuivi[], groupe: Groupe, numero: number): SemestreSuivi | null {
  return semestres.findLast((s) => s.numero === numero && s.anneeUniversitaire < groupe.anneeUniversitaire) ?? null;
}

/** Au moins un semestre qui porte une UE échouée d'un RCUE échoué peut encore être redoublé (règlement 5.7). */
function peutRedoubler(
  cursus: Cursus,
  groupe: Groupe,
  reglement: Reglement,
  rcues: readonly RcueCalcule[],
  semestres: readonly SemestreSuivi[],
): boolean {
  const inscriptions = semestres.filter((s) => s.anneeUniversitaire <= groupe.anneeUniversitaire).map((s) => s.numero);
  const echouees = rcues
    .filter((rcue) => !rcue.acquis)
    .flatMap(({ impair, pair }) => [impair, pair])
    .filter((ue): ue is UeCalculee => ue !== null && !ue.acquise && !ue.ue.dispensee)
    .filter((ue) => !atteint(ue.exacte, reglement.seuilAcquisition));
  return echouees.some((ue) =>
    redoublementPossible(inscriptions, ue.semestre.numero, reglement.redoublements, cursus.forceMajeure),
  );
}

function manquesAnnee(rcues: readonly RcueCalcule[]): Manque[] {
  const manques: Manque[] = [];
  const absents = new Set<number>();
  for (const { niveau, impair, pair } of rcues) {
    for (const ue of [impair, pair]) if (ue) manques.push(...ue.manques);
    if (!impair) absents.add(niveau.annee * 2 - 1);
    if (!pair) absents.add(niveau.annee * 2);
  }
  for (const numero of [...absents].sort())
    manques.push({
      raison: "semestre-absent",
      elementId: null,
      elementTitre: `S${numero}`,
      evaluationId: null,
      evaluationTitre: null,
    });
  return manques;
}
