import "server-only";
import { and, eq } from "drizzle-orm";
import { affectation, read, role, utilisateur } from "@/db";
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

/** L'utilisateur tel qu'il est maintenant dans la base ; null si son compte est fermé ou sa session révoquée. */
export async function findUtilisateur(id: string, sessionVersion: number): Promise<Utilisateur | null> {
  return read(async (l) => {
    const [compte] = await l
      .select({
        id: utilisateur.id,
        email: utilisateur.email,
        nom: utilisateur.nom,
        prenom: utilisateur.prenom,
        etudiantId: utilisateur.etudiantId,
      })
      .from(utilisateur)
      .where(and(eq(utilisateur.id, id), eq(utilisateur.actif, true), eq(utilisateur.sessionVersion, sessionVersion)));
    if (!compte) return null;
    const roles = await l
      .select({ role: role.role, semestreId: role.semestreId })
      .from(role)
      .where(eq(role.utilisateurId, id));
    const affectations = roles.some((r) => r.role === "enseignant")
      ? await l
          .select({ semestreId: affectation.semestreId, elementId: affectation.elementId })
          .from(affectation)
          .where(eq(affectation.utilisateurId, id))
      : [];
    return { ...compte, roles, affectations };
  });
}
