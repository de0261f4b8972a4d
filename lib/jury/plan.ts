import { resultatCursus } from "@/lib/but/cursus/resultats";
import type { Cursus } from "@/lib/but/modele/cursus";
import type { DecisionEnregistree, Portee } from "@/lib/but/modele/decision";
import type { ResultatCursus } from "@/lib/but/modele/resultats";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { type Consequence, consequences } from "@/lib/but/questions/consequences";
import { cursusDuJury } from "./cursus-au-jury";
import { cleObjet, isDecisionManuelle, type ObjetJury, objetsDuJury } from "./objets";

/** Un code choisi par le jury pour un objet. */
export interface Choix {
  readonly portee: Portee;
  readonly objetId: string;
  readonly code: string;
  readonly motif: string | null;
}

/** Une décision à enregistrer : choisie, ou entraînée par une autre. */
export interface LignePlan extends Choix {
  /** Le semestre de l'objet ; la décision, elle, est celle du jury qui siège. */
  readonly semestreObjetId: string;
  readonly libelle: string;
  readonly avant: string | null;
  readonly proposition: string | null;
  readonly moyenne: Centiemes | null;
  readonly rang: number;
  readonly resultat: unknown;
  /** null : choisie ; sinon pourquoi une autre décision l'entraîne. */
  readonly raison: string | null;
}

export interface Plan {
  readonly lignes: readonly LignePlan[];
  /** Ce que ce jury pouvait décider, diplômes ouverts par ces décisions compris. */
  readonly objets: readonly ObjetJury[];
  readonly avant: ResultatCursus;
  readonly apres: ResultatCursus;
}

/** Ce que l'écran a montré d'une conséquence, pour que l'écriture n'en fasse pas d'autres. */
export const cleConsequence = (ligne: Pick<LignePlan, "portee" | "objetId" | "code">): string =>
  `${cleObjet(ligne)} ${ligne.code}`;

const PORTEES: readonly Portee[] = ["ue", "rcue", "annee", "diplome"];

/**
 * Tout ce que des choix enregistrent pour un étudiant, conséquences comprises (règlement 5.4, 5.9), calculé de la même
 * façon pour l'aperçu et pour l'écriture. Une UE laissée à sa proposition suit son RCUE (ADJ → ADJR) ; une UE choisie
 * autrement garde ce choix.
 */
export function planifie(cursus: Cursus, semestreId: string, choix: readonly Choix[]): Plan {
  const auJury = cursusDuJury(cursus, semestreId);
  const avant = resultatCursus(auJury);
  const objets = new Map(objetsDuJury(auJury, avant, semestreId, cursus.decisions).map((o) => [cleObjet(o), o]));
  const lignes = new Map<string, LignePlan>();
  let simule = auJury;
  for (const c of [...choix].sort((a, b) => PORTEES.indexOf(a.portee) - PORTEES.indexOf(b.portee))) {
    const objet = objets.get(cleObjet(c)) ?? diplomeApres(simule, semestreId, c, cursus.decisions);
    if (!objet) continue;
    objets.set(cleObjet(c), objet);
    const entrainees = consequences(simule, { ...c, semestreId });
    simule = ajoute(simule, semestreId, c);
    lignes.set(cleObjet(c), ligneChoisie(objet, c));
    for (const consequence of entrainees) {
      const deja = lignes.get(cleObjet(consequence));
      const imposee = deja && deja.raison === null && deja.code !== deja.proposition;
      if (imposee) continue;
      simule = ajoute(simule, semestreId, consequence);
      lignes.set(cleObjet(consequence), ligneEntrainee(consequence, cursus, avant));
    }
  }
  const apres = resultatCursus(simule);
  for (const objet of objetsDuJury(simule, apres, semestreId, cursus.decisions))
    if (objet.portee === "diplome" && !objets.has(cleObjet(objet))) objets.set(cleObjet(objet), objet);
  return { lignes: [...lignes.values()], objets: [...objets.values()], avant, apres };
}

/** Un diplôme peut n'avoir de conditions réunies que par les autres décisions du même acte. */
function diplomeApres(
  simule: Cursus,
  semestreId: string,
  choix: Choix,
  toutes: Cursus["decisions"],
): ObjetJury | undefined {
  if (choix.portee !== "diplome") return undefined;
  return objetsDuJury(simule, resultatCursus(simule), semestreId, toutes).find((o) => cleObjet(o) === cleObjet(choix));
}

