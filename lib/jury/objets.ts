import type { Cursus } from "@/lib/but/modele/cursus";
import { type DecisionEnregistree, isUeAcquise, type Portee } from "@/lib/but/modele/decision";
import type { ResultatAnnee, ResultatCursus, ResultatNiveau, ResultatUe } from "@/lib/but/modele/resultats";
import { anneeDuSemestre } from "@/lib/but/modele/semestres";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { type ContexteCodes, codesPermis } from "@/lib/but/regles/codes-permis";

/** Ce sur quoi le jury d'un semestre décide pour un étudiant : une UE, un RCUE, l'année, un diplôme. */
export interface ObjetJury {
  readonly portee: Portee;
  readonly objetId: string;
  /** L'inscription jugée pour une UE (celle du semestre impair au jury d'année) ; sinon le semestre du jury. */
  readonly semestreId: string;
  /** « Spécifier S4 », « RCUE Spécifier », « BUT2 », « DUT ». */
  readonly libelle: string;
  readonly competenceId: string | null;
  readonly moyenne: Centiemes | null;
  readonly provisoire: boolean;
  readonly proposition: string | null;
  /** La décision en vigueur. */
  readonly decision: DecisionEnregistree | null;
  /** Le rang le plus haut déjà enregistré : la décision suivante prend le prochain. */
  readonly rang: number;
  /** La délibération l'attend : les diplômes et les démissionnaires n'en retiennent pas. */
  readonly requis: boolean;
  /** Une UE impaire que le RCUE réévalue n'est décidée que si ce jury l'a reprise. */
  readonly decide: boolean;
  readonly codes: readonly string[];
  /** Ce que le jury a vu, gardé dans la décision. */
  readonly resultat: unknown;
}

export const cleObjet = (objet: { readonly portee: string; readonly objetId: string }): string =>
  `${objet.portee}:${objet.objetId}`;

/** Prise à la main : autre chose que ce que le règlement proposait. */
export const isDecisionManuelle = (decision: DecisionEnregistree | null): boolean =>
  decision !== null && decision.code !== decision.proposition;

/** L'année jugée avec ce semestre pair ; null au jury d'un semestre impair, qui ne juge que ses UE. */
export function anneeDuJury(resultat: ResultatCursus, semestreId: string): ResultatAnnee | null {
  return resultat.annees.find((a) => a.semestrePairId === semestreId) ?? null;
}

/**
 * Les objets à décider, dans l'ordre des compétences : au semestre impair ses UE ; au semestre pair ses UE, celles du
 * semestre impair que le RCUE réévalue (règlement 5.2), les RCUE, l'année, et les diplômes dont les conditions sont là.
 */
