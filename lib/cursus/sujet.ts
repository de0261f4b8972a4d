import type { Utilisateur } from "@/lib/auth/permissions";

/** Le sujet d'une page sur soi : son propre dossier, que le compte nomme déjà ; null pour qui n'est pas étudiant. */
export async function sujetSoi(_: unknown, { user }: { readonly user: Utilisateur }) {
  return user.etudiantId === null ? null : { etudiantId: user.etudiantId };
}