function ligneChoisie(objet: ObjetJury, choix: Choix): LignePlan {
  const { libelle, semestreId, proposition, moyenne, rang, resultat, decision } = objet;
  return {
    ...choix,
    semestreObjetId: semestreId,
    libelle,
    avant: decision?.code ?? null,
    proposition,
    moyenne,
    rang,
    resultat,
    raison: null,
  };
}

/** L'objet d'une conséquence peut être d'une année passée, que ce jury ne juge pas directement. */
function ligneEntrainee(consequence: Consequence, cursus: Cursus, avant: ResultatCursus): LignePlan {
  const { portee, objetId, semestreId, code, raison } = consequence;
  const ue = avant.semestres.find((s) => s.id === semestreId)?.ues.find((u) => u.ueId === objetId);
  const rcue = avant.annees.flatMap((a) => a.rcues).findLast((r) => r.niveauId === objetId);
  const vu = portee === "ue" ? ue : rcue;
  const numero = avant.semestres.find((s) => s.id === semestreId)?.numero;
  const niveau = cursus.niveaux.find((n) => portee === "rcue" && n.id === objetId);
  const competenceId = vu?.competenceId ?? niveau?.competenceId;
  const titre =
    niveau?.titre ??
    cursus.semestres.flatMap((s) => s.ues).find((u) => u.competenceId === competenceId)?.titre ??
    objetId;
  const proposition = vu?.proposition ?? null;
  return {
    portee,
    objetId,
    code,
    motif: proposition === code ? null : raison.replace(/\.$/, ""),
    semestreObjetId: semestreId,
    libelle: portee === "ue" ? `${titre} S${numero}` : `RCUE ${titre}, BUT${rcue?.annee ?? niveau?.annee}`,
    avant: vu?.decision?.code ?? null,
    proposition,
    moyenne: vu?.moyenne ?? null,
    rang: Math.max(0, ...cursus.decisions.filter((d) => cleObjet(d) === `${portee}:${objetId}`).map((d) => d.rang)),
    resultat: vu ?? null,
    raison,
  };
}

function ajoute(cursus: Cursus, semestreId: string, choix: Pick<Choix, "portee" | "objetId" | "code">): Cursus {
  const rang = Math.max(0, ...cursus.decisions.map((d) => d.rang)) + 1;
  const decision: DecisionEnregistree = {
    id: "",
    portee: choix.portee,
    objetId: choix.objetId,
    semestreId,
    code: choix.code,
    proposition: null,
    motif: null,
    moyenneVue: null,
    auteur: "",
    date: "",
    rang,
  };
  return { ...cursus, decisions: [...cursus.decisions, decision] };
}

/**
 * Les propositions à accepter d'un coup : chaque objet sans décision qui en a une, puis les diplômes que ces décisions
 * ouvrent. Ce qui changerait une décision prise à la main est laissé au jury.
 */
export function planPropositions(cursus: Cursus, semestreId: string): Plan {
  const { objets } = planifie(cursus, semestreId, []);
  const manuelles = new Set(objets.filter((o) => isDecisionManuelle(o.decision)).map(cleObjet));
  let choix = accepte(objets.filter((o) => o.portee !== "diplome"));
  let plan = planifie(cursus, semestreId, choix);
  const touche = (ligne: LignePlan): boolean => ligne.raison !== null && manuelles.has(cleObjet(ligne));
  if (plan.lignes.some(touche)) {
    choix = choix.filter((c) => !planifie(cursus, semestreId, [...ues(choix), c]).lignes.some(touche));
    plan = planifie(cursus, semestreId, choix);
  }
  const ouverts = accepte(plan.objets.filter((o) => o.portee === "diplome"));
  return ouverts.length === 0 ? plan : planifie(cursus, semestreId, [...choix, ...ouverts]);
}

const ues = (choix: readonly Choix[]): Choix[] => choix.filter((c) => c.portee === "ue");

const accepte = (objets: readonly ObjetJury[]): Choix[] =>
  objets.flatMap(({ portee, objetId, decision, proposition }) =>
    decision === null && proposition !== null ? [{ portee, objetId, code: proposition, motif: null }] : [],
  );
