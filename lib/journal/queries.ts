import "server-only";
import { and, asc, count, desc, eq, gte, inArray, isNull, lt, type SQL } from "drizzle-orm";
import {
  competence,
  etudiant,
  evaluation,
  inscription,
  journal,
  type Lecture,
  maquetteSemestre,
  note,
  noteHistorique,
  parcours,
  promotion,
  read,
  reglement,
  semestre,
  ue,
  utilisateur,
} from "@/db";
import { formatNote } from "@/lib/but/modele/note";
import { titreMaquetteSemestre, titreSemestre } from "@/lib/libelles";
import { debutDuJour, lendemain } from "./jour";
import { phraseJournal } from "./phrase";

export const LIGNES_PAR_PAGE = 50;

export interface FiltreJournal {
  readonly utilisateurId: string;
  /** « note » lit l'histoire des notes ; un autre type, le journal ; vide, tout le journal. */
  readonly sujet: string;
  /** AAAA-MM-JJ, compris ; vide : sans borne. */
  readonly du: string;
  readonly au: string;
  readonly page: number;
}

export interface LigneJournal {
  readonly id: string;
  readonly creeLe: string;
  readonly qui: string;
  readonly action: string;
  readonly sujet: string;
  readonly href: string | null;
  readonly avant: string;
  readonly apres: string;
  readonly motif: string | null;
}

export async function listJournal(filtre: FiltreJournal): Promise<{ total: number; lignes: readonly LigneJournal[] }> {
  return read((l) => (filtre.sujet === "note" ? readNotes(l, filtre) : readJournal(l, filtre)));
}

/** Les personnes qui peuvent avoir écrit : tout compte qui n'est pas celui d'un étudiant. */
export function listAuteurs() {
  return read((l) =>
    l
      .select({ id: utilisateur.id, nom: utilisateur.nom, prenom: utilisateur.prenom })
      .from(utilisateur)
      .where(isNull(utilisateur.etudiantId))
      .orderBy(asc(utilisateur.nom), asc(utilisateur.prenom)),
  );
}

const bornes = (colonne: typeof journal.creeLe | typeof noteHistorique.creeLe, { du, au }: FiltreJournal) => [
  ...(du ? [gte(colonne, debutDuJour(du))] : []),
  ...(au ? [lt(colonne, debutDuJour(lendemain(au)))] : []),
];

async function readJournal(l: Lecture, filtre: FiltreJournal) {
  const condition = and(
    ...bornes(journal.creeLe, filtre),
    filtre.utilisateurId ? eq(journal.utilisateurId, filtre.utilisateurId) : undefined,
    filtre.sujet ? eq(journal.sujetType, filtre.sujet) : undefined,
  );
  const [compte] = await l.select({ total: count() }).from(journal).where(condition);
  const lignes = await l
    .select({ ligne: journal, nom: utilisateur.nom, prenom: utilisateur.prenom })
    .from(journal)
    .leftJoin(utilisateur, eq(utilisateur.id, journal.utilisateurId))
    .where(condition)
    .orderBy(desc(journal.creeLe), desc(journal.id))
    .limit(LIGNES_PAR_PAGE)
    .offset((filtre.page - 1) * LIGNES_PAR_PAGE);
  const sujets = await readSujets(
    l,
    lignes.map((x) => x.ligne),
  );
  return {
    total: compte?.total ?? 0,
    lignes: lignes.map(({ ligne, nom, prenom }): LigneJournal => {
      const sujet = sujets.get(`${ligne.sujetType} ${ligne.sujetId}`);
      return {
        id: ligne.id,
        creeLe: ligne.creeLe,
        qui: nom ? `${nom} ${prenom}` : "Installation",
        action: ligne.action,
        sujet: sujet?.titre ?? `${ligne.sujetType} ${ligne.sujetId}`,
        href: sujet?.href ?? null,
        avant: phraseJournal(ligne.avant),
        apres: phraseJournal(ligne.apres),
        motif: ligne.motif,
      };
    }),
  };
}

type Sujets = Map<string, { readonly titre: string; readonly href: string | null }>;

