import type { Role } from "@/db";
import type { Utilisateur } from "@/lib/auth/permissions";

/**
 * La session des tests de données, à la place de la vraie :
 * `vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"))`, puis `session.user` dit qui agit.
 */
export const session: { user: Utilisateur | null } = { user: null };

export const getUser = async (): Promise<Utilisateur | null> => session.user;

/** Qui agit sur la classe d'essai (lib/essais/classe), avec un rôle qui vaut partout. */
export const compte = (role: Role, reste: Partial<Utilisateur> = {}): Utilisateur => ({
  id: "u-essai",
  email: "essai@exemple.fr",
  nom: "ESSAI",
  prenom: "Ève",
  etudiantId: null,
  roles: [{ role, semestreId: null }],
  affectations: [],
  ...reste,
});
