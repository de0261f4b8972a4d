import "server-only";
import { and, desc, eq } from "drizzle-orm";
import {
  type Ecriture,
  etudiant,
  inscription,
  type Lecture,
  lockRows,
  promotion,
  pv,
  read,
  reglement,
  semestre,
} from "@/db";
import { type Dossier, type Dossiers, readDossiers } from "@/db/dossiers";
import { COLONNES_ETAT, semestreEffectif } from "@/db/visibilite";
import type { Cursus } from "@/lib/but/modele/cursus";
import { nommeCursus } from "@/lib/cursus/nomme";
import { groupBy } from "@/lib/group-by";
import { listEvaluationsCachees, readEnseignants, readGroupes } from "./autour/queries";
import { readChangements } from "./changements/queries";
import { type Controle, controlesJury } from "./controles";
import { type Difference, differencesPv, lireInstantane } from "./instantane";
import { type LigneJury, ligneJury } from "./ligne";
import { polesRefuses } from "./poles";
import { readVersion } from "./veille/queries";

export type SemestreJury = Awaited<ReturnType<typeof findSemestreJury>>;

export const COLONNES = {
  id: semestre.id,
  numero: semestre.numero,
  anneeUniversitaire: semestre.anneeUniversitaire,
  regime: semestre.regime,
  ...COLONNES_ETAT,
  version: semestre.version,
  promotion: promotion.titre,
  reglementVersion: reglement.version,
};

/** Le semestre dont un jury siège ; c'est aussi le sujet que le garde vérifie. */
export async function findSemestreJury(lecture: Lecture, semestreId: string) {
  const [trouve] = await lecture
    .select(COLONNES)
    .from(semestre)
    .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
    .innerJoin(reglement, eq(reglement.id, semestre.reglementId))
    .where(eq(semestre.id, semestreId));
  return trouve ? semestreEffectif(trouve) : null;
}

/** Le sujet d'une page ou d'une route de jury : le semestre de l'adresse. */
export async function readSujet(lecture: Lecture, { params }: { readonly params: Record<string, string> }) {
  const trouve = await findSemestreJury(lecture, params.semestreId ?? "");
  return trouve && { semestre: trouve };
}

/** Le sujet d'un dossier : un étudiant inscrit dans ce semestre, introuvable sinon. */
export async function readSujetEtudiant(lecture: Lecture, contexte: Parameters<typeof readSujet>[1]) {
  const sujet = await readSujet(lecture, contexte);
  const etudiantId = contexte.params.etudiantId ?? "";
  const inscrits = await lecture
    .select({ id: inscription.id })
    .from(inscription)
    .where(and(eq(inscription.semestreId, contexte.params.semestreId ?? ""), eq(inscription.etudiantId, etudiantId)));
  return sujet && inscrits.length > 0 ? { ...sujet, etudiantId } : null;
}

/** Le même, verrouillé pour une écriture : « share » pour décider, « update » pour changer l'état. */
export async function lockSujet(tx: Ecriture, semestreId: string, force: "share" | "update") {
  await lockRows(tx.select({ id: semestre.id }).from(semestre).where(eq(semestre.id, semestreId)), force);
  return readSujet(tx, { params: { semestreId } });
}

/** L'étudiant inscrit et son semestre, verrouillés : deux écritures sur le même dossier passent l'une après l'autre. */
export async function lockSujetEtudiant(tx: Ecriture, semestreId: string, etudiantId: string) {
  const sujet = await lockSujet(tx, semestreId, "share");
  const [inscrit] = await lockRows(
    tx
      .select({ id: etudiant.id })
      .from(etudiant)
      .innerJoin(inscription, eq(inscription.etudiantId, etudiant.id))
      .where(and(eq(etudiant.id, etudiantId), eq(inscription.semestreId, semestreId))),
    "update",
  );
  return sujet && inscrit ? { ...sujet, etudiantId } : null;
}

export interface DossierNomme {
  readonly dossier: Dossier;
  readonly cursus: Cursus;
}

/** Tous les cursus d'un semestre, décisions non publiées comprises : le jury voit tout ce qu'il a décidé. */
export async function readDossiersNommes(lecture: Lecture, filtre: Parameters<typeof readDossiers>[1]) {
  const lus = await readDossiers(lecture, filtre, { decisions: "toutes" });
  return {
    lus,
    dossiers: lus.dossiers.map(
      (dossier): DossierNomme => ({ dossier, cursus: nommeCursus(dossier.cursus, lus.competences) }),
    ),
  };
}

export const loadDossiers = async (semestreId: string): Promise<readonly DossierNomme[]> =>
  (await read((l) => readDossiersNommes(l, { semestreId }))).dossiers;

