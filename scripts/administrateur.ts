import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { read, role, utilisateur, write } from "../db";
import { insertJournal } from "../lib/journal/entree";

export interface Identite {
  readonly email: string;
  readonly nom: string;
  readonly prenom: string;
}

export type Compte = typeof utilisateur.$inferSelect;

const trace = (action: string, sujetId: string, apres: unknown) => [
  { action, sujetType: "utilisateur", sujetId, avant: null, apres, motif: "npm run admin" },
];

export async function findCompte(email: string): Promise<Compte | undefined> {
  const [compte] = await read((l) => l.select().from(utilisateur).where(eq(utilisateur.email, email)));
  return compte;
}

/** @param empreinte argon2id : jamais le mot de passe */
export async function createAdministrateur(identite: Identite, empreinte: string, instant: string): Promise<void> {
  const id = randomUUID();
  await write(async (tx) => {
    await tx.insert(utilisateur).values({ id, ...identite, motDePasse: empreinte });
    await tx.insert(role).values({ id: randomUUID(), utilisateurId: id, role: "scolarite" });
    await insertJournal(tx, null, instant, trace("compte créé", id, { ...identite, roles: ["scolarite"] }));
  });
}

/** Remplace le mot de passe et ferme les sessions ouvertes avec l'ancien. */
export async function resetMotDePasse(compte: Compte, empreinte: string, instant: string): Promise<void> {
  await write(async (tx) => {
    await tx
      .update(utilisateur)
      .set({ motDePasse: empreinte, sessionVersion: compte.sessionVersion + 1 })
      .where(eq(utilisateur.id, compte.id));
    await insertJournal(tx, null, instant, trace("mot de passe réinitialisé", compte.id, null));
  });
}
