import type { Dossier, Dossiers, SemestreLu } from "@/db/dossiers";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import { type DecisionEnregistree, isRcueAcquis, isUeAcquise } from "@/lib/but/modele/decision";
import type { EtatNiveau, ResultatCursus, ResultatNiveau } from "@/lib/but/modele/resultats";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { nommeCursus } from "@/lib/cursus/nomme";
import { vueUes } from "@/lib/cursus/vue";
import { vueElements } from "@/lib/cursus/vue-notes";
import type {
  AnneeDocument,
  Contenu,
  ContenuAttestation,
  ContenuCursus,
  ContenuReleve,
  DecisionDocument,
  NiveauDecide,
  NiveauValide,
  SemestreDocument,
  TypeDocument,
  UeDocument,
} from "./types";

/** Un dossier lu avec l'étendue par défaut (le publié et rien d'autre), et ce que lib/but en calcule. */
interface Lu {
  readonly dossier: Dossier;
  readonly dossiers: Dossiers;
  readonly resultat: ResultatCursus;
  readonly ues: readonly UeDocument[];
}

/** Ce que le document affirme, et ce qui empêche de le remettre avec un code. */
export interface Etabli {
  readonly contenu: Contenu;
  readonly empechement: string | null;
}

export function etablit(type: TypeDocument, dossier: Dossier, dossiers: Dossiers, semestre: SemestreLu): Etabli {
  const cursus = nommeCursus(dossier.cursus, dossiers.competences);
  const resultat = resultatCursus(cursus);
  const lu: Lu = { dossier: { ...dossier, cursus }, dossiers, resultat, ues: uesDe(resultat, dossiers) };
  switch (type) {
    case "releve":
      return releve(lu, semestre);
    case "cursus":
      return releveCursus(lu);
    case "attestation":
      return attestation(lu);
  }
}

/** Démission, défaillance, dispense : aucune moyenne, même celle qu'un jury aurait vue (règlement 2.7, 2.8). */
function uesDe(resultat: ResultatCursus, dossiers: Dossiers): UeDocument[] {
  return vueUes(resultat, dossiers).map((ue) => ({
    ...ue,
    ...(ue.sansMoyenne && { moyenne: null, recalculee: null, avantBonus: null }),
    ectsAcquis: isUeAcquise(ue.decision?.code ?? null) ? ue.ects : 0,
  }));
}

function semestreDe({ resultat, ues }: Lu, { id, numero, anneeUniversitaire, regime }: SemestreLu): SemestreDocument {
  return {
    id,
    numero,
    anneeUniversitaire,
    regime,
    inscription: resultat.semestres.find((s) => s.id === id)?.inscription ?? "I",
    ues: ues.filter((u) => u.semestreId === id),
  };
}

/** Tout ce qui se décide y est décidé et publié ; une dispense ne se décide pas. */
const isDecide = ({ ues }: SemestreDocument): boolean =>
  ues.some((ue) => ue.decision) && ues.every((ue) => ue.decision || ue.sansMoyenne === "dispense");

function releve(lu: Lu, choisi: SemestreLu): Etabli {
  const { dossier, resultat } = lu;
  const semestre = semestreDe(lu, choisi);
  const suivi = dossier.cursus.semestres.find((s) => s.id === choisi.id);
  const annee = resultat.annees.find((a) => a.semestrePairId === choisi.id);
  const contenu: ContenuReleve = {
    type: "releve",
    semestre,
    elements:
      suivi && semestre.inscription === "I"
        ? vueElements(suivi, { publications: new Map(), isConfirmee: () => true }).flatMap(({ id, titre, ues }) =>
            ues.some((u) => u.moyenne !== null)
              ? [{ id, titre, moyennes: ues.map(({ ueId, moyenne }) => ({ ueId, moyenne })) }]
              : [],
          )
        : [],
    niveaux: (annee?.rcues ?? []).flatMap((r) => niveauDecide(lu, r.niveauId, r.decision)),
    annee: annee?.decision ? decision(`BUT${annee.annee}`, annee.decision) : null,
  };
  return { contenu, empechement: empechementReleve(semestre, choisi) };
}

function empechementReleve(semestre: SemestreDocument, choisi: SemestreLu): string | null {
  if (!isDecide(semestre)) return `Le jury n'a pas publié ses décisions pour le semestre\u00a0${semestre.numero}.`;
  return empechementRouvert([choisi]);
}

/** Des décisions publiées sur un semestre qui ne l'est plus : le jury y revient, elles peuvent changer demain. */
function empechementRouvert(decides: readonly SemestreLu[]): string | null {
  const rouvert = decides.find((s) => s.etat !== "publie");
  return rouvert
    ? `Le jury a rouvert le semestre\u00a0${rouvert.numero} (${rouvert.anneeUniversitaire}) : ses décisions peuvent encore changer.`
    : null;
}

const suivisDe = ({ dossier, dossiers }: Lu): SemestreLu[] =>
  dossier.inscriptions.flatMap((i) => dossiers.semestres.get(i.semestreId) ?? []);