export interface PvLu {
  readonly numero: number;
  readonly creeLe: string;
  readonly sha256: string;
  readonly president: string;
  readonly membres: string;
  readonly reglementVersion: string;
  readonly instantane: string;
}

/** Le dernier PV du semestre ; null tant qu'il n'a pas été délibéré. */
export async function findDernierPv(lecture: Lecture, semestreId: string): Promise<PvLu | null> {
  const [dernier] = await lecture
    .select({
      numero: pv.numero,
      creeLe: pv.creeLe,
      sha256: pv.sha256,
      president: pv.president,
      membres: pv.membres,
      reglementVersion: pv.reglementVersion,
      instantane: pv.instantane,
    })
    .from(pv)
    .where(eq(pv.semestreId, semestreId))
    .orderBy(desc(pv.numero))
    .limit(1);
  return dernier ?? null;
}

export interface ColonneCompetence {
  readonly numero: number;
  /** « Innover / Commercialiser » quand deux parcours partagent la colonne. */
  readonly titre: string;
}

/** Tout ce que montrent la table et le dossier d'un étudiant devant le jury. */
export interface Jury {
  readonly dossiers: readonly DossierNomme[];
  readonly lus: Dossiers;
  readonly lignes: readonly LigneJury[];
  readonly colonnes: readonly ColonneCompetence[];
  readonly parcours: readonly string[];
  readonly groupes: readonly string[];
  /** UE dont coefficients et pôles sont encore le défaut. */
  readonly aConfirmer: number;
  readonly controles: readonly Controle[];
  readonly pv: Omit<PvLu, "instantane"> | null;
  readonly differences: readonly Difference[];
  /** Lue avant le reste : ce qui arriverait pendant la lecture sera relu, jamais manqué. */
  readonly version: string;
}

/** Un nombre fixe de requêtes, une passe de calcul par étudiant. */
export async function readJury(
  lecture: Lecture,
  sujet: { readonly id: string; readonly numero: number },
): Promise<Jury> {
  const version = (await readVersion(lecture, sujet.id))?.version ?? "";
  const { lus, dossiers } = await readDossiersNommes(lecture, { semestreId: sujet.id });
  const groupes = await readGroupes(lecture, sujet.id);
  const cachees = await listEvaluationsCachees(lecture, sujet.id);
  const enseignants = await readEnseignants(lecture, sujet.id);
  const changements = await readChangements(lecture, sujet.id);
  const dernierPv = await findDernierPv(lecture, sujet.id);
  const numeroDe = (competenceId: string): number => lus.competences.get(competenceId)?.numero ?? 0;
  const lignes = dossiers.map(({ dossier, cursus }) =>
    ligneJury(dossier, cursus, { semestreId: sujet.id, groupes, changements, numeroDe }),
  );
  const ues = uesSuivies(dossiers, sujet.id);
  const aConfirmer = new Set(ues.filter(({ id }) => lus.ues.get(id)?.confirmee === false).map(({ id }) => id)).size;
  return {
    dossiers,
    lus,
    lignes,
    colonnes: colonnesDe(ues, lus),
    parcours: uniques(lignes.flatMap((l) => l.parcours ?? [])),
    groupes: uniques(lignes.flatMap((l) => l.groupes)),
    aConfirmer,
    controles: controlesJury({
      lignes,
      cachees,
      enseignants,
      uesAConfirmer: aConfirmer,
      polesRefuses: polesRefuses(
        dossiers.map((d) => d.cursus),
        sujet.id,
      ),
      numero: sujet.numero,
    }),
    pv: dernierPv && sansInstantane(dernierPv),
    differences: dernierPv ? differencesPv(lireInstantane(dernierPv.instantane), dossiers, sujet.id) : [],
    version,
  };
}

/** Le même, hors transaction, pour une page. */
export const loadJury = (sujet: Parameters<typeof readJury>[1]): Promise<Jury> => read((l) => readJury(l, sujet));

const sansInstantane = ({ instantane: _, ...reste }: PvLu): Omit<PvLu, "instantane"> => reste;

const uniques = (valeurs: readonly string[]): string[] =>
  [...new Set(valeurs)].sort((a, b) => a.localeCompare(b, "fr"));

const uesSuivies = (dossiers: readonly DossierNomme[], semestreId: string) =>
  dossiers.flatMap(({ cursus }) => cursus.semestres.find((s) => s.id === semestreId)?.ues ?? []);

function colonnesDe(ues: readonly { readonly competenceId: string }[], lus: Dossiers): ColonneCompetence[] {
  const presentes = new Set(ues.map((ue) => ue.competenceId));
  const competences = [...lus.competences.values()].filter((c) => presentes.has(c.id));
  return [...groupBy(competences, (c) => c.numero)]
    .sort(([a], [b]) => a - b)
    .map(([numero, memes]) => ({ numero, titre: memes.map((c) => c.court).join(" / ") }));
}
