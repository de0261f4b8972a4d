import type { Cursus, Niveau, SemestreSuivi } from "../modele/cursus";
import { type CodeAnnee, type CodeRcue, type DecisionEnregistree, isRcueAcquis } from "../modele/decision";
import type { Manque } from "../modele/element";
import type { Reglement } from "../modele/reglement";
import { anneeDuSemestre } from "../modele/semestres";
import { atteint } from "../nombres/arrondi";
import { propositionAnnee, redoublementPossible } from "../regles/annee";
import { sousLeSeuil } from "../regles/rcue";
import type { Dossier } from "./decisions-en-vigueur";
import { calculeRcue, type Groupe, propositionUe, type RcueCalcule } from "./rcues";
import { type Inscriptions, isProvisoire, type UeCalculee } from "./ues";

export interface AnneeCalculee {
  readonly annee: 1 | 2 | 3;
  readonly anneeUniversitaire: string;
  readonly impair: SemestreSuivi | null;
  readonly pair: SemestreSuivi | null;
  readonly reglement: Reglement;
  readonly rcues: readonly RcueCalcule[];
  readonly competences: number;
  readonly acquis: number;
  readonly sousLeSeuil: number;
  readonly proposition: CodeAnnee | null;
  readonly decision: DecisionEnregistree | null;
  readonly manques: readonly Manque[];
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
    competences: comptes.length,
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