function releveCursus(lu: Lu): Etabli {
  const { resultat } = lu;
  const suivis = suivisDe(lu);
  const decides = suivis.filter((s) => isDecide(semestreDe(lu, s)));
  const contenu: ContenuCursus = {
    type: "cursus",
    annees: resultat.annees.flatMap((a): AnneeDocument[] => {
      const semestres = decides.filter((s) => s.id === a.semestreImpairId || s.id === a.semestrePairId);
      const niveaux = a.rcues.flatMap((r) => niveauDecide(lu, r.niveauId, r.decision));
      if (semestres.length === 0 && niveaux.length === 0 && !a.decision) return [];
      return [
        {
          annee: a.annee,
          anneeUniversitaire: a.anneeUniversitaire,
          semestres: semestres.map((s) => semestreDe(lu, s)),
          niveaux,
          decision: a.decision && decision(`BUT${a.annee}`, a.decision),
        },
      ];
    }),
    enCours: suivis.filter((s) => !decides.includes(s)).map(nomSemestre),
    diplomes: [resultat.decisionDut, resultat.decisionBut].flatMap((d) => (d ? [decision(d.objetId, d)] : [])),
    ects: { acquis: resultat.ectsAcquis, total: resultat.ectsTotal },
  };
  const empechement = decides.length === 0 ? "Aucun jury n'a encore publié de décision." : empechementRouvert(decides);
  return { contenu, empechement };
}

const ACQUIS: ReadonlySet<EtatNiveau> = new Set<EtatNiveau>(["acquis", "compensation", "jury", "superieur"]);

/** « decide » : par des décisions publiées. Un niveau que seules les notes donnent n'est pas attesté. */
function attestation(lu: Lu): Etabli {
  const contenu: ContenuAttestation = {
    type: "attestation",
    niveaux: lu.resultat.niveaux
      .filter((n) => n.decide && ACQUIS.has(n.etat))
      .flatMap((n) => niveauValide(lu, n))
      .sort((a, b) => a.ordre - b.ordre),
  };
  const empechement =
    contenu.niveaux.length === 0
      ? "Aucune décision publiée ne valide encore un niveau de compétence."
      : empechementRouvert(suivisDe(lu).filter((s) => isDecide(semestreDe(lu, s))));
  return { contenu, empechement };
}

function niveauValide(lu: Lu, niveau: ResultatNiveau): NiveauValide[] {
  const { dossier, dossiers, resultat } = lu;
  const competence = dossiers.competences.get(niveau.competenceId);
  const acquises = [niveau.annee * 2 - 1, niveau.annee * 2].flatMap((numero) => {
    const suivies = resultat.semestres.flatMap((s) =>
      s.ues.filter((ue) => ue.competenceId === niveau.competenceId && ue.numero === numero && ue.acquise),
    );
    return suivies.at(-1) ?? [];
  });
  const rcue = niveau.rcue?.decision ?? null;
  // À défaut du RCUE : prononcé sans semestre au dossier, ou par la dernière des deux UE acquises.
  const ailleurs = dossier.cursus.decisions.findLast(
    (d) => d.portee === "rcue" && d.objetId === niveau.niveauId && isRcueAcquis(d.code),
  );
  const parUe = acquises
    .flatMap((ue) => ue.decision ?? [])
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
  const retenue = (rcue && isRcueAcquis(rcue.code) ? rcue : ailleurs) ?? parUe;
  if (!competence || !retenue) return [];
  const jury = dossiers.semestres.get(retenue.semestreId);
  return [
    {
      ...decision(`${competence.court}, niveau ${niveau.ordre}`, retenue),
      objetId: niveau.niveauId,
      competence: competence.court,
      titreCompetence: competence.titre,
      ordre: niveau.ordre,
      titre: dossiers.niveaux.get(niveau.niveauId)?.titre ?? "",
      ects: acquises.reduce((somme, ue) => somme + ue.ects, 0),
      jury: jury ? nomSemestre(jury) : "",
    },
  ];
}

function niveauDecide(lu: Lu, niveauId: string, prise: DecisionEnregistree | null): NiveauDecide[] {
  const niveau = lu.dossiers.niveaux.get(niveauId);
  if (!prise || !niveau) return [];
  const nom = lu.dossiers.competences.get(niveau.competenceId)?.court ?? "";
  const moyenne = prise.moyenneVue as Centiemes | null;
  return [{ ...decision(`${nom}, niveau ${niveau.ordre}`, prise), competenceId: niveau.competenceId, moyenne }];
}

const decision = (libelle: string, { objetId, code, date }: DecisionEnregistree): DecisionDocument => ({
  objetId,
  libelle,
  moyenne: null,
  code,
  date,
});

/** « S4, 2025-2026 » */
const nomSemestre = (s: Pick<SemestreLu, "numero" | "anneeUniversitaire">): string =>
  `S${s.numero}, ${s.anneeUniversitaire}`;
