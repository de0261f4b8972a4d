import type { Cellule, LigneJury } from "../ligne";
import type { ColonneCompetence } from "../queries";
import { type Observation, type Repartition, repartition } from "./repartition";

export interface Statistique {
  readonly titre: string;
  readonly premiere: string;
  readonly repartition: Repartition | null;
}

/** Les décisions d'un semestre, comptées sans nom : l'année par parcours, les RCUE et les UE par compétence. */
export function statistiques(
  lignes: readonly LigneJury[],
  colonnes: readonly ColonneCompetence[],
  numero: number,
): readonly Statistique[] {
  const parCompetence = (cellulesDe: (ligne: LigneJury) => Readonly<Record<number, Cellule>>): Observation[] =>
    colonnes.flatMap((c) =>
      lignes.flatMap((l) => {
        const code = cellulesDe(l)[c.numero]?.code;
        return code ? [{ groupe: c.titre, code }] : [];
      }),
    );
  const ues = {
    titre: `UE du S${numero}`,
    premiere: "Compétence",
    repartition: repartition(parCompetence((l) => l.ues)),
  };
  if (numero % 2 === 1) return [ues];
  const annee = lignes.flatMap((l) =>
    l.annee?.code ? [{ groupe: l.parcours ?? "Tronc commun", code: l.annee.code }] : [],
  );
  return [
    { titre: `BUT${numero / 2}`, premiere: "Parcours", repartition: repartition(annee) },
    { titre: "RCUE", premiere: "Compétence", repartition: repartition(parCompetence((l) => l.rcues)) },
    ues,
  ];
}