export function objetsDuJury(
  cursus: Cursus,
  resultat: ResultatCursus,
  semestreId: string,
  /** Toutes les décisions de l'étudiant, pour numéroter la suivante ; celles du cursus si elles y sont toutes. */
  toutes: readonly DecisionEnregistree[] = cursus.decisions,
): ObjetJury[] {
  const semestre = resultat.semestres.find((s) => s.id === semestreId);
  if (!semestre) return [];
  const annee = anneeDuJury(resultat, semestreId);
  const numeroAnnee = anneeDuSemestre(semestre.numero);
  const inscrit = semestre.inscription === "I";
  const titres = new Map(cursus.semestres.flatMap((s) => s.ues.map((ue) => [ue.competenceId, ue.titre ?? ue.id])));
  const titre = (competenceId: string): string => titres.get(competenceId) ?? competenceId;
  const codes = (portee: Portee, competenceId: string | null): readonly string[] => {
    const contexte: ContexteCodes = {
      annee: numeroAnnee,
      semestreImpairSeul: annee === null,
      niveauSuperieurAcquis: isNiveauSuperieurAcquis(resultat, numeroAnnee, competenceId),
    };
    return codesPermis(portee, contexte);
  };
  const rangs = new Map<string, number>();
  for (const d of toutes) rangs.set(cleObjet(d), Math.max(d.rang, rangs.get(cleObjet(d)) ?? 0));
  const rang = (portee: Portee, objetId: string): number => rangs.get(cleObjet({ portee, objetId })) ?? 0;

  const objetUe = (ue: ResultatUe): ObjetJury => ({
    portee: "ue",
    objetId: ue.ueId,
    semestreId: ue.semestreId,
    libelle: `${titre(ue.competenceId)} S${ue.numero}`,
    competenceId: ue.competenceId,
    moyenne: ue.moyenne,
    provisoire: ue.provisoire,
    proposition: ue.proposition,
    decision: ue.decision,
    rang: rang("ue", ue.ueId),
    requis: inscrit,
    decide: isUeDecidee(ue, semestreId),
    codes: codes("ue", ue.competenceId),
    resultat: ue,
  });

  const impaires = (annee?.rcues ?? []).flatMap(({ impair }) => (impair && !impair.dispensee ? [impair] : []));
  const objets: ObjetJury[] = [...impaires.map(objetUe), ...semestre.ues.filter((ue) => !ue.dispensee).map(objetUe)];
  if (!annee) return objets;

  for (const rcue of annee.rcues) {
    if (rcue.impair?.dispensee && rcue.pair?.dispensee) continue;
    objets.push({
      portee: "rcue",
      objetId: rcue.niveauId,
      semestreId,
      libelle: `RCUE ${titre(rcue.competenceId)}`,
      competenceId: rcue.competenceId,
      moyenne: rcue.moyenne,
      provisoire: rcue.provisoire,
      proposition: rcue.proposition,
      decision: rcue.decision,
      rang: rang("rcue", rcue.niveauId),
      requis: inscrit,
      decide: rcue.decision !== null,
      codes: codes("rcue", rcue.competenceId),
      resultat: rcue,
    });
  }
  objets.push({
    portee: "annee",
    objetId: String(annee.annee),
    semestreId,
    libelle: `BUT${annee.annee}`,
    competenceId: null,
    moyenne: null,
    provisoire: annee.proposition === null,
    proposition: annee.proposition,
    decision: annee.decision,
    rang: rang("annee", String(annee.annee)),
    requis: inscrit,
    decide: annee.decision !== null,
    codes: codes("annee", null),
    resultat: annee,
  });
  return [...objets, ...diplomes(resultat, semestreId, rang)];
}

const isUeDecidee = (ue: ResultatUe, semestreId: string): boolean =>
  ue.decision !== null && (ue.acquise || !isUeAcquise(ue.proposition) || ue.decision.semestreId === semestreId);

function diplomes(
  resultat: ResultatCursus,
  semestreId: string,
  rang: (portee: Portee, objetId: string) => number,
): ObjetJury[] {
  return (["DUT", "BUT"] as const).flatMap((nom): ObjetJury[] => {
    const proposition = nom === "DUT" ? resultat.dut : resultat.but;
    const decision = nom === "DUT" ? resultat.decisionDut : resultat.decisionBut;
    if (!proposition && !decision) return [];
    return [
      {
        portee: "diplome",
        objetId: nom,
        semestreId,
        libelle: nom,
        competenceId: null,
        moyenne: null,
        provisoire: false,
        proposition,
        decision,
        rang: rang("diplome", nom),
        requis: false,
        decide: decision !== null,
        codes: codesPermis("diplome"),
        resultat: { ectsAcquis: resultat.ectsAcquis, proposition },
      },
    ];
  });
}

/**
 * ADSUP n'a de cause que si un niveau supérieur est acquis (règlement 5.4) ; pour l'année, celui d'une compétence au
 * moins. Au jury rouvert d'une année passée, le niveau supérieur n'est pas encore là, mais ce qu'il a acquis l'est.
 */
function isNiveauSuperieurAcquis(resultat: ResultatCursus, annee: number, competenceId: string | null): boolean {
  return resultat.niveaux.some(
    (n) =>
      (competenceId === null || n.competenceId === competenceId) &&
      (n.annee === annee ? n.etat === "superieur" : n.annee > annee && isNiveauAcquis(n.etat)),
  );
}

const isNiveauAcquis = (etat: ResultatNiveau["etat"]): boolean =>
  etat === "acquis" || etat === "compensation" || etat === "jury" || etat === "superieur";
