import { z } from "zod";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { parseDecimal } from "@/lib/but/nombres/decimal";
import { verifyPoles } from "./poles";

const motif = z.string().trim().max(500, "Ce motif est trop long : 500 signes au plus.");

export const entreeCoefficient = z.object({
  id: z.string(),
  version: z.number().int(),
  /** En texte, tel que tapé. */
  valeur: z.string().transform((saisie, contexte): Centiemes => {
    const lu = parseDecimal(saisie, { nom: "Coefficient", min: 0, max: 100_000, decimales: 2 });
    if (lu.ok) return lu.valeur;
    contexte.addIssue({ code: "custom", message: lu.message });
    return z.NEVER;
  }),
  motif,
});

const pourcent = z.number("Entrez un nombre entier de pour cent.").int("Entrez un nombre entier de pour cent.");
const poles = z.object({ ressource: pourcent, sae: pourcent }).nullable();

export const entreePoles = z.object({
  ueId: z.string(),
  /** Ce que l'écran montrait : une UE n'a pas de version, ses pôles en tiennent lieu. */
  lus: poles,
  poles: poles.superRefine((valeur, contexte) => {
    const verdict = verifyPoles(valeur);
    if (!verdict.ok) contexte.addIssue({ code: "custom", message: verdict.message });
  }),
  motif,
});

export const entreeConfirmation = z.object({
  maquetteSemestreId: z.string(),
  /** Les UE à confirmer, avec ce que l'écran en montrait. */
  ues: z
    .array(
      z.object({
        id: z.string(),
        poles,
        coefficients: z.array(z.object({ id: z.string(), version: z.number().int() })),
      }),
    )
    .min(1, "Choisissez au moins une UE à confirmer."),
});
