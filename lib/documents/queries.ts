import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import {
  document,
  etudiant,
  formation,
  inscription,
  type Lecture,
  maquette,
  maquetteSemestre,
  parcours,
  promotion,
  read,
  semestre,
} from "@/db";
import { readDossiers } from "@/db/dossiers";
import { choisitSemestre } from "@/lib/cursus/vue";
import { parseCode } from "./code";
import { etablit } from "./contenu";
import { empreinteDocument } from "./empreinte";
import type { DocumentLu, TypeDocument } from "./types";

/** Lequel : `semestreId` choisit le relevé, et ne fait que garder l'adresse pour les deux autres. */
export interface Demande {
  readonly type: TypeDocument;
  readonly etudiantId: string;
  readonly semestreId?: string | undefined;
}

/**
 * Un document tel qu'il se lit à cet instant, avec l'étendue d'un étudiant : le publié et rien d'autre, qui que soit le
 * lecteur. null sans inscription, ou si le semestre demandé n'est pas au dossier.
 */
export async function readDocument(lecture: Lecture, demande: Demande): Promise<DocumentLu | null> {
  const { type, etudiantId, semestreId } = demande;
  const dossiers = await readDossiers(lecture, {
    etudiantIds: [etudiantId],
    ...(semestreId === undefined ? {} : { dansSemestre: semestreId }),
  });
  const dossier = dossiers.dossiers.find((d) => d.etudiant.id === etudiantId);
  const choisi = dossier && choisitSemestre(dossier, dossiers.semestres, semestreId);
  if (!dossier || !choisi) return null;
  const entete = await findEntete(lecture, etudiantId, choisi.id);
  if (!entete) return null;
  const { contenu, empechement } = etablit(type, dossier, dossiers, choisi);
  const sha256 = empreinteDocument({ etudiant: dossier.etudiant, contenu });
  const porte = type === "releve" ? choisi.id : null;
  return {
    etudiant: dossier.etudiant,
    entete,
    contenu,
    semestreId: porte,
    sha256,
    empechement,
    delivre: empechement === null ? await findDelivre(lecture, { type, etudiantId, semestreId: porte, sha256 }) : null,
    semestres: dossier.inscriptions.flatMap((i) => dossiers.semestres.get(i.semestreId) ?? []).reverse(),
    semestre: choisi,
  };
}

export const loadDocument = (demande: Demande): Promise<DocumentLu | null> => read((l) => readDocument(l, demande));

/** L'établissement, la formation et le parcours suivi dans ce semestre. */
async function findEntete(
  lecture: Lecture,
  etudiantId: string,
  semestreId: string,
): Promise<DocumentLu["entete"] | null> {
  const [trouve] = await lecture
    .select({ etablissement: formation.etablissement, formation: formation.titre, parcours: parcours.titre })
    .from(inscription)
    .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
    .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
    .innerJoin(maquette, eq(maquette.id, promotion.maquetteId))
    .innerJoin(formation, eq(formation.id, maquette.formationId))
    .leftJoin(maquetteSemestre, eq(maquetteSemestre.id, inscription.maquetteSemestreId))
    .leftJoin(parcours, eq(parcours.id, maquetteSemestre.parcoursId))
    .where(and(eq(inscription.etudiantId, etudiantId), eq(inscription.semestreId, semestreId)));
  return trouve ?? null;
}

interface Contenance {
  readonly type: TypeDocument;
  readonly etudiantId: string;
  readonly semestreId: string | null;
  readonly sha256: string;
}

/** Le document déjà remis qui affirme exactement cela : le même contenu garde son code. */
async function findDelivre(lecture: Lecture, { type, etudiantId, semestreId, sha256 }: Contenance) {
  const [trouve] = await lecture
    .select({ code: document.code, creeLe: document.creeLe })
    .from(document)
    .where(
      and(
        eq(document.etudiantId, etudiantId),
        eq(document.type, type),
        semestreId === null ? isNull(document.semestreId) : eq(document.semestreId, semestreId),
        eq(document.sha256, sha256),
      ),
    )
    .orderBy(asc(document.creeLe))
    .limit(1);
  return trouve ?? null;
}

/** Ce que la page publique dit d'un document : à qui, de quoi, quand, et s'il vaut encore. Aucun résultat. */
export interface Verification {
  readonly code: string;
  readonly type: TypeDocument;
  readonly nom: string;
  readonly prenom: string;
  readonly semestre: { readonly numero: number; readonly anneeUniversitaire: string } | null;
  readonly creeLe: string;
  /** Faux : les résultats d'aujourd'hui ne sont plus ceux qu'il énonce. */
  readonly exact: boolean;
}

/** null : aucun document remis ne porte ce code. */
export async function findVerification(saisie: string): Promise<Verification | null> {
  const code = parseCode(saisie);
  if (code === null) return null;
  return read(async (lecture) => {
    const [trouve] = await lecture
      .select({
        document,
        nom: etudiant.nom,
        prenom: etudiant.prenom,
        numero: semestre.numero,
        anneeUniversitaire: semestre.anneeUniversitaire,
      })
      .from(document)
      .innerJoin(etudiant, eq(etudiant.id, document.etudiantId))
      .leftJoin(semestre, eq(semestre.id, document.semestreId))
      .where(eq(document.code, code));
    if (!trouve) return null;
    const { type, etudiantId, semestreId, sha256, creeLe } = trouve.document;
    const aujourdhui = await readDocument(lecture, { type, etudiantId, semestreId: semestreId ?? undefined });
    const { nom, prenom, numero, anneeUniversitaire } = trouve;
    return {
      code,
      type,
      nom,
      prenom,
      semestre: numero === null || anneeUniversitaire === null ? null : { numero, anneeUniversitaire },
      creeLe,
      exact: aujourdhui?.sha256 === sha256,
    };
  });
}
