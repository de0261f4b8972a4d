import { avecChoix } from "./choix";
import { cleMots } from "./cles";
import { isAccompagnement } from "./entetes";
import { type Cellule, celluleDe, lettreColonne } from "./tableau";
import type { Champ, Colonnes, LignesLues, Usage } from "./usage";

/** Une colonne du fichier, telle qu'on la propose à la personne. */
export interface ColonneFichier {
  readonly rang: number;
  readonly titre: string;
  /** Ses premières valeurs, pour la reconnaître. */
  readonly exemples: readonly string[];
}

export interface Plan {
  readonly colonnes: Colonnes;
  /** Les champs que plusieurs colonnes peuvent remplir : à la personne de dire laquelle. */
  readonly doutes: readonly { readonly champ: Champ; readonly colonnes: readonly number[] }[];
  readonly manquants: readonly Champ[];
  readonly dit: readonly string[];
}

const EXEMPLES = 3;

export function listColonnes({ entetes, lignes }: LignesLues): readonly ColonneFichier[] {
  const largeur = Math.max(0, entetes.length, ...lignes.map((l) => l.cellules.length));
  return Array.from({ length: largeur }, (_, rang) => {
    const remplies = lignes.map((l) => celluleDe(l, rang).texte).filter((t) => t !== "");
    const titre = entetes[rang] ?? "";
    return {
      rang,
      titre: titre || `Colonne ${lettreColonne(rang)}`,
      exemples: remplies.slice(0, EXEMPLES),
      vide: titre === "" && remplies.length === 0,
    };
  })
    .filter((c) => !c.vide)
    .map(({ rang, titre, exemples }) => ({ rang, titre, exemples }));
}

/** Ce qu'une colonne vaut pour un champ : 3 et 2 par son en-tête, 1 par son contenu ; 0, rien. */
function niveau(champ: Champ, entete: string, cellules: readonly Cellule[]): number {
  const cle = cleMots(entete);
  const dit = cle === "" ? 0 : champ.entete(cle, entete);
  if (dit < 0 || (dit < 2 && isAccompagnement(cle))) return 0;
  if (dit >= 2) return dit;
  const remplies = cellules.filter((c) => c.texte !== "");
  if (!champ.contenu || remplies.length === 0 || champ.exclut?.(remplies)) return 0;
  const bonnes = remplies.filter((c) => champ.contenu?.(c)).length;
  return bonnes / remplies.length >= 0.6 ? 1 : 0;
}

/**
 * Quelle colonne remplit quel champ. Ce qui désigne passe d'abord ; puis chaque valeur prend la seule colonne du meilleur
 * niveau, et deux colonnes également bonnes sont un doute, jamais un choix au hasard.
 */
export function planColonnes<E, V>(lues: LignesLues, usage: Usage<E, V>, choisies: Colonnes): Plan {
  const { entetes, lignes } = lues;
  const identite = usage.annuaire.devine(lues, choisies);
  let colonnes: Colonnes = identite.colonnes;
  const doutes: { champ: Champ; colonnes: readonly number[] }[] = [];
  const libres = () => {
    const prises = new Set(colonnes.values());
    return listColonnes(lues)
      .map((c) => c.rang)
      .filter((c) => !prises.has(c) && !usage.annuaire.nomme(cleMots(entetes[c] ?? "")));
  };
  const niveaux = new Map(
    usage.champs.map((champ) => [
      champ.id,
      new Map(
        libres().map(
          (c) =>
            [
              c,
              niveau(
                champ,
                entetes[c] ?? "",
                lignes.map((l) => celluleDe(l, c)),
              ),
            ] as const,
        ),
      ),
    ]),
  );
  // Un champ que son en-tête nomme se sert avant un champ que seul son contenu désigne.
  for (const rang of [3, 2, 1])
    for (const champ of usage.champs) {
      if (choisies.has(champ.id) || colonnes.has(champ.id) || doutes.some((d) => d.champ === champ)) continue;
      const possibles = libres().filter((c) => niveaux.get(champ.id)?.get(c) === rang);
      const [seule, ...autres] = possibles;
      if (seule === undefined) continue;
      if (autres.length > 0) doutes.push({ champ, colonnes: possibles });
      else colonnes = new Map([...colonnes, [champ.id, seule]]);
    }
  colonnes = avecChoix(colonnes, choisies);
  const manquants = usage.champs.filter((c) => c.requis && !colonnes.has(c.id) && !doutes.some((d) => d.champ === c));
  return { colonnes, doutes, manquants, dit: identite.dit };
}
