import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { affectation, prepareOnce, read, role, utilisateur } from "@/db";
import type { Utilisateur } from "./permissions";

/** Le compte actif de cette adresse, avec son empreinte ; pour la connexion seulement. */
export async function findCompte(email: string) {
  const [compte] = await read((l) =>
    l
      .select({
        id: utilisateur.id,
        motDePasse: utilisateur.motDePasse,
        sessionVersion: utilisateur.sessionVersion,
      })
      .from(utilisateur)
      .where(and(eq(utilisateur.email, email.trim().toLowerCase()), eq(utilisateur.actif, true))),
  );
  return compte;
}

// Préparées : chaque page, chaque action et chaque route commence par elles.
const compteOuvert = prepareOnce((l) =>
  l
    .select({
      id: utilisateur.id,
      email: utilisateur.email,
      nom: utilisateur.nom,
      prenom: utilisateur.prenom,
      etudiantId: utilisateur.etudiantId,
    })
    .from(utilisateur)
    .where(
      and(
        eq(utilisateur.id, sql.placeholder("id")),
        eq(utilisateur.actif, true),
        eq(utilisateur.sessionVersion, sql.placeholder("sessionVersion")),
      ),
    )
    .prepare("compte_ouvert"),
);

const rolesDe = prepareOnce((l) =>
  l
    .select({ role: role.role, semestreId: role.semestreId })
    .from(role)
    .where(eq(role.utilisateurId, sql.placeholder("id")))
    .prepare("roles_de"),
);

const affectationsDe = prepareOnce((l) =>
  l
    .select({ semestreId: affectation.semestreId, elementId: affectation.elementId })
    .from(affectation)
    .where(eq(affectation.utilisateurId, sql.placeholder("id")))
    .prepare("affectations_de"),
);

/** L'utilisateur tel qu'il est maintenant dans la base ; null si son compte est fermé ou sa session révoquée. */
export async function findUtilisateur(id: string, sessionVersion: number): Promise<Utilisateur | null> {
  return read(async (l) => {
    const [compte] = await compteOuvert(l).execute({ id, sessionVersion });
    if (!compte) return null;
    const roles = await rolesDe(l).execute({ id });
    const affectations = roles.some((r) => r.role === "enseignant") ? await affectationsDe(l).execute({ id }) : [];
    return { ...compte, roles, affectations };
  });
}
