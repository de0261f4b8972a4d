"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { Resultat } from "@/lib/errors";

const PANNE: Resultat<never> = {
  ok: false,
  code: "invalide",
  message: "L'enregistrement n'a pas abouti : vérifiez le réseau, puis réessayez. Rien n'est perdu ici.",
  detail: null,
};

/** Les messages par champ d'un refus ; vide quand il porte sur le tout. */
export function erreursDe(resultat: Resultat<unknown> | null): Readonly<Record<string, string>> {
  if (!resultat || resultat.ok || resultat.code !== "invalide" || typeof resultat.detail !== "object") return {};
  return (resultat.detail ?? {}) as Record<string, string>;
}

/**
 * Envoie une saisie à une action serveur et garde sa réponse. Une réussite relit la page ; un refus laisse les champs
 * tels qu'ils sont, avec leurs raisons.
 */
export function useEnvoi<E, T>(action: (entree: E) => Promise<Resultat<T>>, apres?: (valeur: T) => void) {
  const router = useRouter();
  const [resultat, setResultat] = useState<Resultat<T> | null>(null);
  const [enCours, startTransition] = useTransition();
  const envoyer = (entree: E) =>
    startTransition(async () => {
      const reponse = await action(entree).catch(() => PANNE);
      // Ensemble : l'écran ne dit « enregistré » qu'avec les nombres relus.
      startTransition(() => {
        setResultat(reponse);
        if (!reponse.ok) return;
        apres?.(reponse.valeur);
        router.refresh();
      });
    });
  return { envoyer, enCours, resultat, erreurs: erreursDe(resultat), oublier: () => setResultat(null) };
}
