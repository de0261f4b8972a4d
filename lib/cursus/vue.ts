import type { Dossier, Dossiers, SemestreLu } from "@/db/dossiers";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import type { ResultatCursus } from "@/lib/but/modele/resultats";
import { insecables } from "@/lib/typographie";
import { nommeCursus } from "./nomme";
import { type VueCompetence, vueCompetences } from "./vue-niveaux";
import { type Publication, type VueElement, vueElements } from "./vue-notes";
import { type VueUe, vueUe } from "./vue-ue";

export type { SemestreLu } from "@/db/dossiers";

export interface DecisionPubliee {
  /** Le dernier instant où le jury a décidé de ces UE ou de cette année. */
  readonly date: string;
  /** L'année que ce semestre finit, ou celle qu'il commence ; null tant qu'elle n'est pas décidée. */
  readonly annee: { readonly numero: 1 | 2 | 3; readonly code: string } | null;
}

/** Tout ce qu'un écran montre d'un étudiant : rien que du publié, rien à recalculer. */
export interface VueCursus {
  readonly etudiant: Dossier["etudiant"];
  readonly parcours: string | null;
  /** Du plus récent au plus ancien. */
  readonly semestres: readonly SemestreLu[];
  /** Celui de l'adresse, à défaut le plus récent déjà ouvert. */
  readonly semestre: SemestreLu;
  readonly inscription: "I" | "DEM" | "DEF";
  /** Ce que le jury a publié pour ce semestre ; null tant qu'il ne l'a pas fait. */
  readonly decision: DecisionPubliee | null;
  readonly ues: readonly VueUe[];
  readonly elements: readonly VueElement[];
  readonly competences: readonly VueCompetence[];
  readonly ects: { readonly acquis: number; readonly total: number };
  readonly manque: readonly string[];
  readonly passages: readonly { readonly vers: string; readonly ouvert: boolean; readonly raison: string }[];
  readonly diplomes: readonly { readonly nom: string; readonly code: string | null; readonly propose: boolean }[];
}

/** Le semestre demandé, ou celui que l'étudiant suit ; null si le demandé n'est pas au dossier. */
export function choisitSemestre(
  dossier: Dossier,
  semestres: ReadonlyMap<string, SemestreLu>,
  demande: string | undefined,
): SemestreLu | null {
  const suivis = dossier.inscriptions.flatMap((i) => semestres.get(i.semestreId) ?? []);
  if (demande !== undefined) return suivis.find((s) => s.id === demande) ?? null;
  return suivis.findLast((s) => s.etat !== "preparation") ?? suivis.at(-1) ?? null;
}

export interface Lectures {
  readonly dossiers: Dossiers;
  readonly publications: ReadonlyMap<string, Publication>;
}

export function vueCursus(dossier: Dossier, semestre: SemestreLu, lectures: Lectures): VueCursus {
  const { dossiers, publications } = lectures;
  const cursus = nommeCursus(dossier.cursus, dossiers.competences);
  const resultat = resultatCursus(cursus);
  const ues = vueUes(resultat, dossiers);
  const suivi = cursus.semestres.find((s) => s.id === semestre.id);
  const dut = resultat.decisionDut?.code ?? resultat.dut;
  const but = resultat.decisionBut?.code ?? resultat.but;
  const annees = new Set(resultat.annees.map((a) => a.annee));
  const siennes = ues.filter((u) => u.semestreId === semestre.id);
  return {
    etudiant: dossier.etudiant,
    parcours: dossier.inscriptions.findLast((i) => i.parcours)?.parcours ?? null,
    semestres: dossier.inscriptions.flatMap((i) => dossiers.semestres.get(i.semestreId) ?? []).reverse(),
    semestre,
    inscription: suivi?.inscription ?? "I",
    decision: decisionPubliee(siennes, semestre, resultat),
    ues: siennes,
    elements: suivi
      ? vueElements(suivi, { publications, isConfirmee: (id) => dossiers.ues.get(id)?.confirmee ?? false })
      : [],
    competences: vueCompetences(resultat, {
      competences: dossiers.competences,
      niveaux: dossiers.niveaux,
      ues,
    }),
    ects: { acquis: resultat.ectsAcquis, total: resultat.ectsTotal },
    manque: resultat.manque.filter((phrase) => !phrase.startsWith("Passage en ")).map(insecables),
    passages: [
      ...(annees.has(1) && !annees.has(2) ? [passage("S3", resultat.passageS3)] : []),
      ...(annees.has(2) && !annees.has(3) ? [passage("S5", resultat.passageS5)] : []),
    ],
    diplomes: [
      { nom: "DUT", code: dut, propose: resultat.decisionDut === null },
      { nom: "BUT", code: but, propose: resultat.decisionBut === null },
    ],
  };
}

function decisionPubliee(
  ues: readonly VueUe[],
  { id }: SemestreLu,
  { annees }: ResultatCursus,
): DecisionPubliee | null {
  const annee = annees.findLast((a) => a.semestreImpairId === id || a.semestrePairId === id);
  const dates = [...ues.map((ue) => ue.decision), annee?.decision ?? null].flatMap((d) => d?.date ?? []);
  const date = dates.sort().at(-1);
  if (date === undefined) return null;
  return { date, annee: annee?.decision ? { numero: annee.annee, code: annee.decision.code } : null };
}

const passage = (vers: string, { ouvert, raison }: ResultatCursus["passageS3"]) => ({
  vers,
  ouvert,
  raison: insecables(raison),
});

export function vueUes(resultat: ResultatCursus, dossiers: Dossiers): VueUe[] {
  return resultat.semestres.flatMap(({ id, bonus, inscription, ues }) =>
    ues.map((ue) =>
      vueUe(ue, {
        semestre: dossiers.semestres.get(id),
        ue: dossiers.ues.get(ue.ueId),
        competence: dossiers.competences.get(ue.competenceId)?.court ?? ue.competenceId,
        bonus,
        inscription,
      }),
    ),
  );
}
