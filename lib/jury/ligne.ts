import type { Dossier } from "@/db/dossiers";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import type { Cursus } from "@/lib/but/modele/cursus";
import { type DecisionEnregistree, isRcueAcquis } from "@/lib/but/modele/decision";
import type { Manque } from "@/lib/but/modele/element";
import type { ResultatAnnee, ResultatCursus, ResultatUe } from "@/lib/but/modele/resultats";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { cursusDuJury } from "./cursus-au-jury";
import { anneeDuJury, isDecisionManuelle, objetsDuJury } from "./objets";

/** Une case de la table du jury : une moyenne, et le code décidé ou proposé. */
export interface Cellule {
  readonly moyenne: Centiemes | null;
  /** La moyenne avant bonus, seulement si le bonus la change. */
  readonly avantBonus: Centiemes | null;
  readonly provisoire: boolean;
  readonly dispensee: boolean;
  readonly capitalisee: boolean;
  readonly code: string | null;
  readonly proposition: string | null;
  readonly manuelle: boolean;
}

/** Une ligne de la table : un étudiant devant le jury d'un semestre. Les cases sont rangées par numéro de compétence. */
export interface LigneJury {
  readonly etudiantId: string;
  readonly numero: string;
  readonly nom: string;
  readonly prenom: string;
  readonly inscription: "I" | "DEM" | "DEF";
  readonly parcours: string | null;
  readonly groupes: readonly string[];
  readonly bonus: Centiemes;
  readonly impaires: Readonly<Record<number, Cellule>>;
  readonly ues: Readonly<Record<number, Cellule>>;
  readonly rcues: Readonly<Record<number, Cellule>>;
  readonly annee: Cellule | null;
  readonly passage: { readonly vers: string; readonly ouvert: boolean; readonly raison: string } | null;
  readonly diplomes: readonly {
    readonly nom: string;
    readonly code: string | null;
    readonly proposition: string | null;
  }[];
  /** Objets que la délibération attend, décidés ou non. */
  readonly requis: number;
  /** Ce qui reste à décider, en mots. */
  readonly aDecider: readonly string[];
  /** Ce que « Accepter les propositions » enregistrerait directement. */
  readonly acceptables: number;
  /** UE d'années passées que ce jury acquiert, ou peut acquérir, par le niveau supérieur (règlement 5.4). */
  readonly adsup: number;
  readonly provisoire: boolean;
  readonly manques: readonly Manque[];
  /** Les années déjà jugées avant celle-ci, repliées dans la table. */
  readonly anterieures: readonly AnneeAnterieure[];
  /** Dernière décision, ou dernier changement de ce qui fait un résultat jusqu'à ce semestre ; null si rien. */
  readonly changeLe: string | null;
}

export interface AnneeAnterieure {
  readonly annee: number;
  readonly anneeUniversitaire: string;
  readonly code: string | null;
  /** RCUE non acquis, ou acquis par le niveau supérieur, en mots. */
  readonly restes: readonly string[];
}

export interface Contexte {
  readonly semestreId: string;
  /** Dernier changement d'un résultat de chaque inscription. */
  readonly changements: ReadonlyMap<string, string>;
  readonly groupes: ReadonlyMap<string, readonly string[]>;
  /** Numéro d'une compétence : celles de deux parcours partagent la cinquième colonne. */
  readonly numeroDe: (competenceId: string) => number;
}

