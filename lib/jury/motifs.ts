/** Les motifs qu'un jury donne le plus souvent ; une précision libre peut les suivre ou les remplacer. */
export const MOTIFS = [
  "Assiduité et travail soutenu",
  "Progression au long de l'année",
  "Moyenne proche du seuil",
  "Situation de santé ou familiale",
  "Résultats en entreprise",
  "En attente d'une note ou d'un rattrapage",
  "Absences répétées",
  "Erreur de saisie corrigée",
] as const;

/** « Moyenne proche du seuil : 9,92 au RCUE » ; null si rien n'est donné. */
export function ecrireMotif(choisi: string, precision: string): string | null {
  return [choisi, precision.trim()].filter(Boolean).join(" : ") || null;
}
