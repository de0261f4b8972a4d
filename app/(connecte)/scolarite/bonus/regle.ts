import type { Reglement } from "@/lib/but/modele/reglement";
import { formatCourt } from "@/lib/but/nombres/centiemes";

/** Ce que le règlement fait des activités et de la moyenne, en une phrase. */
export function phraseRegle(regle: Reglement["bonus"]): string {
  const cumul = regle.cumul === "somme" ? "Les activités s'ajoutent" : "La meilleure activité compte";
  const effet =
    regle.lecture === "multiplicatif"
      ? "chaque moyenne d'UE est augmentée de ce pourcentage"
      : "chaque moyenne d'UE gagne 0,2 point par pour cent";
  return `0, ou de 0,25 à 5 % par pas de 0,25. ${cumul}, au plus ${formatCourt(regle.plafond)} % ; ${effet}, sans dépasser 20.`;
}
