import { TYPES_DOCUMENT, type TypeDocument } from "./types";

/** Les documents d'un jury qui s'impriment. */
export const DOCUMENTS_JURY = ["pv", "emargement", "lettres", "statistiques"] as const;
export type DocumentJury = (typeof DOCUMENTS_JURY)[number];

export const isDocumentJury = (nom: string | undefined): nom is DocumentJury =>
  DOCUMENTS_JURY.some((connu) => connu === nom);

export const isTypeDocument = (nom: string | undefined): nom is TypeDocument =>
  TYPES_DOCUMENT.some((connu) => connu === nom);

const requete = (semestreId: string | undefined): string =>
  semestreId === undefined ? "" : `?semestre=${encodeURIComponent(semestreId)}`;

/** La page d'un document : la sienne sans `etudiantId`, celle d'un étudiant pour le personnel. */
export function cheminDocument(type: TypeDocument, semestreId?: string, etudiantId?: string): string {
  const base = etudiantId === undefined ? "/moi" : `/etudiants/${encodeURIComponent(etudiantId)}/documents`;
  return `${base}/${type}${requete(semestreId)}`;
}

/** Le même en PDF. */
export function cheminPdf(type: TypeDocument, semestreId?: string, etudiantId?: string): string {
  const base = etudiantId === undefined ? "/moi" : `/etudiants/${encodeURIComponent(etudiantId)}`;
  return `/api/documents${base}/${type}${requete(semestreId)}`;
}

const numeroDe = (numero: number | undefined): string => (numero === undefined ? "" : `?numero=${numero}`);

/** @param numero d'un PV ; le dernier sans lui */
export const cheminJury = (document: DocumentJury, semestreId: string, numero?: number): string =>
  `/jury/${encodeURIComponent(semestreId)}/${document}${numeroDe(numero)}`;

export const cheminPdfJury = (document: DocumentJury, semestreId: string, numero?: number): string =>
  `/api/documents/jury/${encodeURIComponent(semestreId)}/${document}${numeroDe(numero)}`;

export const cheminVerification = (code?: string): string => (code ? `/verification/${code}` : "/verification");
