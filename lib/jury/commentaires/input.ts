import { z } from "zod";

export const TEXTE_MAX = 1000;

export const ENTREE_COMMENTAIRE = z.object({
  semestreId: z.string().min(1),
  etudiantId: z.string().min(1),
  texte: z.string().trim().min(1, "Écrivez le commentaire.").max(TEXTE_MAX, `${TEXTE_MAX} caractères au plus.`),
});
