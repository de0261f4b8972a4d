import { useEffect, useState } from "react";

export const RESEAU_MANQUE =
  "Le réseau manque pour lire un tableau : vos notes sont gardées ici. Réessayez quand il revient.";

/**
 * Un module chargé après l'écran, mais avant qu'on en ait besoin. Si le réseau manque à ce moment-là, il est redemandé quand
 * on le veut, et `echec` le dit : l'écran, lui, reste.
 */
export function useModule<M extends object>(
  charge: () => Promise<M>,
  voulu: boolean,
): { readonly module: M | null; readonly echec: boolean } {
  const [module, setModule] = useState<M | null>(null);
  const [echec, setEchec] = useState(false);
  useEffect(() => {
    if (module) return;
    const encore = { vaut: true };
    charge().then(
      (lu) => encore.vaut && setModule(() => lu),
      () => encore.vaut && setEchec(voulu),
    );
    return () => {
      encore.vaut = false;
    };
  }, [charge, module, voulu]);
  return { module, echec: echec && voulu && module === null };
}
