import { z } from "zod";

/** Les fichiers de vecteurs : des résultats connus que le calcul doit retrouver. */
const noteJson = z.union([z.number(), z.enum(["ABS", "EXC", "ATT"]), z.null()]);

export const casModule = z.object({
  id: z.string(),
  type: z.literal("module"),
  entree: z.object({
    ue: z.string(),
    evaluations: z.array(
      z.object({
        type: z.enum(["normale", "rattrapage", "seconde-session", "bonus"]).default("normale"),
        coefficient: z.number(),
        bareme: z.number(),
        poids: z.record(z.string(), z.number()).default({}),
      }),
    ),
    notes: z.array(noteJson),
  }),
  attendu: z.object({ moyenne: z.number().nullable().optional(), affichee: z.string().optional() }),
});

export const casUe = z.object({
  id: z.string(),
  type: z.literal("ue"),
  entree: z.object({
    elements: z.array(
      z.object({ nature: z.enum(["ressource", "sae"]), coefficient: z.number(), moyenne: z.number().nullable() }),
    ),
    poles: z.object({ ressource: z.number(), sae: z.number() }).optional(),
    bonus: z.object({ pourcent: z.number(), lecture: z.enum(["multiplicatif", "points"]) }).optional(),
  }),
  attendu: z.object({
    moyenne: z.number().nullable().optional(),
    affichee: z.string().optional(),
    acquise: z.boolean().optional(),
  }),
});

export const casAnnee = z.object({
  id: z.string(),
  type: z.literal("annee"),
  deDroit: z.boolean().default(false),
  entree: z.object({
    annee: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    rcues: z.array(z.object({ impair: z.number(), pair: z.number() })),
  }),
  attendu: z.object({
    rcues: z.array(
      z.object({ impair: z.string().nullable(), pair: z.string().nullable(), rcue: z.string().nullable() }),
    ),
    annee: z.string(),
  }),
});

export const fichierJson = z.object({
  cas: z.array(z.discriminatedUnion("type", [casModule, casUe, casAnnee])),
});

export type Cas = z.infer<typeof fichierJson>["cas"][number];
