import type { Ecriture } from "../connexion";
import type { Regime } from "../schema/types";
import * as t from "../tables";
import { MAQUETTE_ID } from "./ids";
import { instant, jourOuvre } from "./jours";
import { insertAll } from "./lignes";
import { REGLEMENT_ID } from "./programme/programme";

/** Le jour où la démonstration s'ouvre. */
export const AUJOURD_HUI = "2026-11-22";

export type AnneeEntree = 2024 | 2025 | 2026;

export interface Classe {
  readonly id: string;
  readonly promotion: AnneeEntree;
  readonly numero: number;
  readonly annee: string;
  readonly regime: Regime;
  readonly debut: string;
  readonly fin: string;
  /** Le jour où le jury a siégé ; null tant que le semestre est ouvert. */
  readonly jury: string | null;
}

const classe = (
  id: string,
  promotion: AnneeEntree,
  numero: number,
  regime: Regime,
  [debut, fin, jury]: readonly [string, string, string | null],
): Classe => {
  const rentree = Number(debut.slice(0, 4)) - (debut.slice(5, 7) < "08" ? 1 : 0);
  return { id, promotion, numero, annee: `${rentree}-${rentree + 1}`, regime, debut, fin, jury };
};

/** Dans l'ordre du temps : les jurys se tiennent dans cet ordre. */
export const CLASSES: readonly Classe[] = [
  classe("s1-2024", 2024, 1, "commun", ["2024-09-09", "2025-01-17", "2025-01-30"]),
  classe("s2-2024", 2024, 2, "commun", ["2025-01-27", "2025-06-20", "2025-07-03"]),
  classe("s1-2025", 2025, 1, "commun", ["2025-09-08", "2026-01-16", "2026-01-29"]),
  classe("s3-2025", 2024, 3, "initiale", ["2025-09-08", "2026-01-16", "2026-01-29"]),
  classe("s3-2025-alternance", 2024, 3, "alternance", ["2025-09-08", "2026-01-16", "2026-01-30"]),
  classe("s2-2025", 2025, 2, "commun", ["2026-01-26", "2026-06-19", "2026-07-02"]),
  classe("s4-2025", 2024, 4, "initiale", ["2026-01-26", "2026-06-19", "2026-07-03"]),
  // Son jury siège en novembre : la mission en entreprise se juge à l'automne.
  classe("s4-2025-alternance", 2024, 4, "alternance", ["2026-01-26", "2026-10-30", null]),
  classe("s1-2026", 2026, 1, "commun", ["2026-09-07", "2027-01-15", null]),
  classe("s3-2026", 2025, 3, "initiale", ["2026-09-07", "2027-01-15", null]),
  classe("s5-2026", 2024, 5, "initiale", ["2026-09-07", "2027-01-15", null]),
];

export const promotionId = (annee: AnneeEntree): string => `promotion-${annee}`;
export const heureDuJury = (jury: string): string => instant(jury, "13:30");
export const heureDePublication = (jury: string): string => instant(jourOuvre(jury, 4), "10:00");

export async function seedPromotions(tx: Ecriture): Promise<void> {
  await insertAll(
    tx,
    t.promotion,
    ([2024, 2025, 2026] as const).map((annee) => ({
      id: promotionId(annee),
      maquetteId: MAQUETTE_ID,
      titre: `GMP ${annee}`,
      anneeEntree: annee,
    })),
  );
  await insertAll(
    tx,
    t.semestre,
    CLASSES.map((c) => ({
      id: c.id,
      promotionId: promotionId(c.promotion),
      numero: c.numero,
      anneeUniversitaire: c.annee,
      regime: c.regime,
      reglementId: REGLEMENT_ID,
      etat: c.jury ? ("publie" as const) : ("ouvert" as const),
      publieLe: c.jury ? heureDePublication(c.jury) : null,
      // Un jury passé a fait changer le semestre d'état quatre fois.
      version: c.jury ? 5 : 2,
    })),
  );
}
