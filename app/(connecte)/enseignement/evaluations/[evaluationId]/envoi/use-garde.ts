"use client";
import { useEffect } from "react";

const QUESTION =
  "Des notes ne sont pas encore enregistrées. Elles restent gardées sur cet appareil et reviendront à votre prochaine visite ici. Quitter quand même ?";

/** Retient qui s'en va avec des notes non enregistrées : fermeture, rechargement, ou lien de la page. */
export function useGarde(retenir: boolean): void {
  useEffect(() => {
    if (!retenir) return;
    const ferme = (evenement: BeforeUnloadEvent) => evenement.preventDefault();
    const suit = (evenement: MouseEvent) => {
      const lien = evenement.target instanceof Element ? evenement.target.closest("a[href]") : null;
      if (!(lien instanceof HTMLAnchorElement) || lien.target === "_blank" || lien.hash) return;
      if (evenement.ctrlKey || evenement.metaKey || evenement.shiftKey) return;
      if (window.confirm(QUESTION)) return;
      evenement.preventDefault();
      evenement.stopPropagation();
    };
    window.addEventListener("beforeunload", ferme);
    document.addEventListener("click", suit, true);
    return () => {
      window.removeEventListener("beforeunload", ferme);
      document.removeEventListener("click", suit, true);
    };
  }, [retenir]);
}
