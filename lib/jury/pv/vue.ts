import { groupBy } from "@/lib/group-by";
import type { DecisionPv, EtudiantPv } from "../instantane";

/** Ce que désigne un id d'UE ou de niveau : la compétence, et de quel semestre ou de quelle année. */
export interface NomObjet {
  readonly competence: string;
  readonly numero: number;
  /** Numéro de semestre d'une UE, année d'un niveau. */
  readonly rang: number;
}

export interface ColonnePv {
  readonly numero: number;
  readonly titre: string;
}

export interface LignePv {
  readonly id: string;
  readonly numero: string;
  readonly nom: string;
  /** « 4 ue 7 » : compétence, portée, semestre ou année. */
  readonly cases: ReadonlyMap<string, DecisionPv>;
  readonly annee: DecisionPv | null;
  readonly diplomes: readonly DecisionPv[];
  /** Décisions de ce jury sur des années passées : « Exploiter S1 ADSUP ». */
  readonly passees: readonly string[];
  /** Les compétences suivies par numéro, sous leur nom : « Innover » et non « Innover / Commercialiser ». */
  readonly competences: ReadonlyMap<number, string>;
  readonly ects: { readonly acquis: number; readonly total: number };
  /** Ce que l'année ouvre : « S5 : … » ; null quand elle n'ouvre rien. */
  readonly passage: string | null;
  /** Motifs des décisions qui s'écartent de la proposition. */
  readonly motifs: readonly { readonly objet: string; readonly code: string; readonly motif: string }[];
}

export interface VuePv {
  readonly colonnes: readonly ColonnePv[];
  /** Les semestres jugés : le sien, et l'impair de la même année au jury d'un semestre pair. */
  readonly semestres: readonly number[];
  readonly pair: boolean;
  readonly annee: number;
  readonly lignes: readonly LignePv[];
  readonly codes: readonly string[];
}

export const cleCase = (numero: number, portee: string, rang: number): string => `${numero} ${portee} ${rang}`;

/** Le PV à imprimer, lu dans l'instantané seul : rien n'y est recalculé. */
export function vuePv(
  etudiants: readonly EtudiantPv[],
  noms: ReadonlyMap<string, NomObjet>,
  numeroSemestre: number,
): VuePv {
  const pair = numeroSemestre % 2 === 0;
  const annee = Math.ceil(numeroSemestre / 2);
  const decisions = etudiants.flatMap((e) => e.decisions);
  const connus = [...new Set(decisions.map((d) => d.objetId))].flatMap((id) => noms.get(id) ?? []);
  return {
    colonnes: [...groupBy(connus, (n) => n.numero)]
      .sort(([a], [b]) => a - b)
      .map(([numero, memes]) => ({
        numero,
        titre: [...new Set(memes.map((n) => n.competence))].sort((a, b) => a.localeCompare(b, "fr")).join(" / "),
      })),
    semestres: pair ? [numeroSemestre - 1, numeroSemestre] : [numeroSemestre],
    pair,
    annee,
    lignes: etudiants.map((e) => ligne(e, noms, annee)),
    codes: [...new Set(decisions.map((d) => d.code))].sort(),
  };
}

function ligne(
  { etudiant, decisions, resultats }: EtudiantPv,
  noms: ReadonlyMap<string, NomObjet>,
  annee: number,
): LignePv {
  const anneeDe = (d: DecisionPv): number | undefined => {
    const rang = noms.get(d.objetId)?.rang;
    return rang === undefined || d.portee === "rcue" ? rang : Math.ceil(rang / 2);
  };
  const isPassee = (d: DecisionPv): boolean => (anneeDe(d) ?? annee) < annee;
  const cases = new Map<string, DecisionPv>();
  const competences = new Map<number, string>();
  for (const d of decisions) {
    const nom = noms.get(d.objetId);
    if (!nom) continue;
    cases.set(cleCase(nom.numero, d.portee, nom.rang), d);
    competences.set(nom.numero, nom.competence);
  }
  const decisionAnnee = decisions.find((d) => d.portee === "annee") ?? null;
  return {
    id: etudiant.id,
    numero: etudiant.numero,
    nom: `${etudiant.nom} ${etudiant.prenom}`,
    cases,
    competences,
    annee: decisionAnnee,
    ects: { acquis: resultats.ectsAcquis, total: resultats.ectsTotal },
    passage: decisionAnnee && passageApres(annee, resultats),
    diplomes: decisions.filter((d) => d.portee === "diplome"),
    passees: decisions.filter(isPassee).map((d) => `${libelle(d, noms.get(d.objetId))} ${d.code}`),
    motifs: decisions.flatMap((d) =>
      d.motif && !isPassee(d)
        ? [{ objet: libelle(d, noms.get(d.objetId)), code: d.code, motif: d.motif.replace(/\.$/, "") }]
        : [],
    ),
  };
}

function passageApres(annee: number, { passageS3, passageS5 }: EtudiantPv["resultats"]): string | null {
  if (annee === 1) return `Passage en S3 : ${passageS3.ouvert ? "oui" : "non"}. ${passageS3.raison}`;
  return annee === 2 ? `Passage en S5 : ${passageS5.ouvert ? "oui" : "non"}. ${passageS5.raison}` : null;
}

function libelle({ portee, objetId }: DecisionPv, nom: NomObjet | undefined): string {
  if (nom) return portee === "rcue" ? `RCUE ${nom.competence} BUT${nom.rang}` : `${nom.competence} S${nom.rang}`;
  return portee === "annee" ? `BUT${objetId}` : objetId;
}
