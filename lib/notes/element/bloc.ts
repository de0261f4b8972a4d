import { type Centiemes, parseNote } from "@/lib/but/note";
import { type Apercu, type LigneCible, type LigneCollee, parseTsv, prepareBloc } from "../collage";

/** Une colonne du tableau, telle que la voit un collage. */
export interface ColonneCible {
  readonly evaluationId: string;
  readonly titre: string;
  readonly bareme: Centiemes;
  readonly toutes: readonly LigneCible[];
  readonly affichees: readonly LigneCible[];
}

/** L'identité d'une case du tableau. */
export const cleCase = (evaluationId: string, inscriptionId: string): string => `${evaluationId} ${inscriptionId}`;

/** Les premières colonnes du bloc qui ne sont pas toutes des notes : des numéros ou des noms. */
function nombreDesignations(bloc: readonly (readonly string[])[], largeur: number): number {
  const bareme = 100_000 as Centiemes;
  const isNotes = (c: number) => bloc.every((l) => parseNote(l[c] ?? "", bareme).ok);
  let n = largeur - 1;
  while (n > 0 && isNotes(n - 1)) n -= 1;
  return n;
}

/**
 * Ce que ferait un bloc de plusieurs colonnes, avant de rien écrire : sa première colonne de notes va dans la première
 * évaluation donnée, les suivantes à sa droite. Chaque ligne rendue porte l'identité de sa case.
 */
export function prepareBlocPlan(texte: string, colonnes: readonly ColonneCible[], depart: string): Apercu {
  const bloc = parseTsv(texte);
  const largeur = Math.max(1, ...bloc.map((l) => l.length));
  const debut = nombreDesignations(bloc, largeur);
  const apercus = Array.from({ length: largeur - debut }, (_, i) => {
    const colonne = colonnes[i];
    if (!colonne) return null;
    const lignes = bloc.map((l) => ({ designation: l.slice(0, debut), saisie: l[debut + i] ?? "" }));
    return { colonne, apercu: prepareBloc(lignes, colonne, depart, colonne.bareme) };
  }).filter((a) => a !== null);
  const lignes = apercus.flatMap(({ colonne, apercu }) =>
    apercu.lignes.map(
      (l): LigneCollee => ({
        ...l,
        qui: `${l.qui} · ${colonne.titre}`,
        inscriptionId: l.inscriptionId === null ? null : cleCase(colonne.evaluationId, l.inscriptionId),
      }),
    ),
  );
  return {
    par: apercus[0]?.apercu.par ?? "position",
    lignes: lignes.map((l, i) => ({ ...l, rang: i + 1 })),
  };
}
