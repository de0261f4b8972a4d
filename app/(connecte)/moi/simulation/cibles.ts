import { resultatCursus } from "@/lib/but/cursus/resultats";
import type { Cursus } from "@/lib/but/modele/cursus";
import type { Cible } from "@/lib/but/questions/besoin";

export interface Choix {
  readonly cle: string;
  readonly titre: string;
  readonly groupe: "UE" | "RCUE" | "Année";
  readonly cible: Cible;
  /** Seules les évaluations qui nourrissent cette UE comptent ; toutes pour une année. */
  readonly ueId?: string;
}

/** Ce que l'on peut vouloir atteindre depuis ce semestre ; un RCUE et une année demandent que leurs deux semestres soient suivis. */
export function listChoix(cursus: Cursus, semestreId: string): Choix[] {
  const semestre = cursus.semestres.find((s) => s.id === semestreId);
  const annee = resultatCursus(cursus).annees.findLast(
    (a) => a.semestreImpairId === semestreId || a.semestrePairId === semestreId,
  );
  const ues = (semestre?.ues ?? []).map((ue): Choix => {
    const cible = { portee: "ue", semestreId, ueId: ue.id } as const;
    return { cle: ue.id, titre: `l'UE ${ue.titre}, seule ou compensée`, groupe: "UE", cible, ueId: ue.id };
  });
  if (!annee?.semestrePairId) return ues;
  const { anneeUniversitaire } = annee;
  const rcues = annee.rcues.flatMap(({ niveauId, competenceId, impair, pair }): Choix[] => {
    const ue = semestre?.ues.find((u) => u.competenceId === competenceId);
    if (!ue || !impair || !pair) return [];
    const cible = { portee: "rcue", niveauId, anneeUniversitaire } as const;
    return [{ cle: niveauId, titre: `le RCUE ${ue.titre}`, groupe: "RCUE", cible, ueId: ue.id }];
  });
  const annees = (
    [
      ["ADM", "toute l'année"],
      ["passage", "le passage en année suivante"],
    ] as const
  )
    .filter(([objectif]) => objectif === "ADM" || annee.annee < 3)
    .map(
      ([objectif, titre]): Choix => ({
        cle: objectif,
        titre: `${titre} (BUT${annee.annee})`,
        groupe: "Année",
        cible: { portee: "annee", annee: annee.annee, objectif, anneeUniversitaire },
      }),
    );
  return [...ues, ...rcues, ...annees];
}
