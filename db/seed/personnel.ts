import { COMPTES_DEMONSTRATION } from "../comptes-demonstration";
import type { Ecriture } from "../connexion";
import type { Role } from "../schema/types";
import * as t from "../tables";
import { ELEVES } from "./etudiants";
import { slug } from "./ids";
import { insertAll } from "./lignes";

interface Personne {
  readonly id: string;
  readonly email: string;
  readonly nom: string;
  readonly prenom: string;
  readonly roles: readonly Role[];
  readonly etudiantId?: string;
}

const ROLES: Readonly<Record<string, readonly Role[]>> = {
  "enseignant@paliers.demo": ["enseignant"],
  "enseignant2@paliers.demo": ["enseignant"],
  "jury@paliers.demo": ["jury"],
  "responsable@paliers.demo": ["responsable", "enseignant"],
  "scolarite@paliers.demo": ["scolarite"],
};

/** Un enseignant par discipline ; voir affectations.ts. */
const ENSEIGNANTS = [
  ["BERNARD", "Sophie"],
  ["GIRARD", "Philippe"],
  ["MOREAU", "Nathalie"],
  ["LAMBERT", "Julien"],
  ["FAURE", "Isabelle"],
  ["ROUSSEL", "Éric"],
  ["CHEVALIER", "Karim"],
  ["NGUYEN", "Linh"],
  ["PERRIN", "Claire"],
  ["DUMONT", "Thomas"],
  ["COLLIN", "Marie"],
] as const;

export const utilisateurId = (email: string): string => `u-${slug(email.replace("@paliers.demo", ""))}`;

const emailDe = (nom: string, prenom: string): string => `${slug(prenom)}.${slug(nom)}@paliers.demo`;

export function enseignantId(nom: string): string {
  const prenom = ENSEIGNANTS.find(([n]) => n === nom)?.[1] ?? "";
  return utilisateurId(emailDe(nom, prenom));
}

const PERSONNEL: readonly Personne[] = [
  ...COMPTES_DEMONSTRATION.flatMap(({ email, nom, prenom }) => {
    const roles = ROLES[email];
    return roles ? [{ id: utilisateurId(email), email, nom, prenom, roles }] : [];
  }),
  ...ENSEIGNANTS.map(([nom, prenom]): Personne => {
    const email = emailDe(nom, prenom);
    return { id: utilisateurId(email), email, nom, prenom, roles: ["enseignant"] };
  }),
];

export const PRESIDENTE_JURY = utilisateurId("jury@paliers.demo");

const ETUDIANTE = "etudiant@paliers.demo";

export async function seedPersonnel(tx: Ecriture, motDePasse: string): Promise<void> {
  await insertComptes(tx, motDePasse, PERSONNEL);
}

/** Chaque étudiant a un compte ; celui de la démonstration ouvre le dossier de la personne du même nom. */
export async function seedEtudiants(tx: Ecriture, motDePasse: string): Promise<void> {
  await insertAll(
    tx,
    t.etudiant,
    ELEVES.map(({ id, numero, nom, prenom }) => ({ id, numero, nom, prenom })),
  );
  const presentee = COMPTES_DEMONSTRATION.find((c) => c.email === ETUDIANTE);
  await insertComptes(
    tx,
    motDePasse,
    ELEVES.map(({ id, nom, prenom }): Personne => {
      const email = presentee?.nom === nom && presentee.prenom === prenom ? ETUDIANTE : emailDe(nom, prenom);
      return { id: utilisateurId(email), email, nom, prenom, roles: ["etudiant"], etudiantId: id };
    }),
  );
}

async function insertComptes(tx: Ecriture, motDePasse: string, personnes: readonly Personne[]): Promise<void> {
  await insertAll(
    tx,
    t.utilisateur,
    personnes.map(({ id, email, nom, prenom, etudiantId }) => ({ id, email, nom, prenom, motDePasse, etudiantId })),
  );
  await insertAll(
    tx,
    t.role,
    personnes.flatMap((p) => p.roles.map((role) => ({ id: `${p.id}-${role}`, utilisateurId: p.id, role }))),
  );
}
