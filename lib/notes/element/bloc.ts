/** L'identité d'une case du tableau. */
export const cleCase = (evaluationId: string, inscriptionId: string): string => `${evaluationId} ${inscriptionId}`;
