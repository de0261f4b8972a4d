"use client";
import { type ChangeEvent, useState } from "react";
import type { Choix } from "@/lib/import/apercu";
import type { Lecture } from "@/lib/import/tableau";

export interface FichierLu {
  readonly nom: string;
  readonly lecture: Lecture;
}

const PERDU = "Ce fichier n'a pas pu être lu : vérifiez votre connexion, puis choisissez-le encore.";

/** Laisse le navigateur dessiner la barre avant le travail qui l'occupe. */
const souffle = () => new Promise<void>((fait) => requestAnimationFrame(() => setTimeout(fait)));

/** Un fichier choisi, lu dans le navigateur, et les colonnes que la personne y choisit : rien ne part avant l'aperçu. */
export function useFichier() {
  const [lu, setLu] = useState<FichierLu | null>(null);
  const [choix, setChoix] = useState<Choix>({});
  const [part, setPart] = useState<number | null>(null);

  const choisit = async (evenement: ChangeEvent<HTMLInputElement>) => {
    const champ = evenement.target;
    const fichier = champ.files?.[0];
    if (!fichier) return;
    setLu(null);
    setChoix({});
    setPart(0.1);
    try {
      const { readFichier } = await import("@/lib/import/lecture/fichier");
      setPart(0.4);
      await souffle();
      const lecture = await readFichier(fichier);
      setPart(0.8);
      await souffle();
      setLu({ nom: fichier.name.slice(0, 200), lecture });
    } catch {
      setLu({ nom: fichier.name, lecture: { ok: false, message: PERDU } });
    }
    setPart(null);
    // Le même fichier, corrigé, doit pouvoir être choisi à nouveau.
    champ.value = "";
  };

  return {
    lu,
    choix,
    part,
    choisit,
    /** Le premier choix part de ce qui était lu : changer une colonne ne doit pas en perdre une autre. */
    choisitColonne: (champ: string, titre: string) =>
      setChoix((c) => ({ ...c, colonnes: new Map([...(c.colonnes ?? []), [champ, titre]]) })),
    choisitFeuille: (feuille: string) => setChoix({ feuille }),
    oublie: () => {
      setLu(null);
      setChoix({});
    },
  };
}
