import { z } from "zod";

const id = z.string().min(1).max(200);

/** Trancher un écart : l'une des deux valeurs telles qu'elles ont été lues, ou une autre. */
export const arbitrageSchema = z.object({
  /** L'id de la ligne d'histoire, si la note change. */
  id: z.uuid("Choix sans identifiant : rechargez la page."),
  evaluationId: id,
  inscriptionId: id,
  versionPremiere: z.number().int().min(1),
  versionSeconde: z.number().int().min(1),
  choix: z.discriminatedUnion("de", [
    z.object({ de: z.literal("premiere") }),
    z.object({ de: z.literal("seconde") }),
    z.object({ de: z.literal("autre"), saisie: z.string().max(200, "Une note ne dépasse pas quelques signes.") }),
  ]),
});

export type Choix = z.output<typeof arbitrageSchema>["choix"];
