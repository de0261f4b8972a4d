/** Ce qu'une personne du département ouvre d'un étudiant nommé, tel que l'étudiant le lira. */
export const OBJETS = {
  parcours: "Parcours, notes et calculs",
  jury: "Dossier devant le jury",
  inscriptions: "Inscriptions et dispenses",
  bonus: "Bonus",
  document: "Document (relevé, attestation)",
} as const;

export type ObjetConsulte = keyof typeof OBJETS;

export interface Consultation {
  readonly etudiantId: string;
  readonly objet: ObjetConsulte;
}

/** Le nom d'un objet lu dans la base ; tel quel s'il n'est plus de ceux-là. */
export const nomObjet = (objet: string): string => OBJETS[objet as ObjetConsulte] ?? objet;
