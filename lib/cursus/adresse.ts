/** Une seule valeur d'un paramètre d'adresse ; répété ou absent, il ne dit rien. */
export function parametre(valeur: string | string[] | undefined): string | undefined {
  return typeof valeur === "string" && valeur !== "" ? valeur : undefined;
}

/** La page d'un étudiant, vue par le personnel. */
export const adresseEtudiant = (etudiantId: string): string => `/etudiants/${encodeURIComponent(etudiantId)}`;
