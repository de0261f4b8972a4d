/** 5 000 étudiants sur une feuille large pèsent moins de 2 Mo. */
export const OCTETS_MAX = 5_000_000;
export const LIGNES_MAX = 10_000;
export const COLONNES_MAX = 300;

export const TROP_DE_LIGNES = `Ce fichier a plus de ${LIGNES_MAX.toLocaleString("fr-FR")} lignes : importez-le en plusieurs fois.`;
