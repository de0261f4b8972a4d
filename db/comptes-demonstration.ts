/** Sans dépendance : la page de connexion de la démonstration lit cette liste. */
export const MOT_DE_PASSE_DEMONSTRATION = "demonstration";

export interface CompteDemonstration {
  readonly email: string;
  readonly nom: string;
  readonly prenom: string;
  readonly libelle: string;
}

export const COMPTES_DEMONSTRATION: readonly CompteDemonstration[] = [
  { email: "etudiant@paliers.demo", nom: "MARTIN", prenom: "Camille", libelle: "Étudiante" },
  { email: "enseignant@paliers.demo", nom: "DELMAS", prenom: "Hélène", libelle: "Enseignante" },
  { email: "enseignant2@paliers.demo", nom: "VIDAL", prenom: "Marc", libelle: "Enseignant, partage des modules" },
  { email: "jury@paliers.demo", nom: "RENAUD", prenom: "Catherine", libelle: "Présidente du jury" },
  {
    email: "responsable@paliers.demo",
    nom: "LEGRAND",
    prenom: "Antoine",
    libelle: "Directeur des études et enseignant",
  },
  { email: "scolarite@paliers.demo", nom: "BLANC", prenom: "Sylvie", libelle: "Scolarité" },
];
