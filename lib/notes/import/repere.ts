/** Ce que porte une ligne exportée : l'évaluation d'où elle vient, et la version de sa note ce jour-là. */
export interface Repere {
  readonly evaluationId: string;
  readonly version: number;
}

export const writeRepere = (evaluationId: string, version: number): string => `${evaluationId}#${version}`;

/** Un id fait par ce programme, puis « # » et une version ; null si la cellule dit autre chose. */
export function readRepere(texte: string): Repere | null {
  if (texte.length > 250) return null;
  const lu = /^([^\s#]*[:-][^\s#]*)#(\d{1,9})$/.exec(texte);
  return lu?.[1] === undefined ? null : { evaluationId: lu[1], version: Number(lu[2]) };
}
