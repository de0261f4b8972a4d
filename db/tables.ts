import { emplacement } from "./emplacement";
import * as postgres from "./schema/postgres";
import * as sqlite from "./schema/sqlite";

export const isSqlite = emplacement().dialecte === "sqlite";

/** Les tables du dialecte en service, sous un seul type : celui de PostgreSQL (voir schema/kit.ts). */
export const {
  formation,
  parcours,
  competence,
  niveau,
  apprentissageCritique,
  reglement,
  maquette,
  maquetteSemestre,
  ue,
  element,
  coefficient,
  promotion,
  semestre,
  etudiant,
  inscription,
  groupe,
  inscriptionGroupe,
  dispense,
  utilisateur,
  role,
  affectation,
  evaluation,
  poids,
  anonymat,
  note,
  noteHistorique,
  bonus,
  decision,
  pv,
  journal,
  secondeSaisie,
  commentaireJury,
  visite,
  consultation,
  demandeCorrection,
  document,
  courriel,
  lotImport,
  lotImportLigne,
  memoireColonnes,
} = isSqlite ? sqlite : postgres;
