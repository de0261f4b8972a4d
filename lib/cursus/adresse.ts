import type { Utilisateur } from "@/lib/auth/permissions";

/** Le sujet d'une page sur soi : son propre dossier, que le compte nomme déjà ; null pour qui n'est pas étudiant. */
export async function sujetSoi(_: unknown, { user }: { readonly user: Utilisateur }) {
  return user.etudiantId === null ? null : { etudiantId: user.etudiantId };
}

/** Une seule valeur d'un paramètre d'adresse ; répété ou absent, il ne dit rien. */
export function parametre(valeur: string | string[] | undefined): string | undefined {
  return typeof valeur === "string" && valeur !== "" ? valeur : undefined;
}

/** La page d'un étudiant, vue par le personnel. */
export const adresseEtudiant = (etudiantId: string): string => `/etudiants/${encodeURIComponent(etudiantId)}`;

/** « NOM Prénom » */
export const nomComplet = ({ nom, prenom }: { readonly nom: string; readonly prenom: string }): string =>
  `${nom} ${prenom}`;