/** Le nom lisible de chaque sujet : une requête par type, quel que soit le nombre de lignes. */
async function readSujets(
  l: Lecture,
  lignes: readonly { readonly sujetType: string; readonly sujetId: string }[],
): Promise<Sujets> {
  const ids = (type: string) => [...new Set(lignes.flatMap((x) => (x.sujetType === type ? [x.sujetId] : [])))];
  const sujets: Sujets = new Map();
  const parmi = (colonne: Parameters<typeof inArray>[0], type: string): SQL => inArray(colonne, ids(type));

  const inscriptions = await l
    .select({ id: inscription.id, etudiant, semestre, promotion: promotion.titre })
    .from(inscription)
    .innerJoin(etudiant, eq(etudiant.id, inscription.etudiantId))
    .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
    .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
    .where(parmi(inscription.id, "inscription"));
  for (const i of inscriptions)
    sujets.set(`inscription ${i.id}`, {
      titre: `${i.etudiant.nom} ${i.etudiant.prenom}, ${titreSemestre({ ...i.semestre, promotion: i.promotion })}`,
      href: `/scolarite/etudiants/${i.etudiant.id}`,
    });
  for (const e of await l.select().from(etudiant).where(parmi(etudiant.id, "etudiant")))
    sujets.set(`etudiant ${e.id}`, { titre: `${e.nom} ${e.prenom}`, href: `/scolarite/etudiants/${e.id}` });
  const ues = await l
    .select({ id: ue.id, competence: competence.court, maquetteSemestre, parcours: parcours.code })
    .from(ue)
    .innerJoin(competence, eq(competence.id, ue.competenceId))
    .innerJoin(maquetteSemestre, eq(maquetteSemestre.id, ue.maquetteSemestreId))
    .leftJoin(parcours, eq(parcours.id, maquetteSemestre.parcoursId))
    .where(parmi(ue.id, "ue"));
  for (const u of ues)
    sujets.set(`ue ${u.id}`, {
      titre: `${u.competence}, ${titreMaquetteSemestre({ ...u.maquetteSemestre, parcours: u.parcours })}`,
      href: `/scolarite/maquettes/${u.maquetteSemestre.id}`,
    });
  const comptes = await l
    .select({ id: utilisateur.id, nom: utilisateur.nom, prenom: utilisateur.prenom })
    .from(utilisateur)
    .where(parmi(utilisateur.id, "utilisateur"));
  for (const u of comptes)
    sujets.set(`utilisateur ${u.id}`, {
      titre: `Compte de ${u.nom} ${u.prenom}`,
      href: `/scolarite/comptes/${u.id}`,
    });
  const semestres = await l
    .select({ semestre, promotion: promotion.titre })
    .from(semestre)
    .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
    .where(parmi(semestre.id, "semestre"));
  for (const s of semestres)
    sujets.set(`semestre ${s.semestre.id}`, {
      titre: titreSemestre({ ...s.semestre, promotion: s.promotion }),
      href: `/jury/${s.semestre.id}`,
    });
  for (const p of await l.select().from(promotion).where(parmi(promotion.id, "promotion")))
    sujets.set(`promotion ${p.id}`, { titre: p.titre, href: "/scolarite/promotions" });
  for (const r of await l.select().from(reglement).where(parmi(reglement.id, "reglement")))
    sujets.set(`reglement ${r.id}`, { titre: `Règlement, version ${r.version}`, href: "/scolarite/reglement" });
  const evaluations = await l
    .select({ id: evaluation.id, titre: evaluation.titre })
    .from(evaluation)
    .where(parmi(evaluation.id, "evaluation"));
  for (const e of evaluations) sujets.set(`evaluation ${e.id}`, { titre: `Évaluation « ${e.titre} »`, href: null });
  return sujets;
}

async function readNotes(l: Lecture, filtre: FiltreJournal) {
  const condition = and(
    ...bornes(noteHistorique.creeLe, filtre),
    filtre.utilisateurId ? eq(noteHistorique.utilisateurId, filtre.utilisateurId) : undefined,
  );
  const [compte] = await l.select({ total: count() }).from(noteHistorique).where(condition);
  const lignes = await l
    .select({
      ligne: noteHistorique,
      nom: utilisateur.nom,
      prenom: utilisateur.prenom,
      etudiant,
      titre: evaluation.titre,
    })
    .from(noteHistorique)
    .innerJoin(utilisateur, eq(utilisateur.id, noteHistorique.utilisateurId))
    .innerJoin(note, eq(note.id, noteHistorique.noteId))
    .innerJoin(evaluation, eq(evaluation.id, note.evaluationId))
    .innerJoin(inscription, eq(inscription.id, note.inscriptionId))
    .innerJoin(etudiant, eq(etudiant.id, inscription.etudiantId))
    .where(condition)
    .orderBy(desc(noteHistorique.creeLe), desc(noteHistorique.id))
    .limit(LIGNES_PAR_PAGE)
    .offset((filtre.page - 1) * LIGNES_PAR_PAGE);
  return {
    total: compte?.total ?? 0,
    lignes: lignes.map(
      ({ ligne, nom, prenom, etudiant: e, titre }): LigneJournal => ({
        id: ligne.id,
        creeLe: ligne.creeLe,
        qui: `${nom} ${prenom}`,
        action: ligne.version === 1 ? "note saisie" : "note modifiée",
        sujet: `${e.nom} ${e.prenom}, « ${titre} »`,
        href: `/etudiants/${e.id}`,
        avant: formatNote(ligne.avantValeur ?? ligne.avantCode),
        apres: formatNote(ligne.apresValeur ?? ligne.apresCode),
        motif: ligne.motif,
      }),
    ),
  };
}
