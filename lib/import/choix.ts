import type { Colonnes } from "./usage";

/** Ce que la personne a choisi passe avant ce qui se devine, et prend sa colonne à qui l'avait ; -1 : aucune. */
export function avecChoix(devinees: Colonnes, choisies: Colonnes): Colonnes {
  const prises = new Set([...choisies.values()].filter((c) => c >= 0));
  const colonnes = new Map([...devinees].filter(([champ, c]) => !choisies.has(champ) && !prises.has(c)));
  for (const [champ, c] of choisies) if (c >= 0) colonnes.set(champ, c);
  return colonnes;
}
