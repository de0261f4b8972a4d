import type { Niveau, SemestreSuivi } from "../modele/cursus";
import { type CodeRcue, type DecisionEnregistree, isRcueAcquis } from "../modele/decision";
import type { Reglement } from "../modele/reglement";
import type { Fraction } from "../nombres/fraction";
import { codeRcue, codeUe, moyenneRcue } from "../regles/rcue";
import type { Dossier } from "./decisions-en-vigueur";
import { type Inscriptions, isProvisoire, type UeCalculee } from "./ues";

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

export interface Groupe {
  readonly annee: 1 | 2 | 3;
  readonly anneeUniversitaire: string;
  impair: SemestreSuivi | null;
  pair: SemestreSuivi | null;
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

export function calculeRcue(
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
  // Ce que le jury a enregistré vaut, dans les deux sens : un AJ de sa main n'est plus acquis d'après les moyennes.
  const acquis = dejaAcquis !== null || (decision ? isRcueAcquis(decision.code) : isRcueAcquis(proposition) || deuxUes);
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
export function propositionUe(
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