export function ligneJury(dossier: Dossier, complet: Cursus, contexte: Contexte): LigneJury {
  const { semestreId, numeroDe } = contexte;
  const cursus = cursusDuJury(complet, semestreId);
  const resultat = resultatCursus(cursus);
  const semestre = resultat.semestres.find((s) => s.id === semestreId);
  const annee = anneeDuJury(resultat, semestreId);
  const objets = objetsDuJury(cursus, resultat, semestreId);
  const inscription = dossier.inscriptions.find((i) => i.semestreId === semestreId);
  const ranger = (ues: readonly (ResultatUe | null)[]): Record<number, Cellule> =>
    Object.fromEntries(ues.flatMap((ue) => (ue ? [[numeroDe(ue.competenceId), celluleUe(ue)]] : [])));
  const ues = semestre?.ues ?? [];
  const suivis = new Set(cursus.semestres.map((s) => s.id));
  return {
    etudiantId: dossier.etudiant.id,
    numero: dossier.etudiant.numero,
    nom: dossier.etudiant.nom,
    prenom: dossier.etudiant.prenom,
    inscription: semestre?.inscription ?? "I",
    parcours: inscription?.parcours ?? null,
    groupes: contexte.groupes.get(inscription?.id ?? "") ?? [],
    bonus: semestre?.bonus ?? (0 as Centiemes),
    impaires: ranger(annee?.rcues.map((r) => r.impair) ?? []),
    ues: ranger(ues),
    rcues: Object.fromEntries((annee?.rcues ?? []).map((r) => [numeroDe(r.competenceId), cellule(r)])),
    annee: annee && cellule({ ...annee, moyenne: null, provisoire: annee.proposition === null }),
    passage: passage(resultat, semestre?.numero),
    diplomes: objets.flatMap((o) =>
      o.portee === "diplome" ? [{ nom: o.objetId, code: o.decision?.code ?? null, proposition: o.proposition }] : [],
    ),
    requis: objets.filter((o) => o.requis).length,
    aDecider: objets.filter((o) => o.requis && !o.decide).map((o) => o.libelle),
    acceptables: objets.filter((o) => o.decision === null && o.proposition !== null).length,
    adsup: resultat.adsupProposes.length + adsupDecides(cursus, semestreId),
    provisoire: (annee ? annee.rcues : ues).some((r) => r.provisoire) || ues.some((ue) => ue.provisoire),
    manques: uniques(ues.flatMap((ue) => ue.manques)),
    anterieures: anterieures(cursus, resultat, annee, semestre?.anneeUniversitaire ?? ""),
    changeLe: derniere([
      ...dossier.inscriptions.flatMap((i) => (suivis.has(i.semestreId) ? contexte.changements.get(i.id) : undefined)),
      ...cursus.decisions.map((d) => d.date),
    ]),
  };
}

function anterieures(
  cursus: Cursus,
  resultat: ResultatCursus,
  jugee: ResultatAnnee | null,
  anneeUniversitaire: string,
): AnneeAnterieure[] {
  const titres = new Map(cursus.semestres.flatMap((s) => s.ues.map((ue) => [ue.competenceId, ue.titre ?? ue.id])));
  return resultat.annees
    .filter((a) => a !== jugee && a.anneeUniversitaire < anneeUniversitaire)
    .map((a) => ({
      annee: a.annee,
      anneeUniversitaire: a.anneeUniversitaire,
      code: a.code,
      restes: a.rcues
        .filter((r) => !isRcueAcquis(r.code) || r.code === "ADSUP")
        .map((r) => `${titres.get(r.competenceId) ?? r.competenceId} ${r.code ?? "non décidé"}`),
    }));
}

const adsupDecides = ({ decisions }: Cursus, semestreId: string): number =>
  new Set(
    decisions
      .filter((d) => d.semestreId === semestreId && d.portee === "ue" && d.code === "ADSUP")
      .map((d) => d.objetId),
  ).size;

/** Les instants ISO se comparent comme des textes. */
const derniere = (instants: readonly (string | undefined)[]): string | null =>
  instants.reduce<string | null>((max, i) => (i !== undefined && (max === null || i > max) ? i : max), null);

export function celluleUe(ue: ResultatUe): Cellule {
  return {
    ...cellule(ue),
    avantBonus: ue.moyenneAvantBonus === ue.moyenne ? null : ue.moyenneAvantBonus,
    dispensee: ue.dispensee,
    capitalisee: ue.capitalisee !== null,
  };
}

interface Jugeable {
  readonly moyenne: Centiemes | null;
  readonly provisoire: boolean;
  readonly proposition: string | null;
  readonly decision: DecisionEnregistree | null;
}

const cellule = ({ moyenne, provisoire, proposition, decision }: Jugeable): Cellule => ({
  moyenne,
  avantBonus: null,
  provisoire,
  dispensee: false,
  capitalisee: false,
  code: decision?.code ?? null,
  proposition,
  manuelle: isDecisionManuelle(decision),
});

function passage(resultat: ResultatCursus, numero: number | undefined): LigneJury["passage"] {
  if (numero === 2) return { vers: "S3", ...resultat.passageS3 };
  return numero === 4 ? { vers: "S5", ...resultat.passageS5 } : null;
}

function uniques(manques: readonly Manque[]): Manque[] {
  return [...new Map(manques.map((m) => [`${m.raison}|${m.elementId}|${m.evaluationId}`, m])).values()];
}
