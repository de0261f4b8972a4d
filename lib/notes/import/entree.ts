import { z } from "zod";
import { COMMENTAIRE_MAX } from "../commentaire/entree";

const id = z.string().min(1).max(200);

/** Autant de notes qu'une promotion entière en a dans un élément. */
const NOTES_MAX = 5000;

export const importSchema = z.object({
  /** Fait par le navigateur : un import renvoyé n'est écrit qu'une fois. */
  lotId: z.uuid("Import sans identifiant : rechargez la page."),
  /** Qui a vu l'aperçu : il ne s'applique pas sous le nom d'un autre. */
  auteurId: id,
  fichier: z.string().trim().min(1).max(200),
  signature: z.string().max(500),
  /** Les lignes du fichier, et celles qui ne s'écrivent pas. */
  lignes: z.number().int().min(0).max(20_000),
  ecartees: z.number().int().min(0).max(20_000),
  /** Les colonnes choisies par la personne elle-même : proposées la fois suivante. */
  choix: z.record(z.string().max(200), z.string().max(200)).nullable(),
  motif: z.string().trim().max(500, "Motif : 500 signes au plus.").nullable(),
  notes: z
    .array(
      z.object({
        /** La ligne du fichier. */
        ligne: z.number().int().min(1).max(1_100_000),
        evaluationId: id,
        inscriptionId: id,
        saisie: z.string().max(COMMENTAIRE_MAX),
        versionLue: z.number().int().min(0),
        genre: z.literal("commentaire").optional(),
      }),
    )
    .min(1, "Rien à enregistrer.")
    .max(NOTES_MAX, `${NOTES_MAX} notes au plus à la fois.`),
});

export const annulationSchema = z.object({
  lotId: id,
  motif: z.string().trim().max(500, "Motif : 500 signes au plus.").nullable(),
});

export type ImportNotes = z.output<typeof importSchema>;
