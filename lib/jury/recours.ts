/**
 * Les voies et délais de recours (code de justice administrative, R. 421-1 et R. 421-5) : sur chaque lettre, et sous
 * chaque décision publiée. Le jury est souverain sur la valeur des résultats ; un recours porte sur la légalité.
 */
export const VOIES_DE_RECOURS: readonly string[] = [
  "Cette décision peut être contestée dans les deux mois qui suivent sa notification.",
  "Recours gracieux : par courrier adressé à la présidence du jury, ou à la direction de l'établissement. Sans réponse dans les deux mois, il est réputé rejeté.",
  "Recours contentieux : devant le tribunal administratif dont dépend l'établissement, par courrier ou sur www.telerecours.fr, dans les deux mois qui suivent la notification ou le rejet du recours gracieux.",
  "Le jury est souverain dans son appréciation des résultats : un recours porte sur la régularité de la décision, non sur la valeur des notes.",
];
