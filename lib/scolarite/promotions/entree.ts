import { z } from "zod";

export const entreePromotion = z.object({
  maquetteId: z.string().min(1, "Choisissez une maquette."),
  titre: z
    .string()
    .trim()
    .min(1, "Donnez un titre, par exemple « GMP 2026 ».")
    .max(80, "Ce titre est trop long : 80 signes au plus."),
  /** En texte, tel que tapé. */
  anneeEntree: z
    .string()
    .trim()
    .regex(/^20\d\d$/, "Écrivez l'année d'entrée en quatre chiffres, par exemple 2026.")
    .transform(Number),
});

export const entreeSemestre = z.object({
  promotionId: z.string(),
  numero: z.number().int().min(1).max(6),
  regime: z.enum(["commun", "initiale", "alternance"]),
  anneeUniversitaire: z
    .string()
    .trim()
    .regex(/^20\d\d-20\d\d$/, "Écrivez l'année universitaire comme 2026-2027.")
    .refine((a) => Number(a.slice(5)) === Number(a.slice(0, 4)) + 1, {
      message: "Une année universitaire va d'une année à la suivante, comme 2026-2027.",
    }),
  reglementId: z.string().min(1, "Choisissez un règlement."),
});

export const entreeOuverture = z.object({ semestreId: z.string(), version: z.number().int() });

export const entreeGroupe = z.object({
  semestreId: z.string(),
  nom: z.string().trim().min(1, "Nommez le groupe, par exemple « TD 1 ».").max(40, "40 signes au plus."),
});
