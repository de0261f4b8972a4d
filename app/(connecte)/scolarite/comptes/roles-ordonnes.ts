export const ROLES_ORDONNES = ["enseignant", "responsable", "jury", "scolarite", "etudiant"] as const;
