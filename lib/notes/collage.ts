/** Le texte que met un tableur dans le presse-papiers : tabulations, retours à la ligne, cellules entre guillemets. */
export function parseTsv(texte: string): string[][] {
  const lignes: string[][] = [[]];
  let cellule = "";
  let guillemets = false;
  const ferme = () => {
    lignes.at(-1)?.push(cellule.trim());
    cellule = "";
  };
  const source = texte.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  for (let i = 0; i < source.length; i++) {
    const signe = source[i] ?? "";
    if (guillemets) {
      if (signe !== '"') cellule += signe;
      else if (source[i + 1] === '"') {
        cellule += '"';
        i++;
      } else guillemets = false;
    } else if (signe === '"' && cellule === "") guillemets = true;
    else if (signe === "\t") ferme();
    else if (signe === "\n") {
      ferme();
      lignes.push([]);
    } else cellule += signe;
  }
  ferme();
  // Un tableur termine son bloc par un retour à la ligne : ce n'est pas une ligne vide de plus.
  if (lignes.length > 1 && lignes.at(-1)?.every((c) => c === "")) lignes.pop();
  return lignes;
}

/** Une seule cellule, comme Excel la copie (avec son retour à la ligne). */
export const texteSeul = (texte: string): string => parseTsv(texte)[0]?.[0] ?? "";

/** Plusieurs cellules : à montrer avant d'écrire. */
export const isBloc = (texte: string): boolean => {
  const lignes = parseTsv(texte);
  return lignes.length > 1 || (lignes[0]?.length ?? 0) > 1;
};
