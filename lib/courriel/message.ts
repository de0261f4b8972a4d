export interface Annonce {
  readonly prenom: string;
  readonly nombre: number;
  /** Le semestre de la dernière publication : le lien ouvre ses notes. */
  readonly semestreId: string;
  /** L'adresse publique de Paliers. */
  readonly adresse: string;
}

/**
 * Le résumé, en texte seul : ni image, ni lien de suivi, et rien de ce qu'il annonce. Ni note, ni moyenne, ni titre
 * d'évaluation : une boîte de courriel se lit par-dessus l'épaule.
 */
export function composeResume({ prenom, nombre, semestreId, adresse }: Annonce) {
  const compte = `${adresse}/compte#courriel`;
  const quoi = nombre > 1 ? `${nombre} évaluations publiées` : "1 évaluation publiée";
  return {
    desabonnement: compte,
    sujet: `Paliers : ${quoi}`,
    texte: [
      `Bonjour ${prenom},`,
      "",
      nombre > 1
        ? `${nombre} évaluations de votre semestre viennent d'être publiées.`
        : "Une évaluation de votre semestre vient d'être publiée.",
      `Vos notes : ${adresse}/moi/notes?semestre=${encodeURIComponent(semestreId)}`,
      "",
      "Ce message ne contient aucune note. Vous le recevez parce que vous l'avez demandé ; pour l'arrêter :",
      compte,
      "",
    ].join("\n"),
  };
}
