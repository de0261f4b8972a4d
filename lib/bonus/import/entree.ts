import { z } from "zod";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { verifyBonus } from "@/lib/but/regles/bonus";

const id = z.string().min(1).max(200);

const bonus = z.object({
  /** La ligne du fichier. */
  ligne: z.number().int().min(1).max(1_100_000),
  inscriptionId: id,
  lu: z.object({ id, version: z.number().int().min(1) }).nullable(),
  activite: z.string().trim().min(1, "Nommez l'activité.").max(80, "Ce nom est trop long : 80 signes au plus."),
  /** Centièmes de pour cent (règlement 3). */
  pourcent: z.number().transform((n, contexte) => {
    const verdict = verifyBonus(n);
    if (verdict.ok) return verdict.pourcent;
    contexte.addIssue({ code: "custom", message: verdict.message });
    return centiemes(0);
  }),
});

const lignes = z.array(bonus).min(1, "Rien à enregistrer.").max(2_000, "2 000 bonus au plus à la fois.");

export const entreeEffets = z.object({ semestreId: id, bonus: lignes });

export const entreeImport = z.object({
  semestreId: id,
  /** Fait par le navigateur : un import renvoyé n'est écrit qu'une fois. */
  lotId: z.uuid("Import sans identifiant : rechargez la page."),
  fichier: z.string().trim().min(1).max(200),
  signature: z.string().max(500),
  lignes: z.number().int().min(0).max(20_000),
  ecartees: z.number().int().min(0).max(20_000),
  bonus: lignes,
});

export const entreeAnnulation = z.object({ lotId: id });

export type BonusLu = z.output<typeof bonus>;
