import type { Ecriture } from "../connexion";
import type { Role } from "../schema/model";
import * as t from "../tables";
import { COMPTES_DEMONSTRATION } from "./comptes";
import { slug } from "./ids";
import { insertAll } from "./lignes";

interface Personne {
  readonly id: string;
  readonly email: string;
  readonly nom: string;
  readonly prenom: string;
  readonly roles: readonly Role[];
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

export async function seedComptes(tx: Ecriture, motDePasse: string): Promise<void> {
  await insertAll(
    tx,
    t.utilisateur,
    PERSONNEL.map(({ id, email, nom, prenom }) => ({ id, email, nom, prenom, motDePasse })),
  );
  await insertAll(
    tx,
    t.role,
    PERSONNEL.flatMap((p) => p.roles.map((role) => ({ id: `${p.id}-${role}`, utilisateurId: p.id, role }))),
  );
}
