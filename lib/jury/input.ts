import { z } from "zod";

const semestreId = z.string().min(1);
const texteCourt = (vide: string) => z.string().trim().min(1, vide).max(300, "300 caractères au plus.");

export const ENTREE_SEMESTRE = z.object({
  semestreId,
  version: z.number().int(),
});

export const ENTREE_DECISIONS = z.object({
  semestreId,
  etudiantId: z.string().min(1),
  choix: z
    .array(
      z.object({
        portee: z.enum(["ue", "rcue", "annee", "diplome"]),
        objetId: z.string().min(1),
        code: z.string().min(1, "Choisissez un code."),
        motif: z.string().trim().max(500, "Motif : 500 caractères au plus.").nullable(),
        /** Ce que le jury avait sous les yeux en choisissant. */
        rang: z.number().int().min(0),
        moyenne: z.number().int().nullable(),
        proposition: z.string().nullable(),
      }),
    )
    .min(1, "Choisissez au moins une décision à enregistrer."),
  /** Les décisions entraînées que l'écran a montrées : « ue:… ADJR ». */
  consequences: z.array(z.string()),
});

export const ENTREE_PROPOSITIONS = z.object({
  semestreId,
  /** Combien de décisions la liste annonçait, conséquences comprises. */
  nombre: z.number().int().min(1, "Il n'y a aucune proposition à accepter."),
});

export const ENTREE_DELIBERATION = ENTREE_SEMESTRE.extend({
  president: texteCourt("Indiquez qui préside le jury."),
  membres: z
    .string()
    .trim()
    .min(1, "Indiquez les membres présents, séparés par des virgules.")
    .max(2000, "Liste trop longue."),
});

export const ENTREE_PUBLICATION_PREVUE = ENTREE_SEMESTRE.extend({
  /** Jour et heure de Paris ; null pour renoncer à la publication fixée. */
  prevue: z
    .object({
      jour: z.string().min(1, "Choisissez le jour."),
      heure: z.string().min(1, "Choisissez l'heure."),
    })
    .nullable(),
});

export const ENTREE_REOUVERTURE = ENTREE_SEMESTRE.extend({
  motif: texteCourt("Dites pourquoi ce semestre est rouvert : le motif reste au journal."),
});
