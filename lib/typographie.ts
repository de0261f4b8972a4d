/** Une phrase dont aucun signe double ne passe seul à la ligne : « : », « ; », « ? », « ! », « » », « % ». */
export const insecables = (texte: string): string =>
  texte.replaceAll(/ (?=[:;?!»%])/g, "\u00a0").replaceAll("« ", "«\u00a0");
