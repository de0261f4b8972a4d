import { z } from "zod";
import { parseDecimal } from "@/lib/but/nombres/decimal";

const MAX = 100_000;

/** Un décimal tel qu'il est tapé, lu par la règle commune : le message revient sous son champ. */
const decimal = (nom: string, min: number) =>
  z.string({ error: `${nom} : entrez un nombre.` }).transform((saisie, contexte) => {
    const lu = parseDecimal(saisie, { nom, min, max: MAX, decimales: 2 });
    if (lu.ok) return lu.valeur;
    contexte.addIssue({ code: "custom", message: lu.message });
    return z.NEVER;
  });

const titre = z
  .string()
  .trim()
  .min(1, "Titre : donnez un titre, par exemple « Devoir surveillé ».")
  .max(120, "Titre : 120 signes au plus.");

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "Date : choisissez le jour de l'évaluation.")
  .refine((jour) => {
    const lu = new Date(`${jour}T00:00:00Z`);
    return !Number.isNaN(lu.getTime()) && lu.toISOString().startsWith(jour);
  }, "Date : ce jour n'existe pas.");

const champs = {
  titre,
  date,
  type: z.enum(["normale", "rattrapage", "seconde-session", "bonus"], "Type : choisissez dans la liste."),
  coefficient: decimal("Coefficient", 0),
  bareme: decimal("Barème", 100),
  /** Par compétence : un seul poids pour les UE qu'elle a dans plusieurs parcours. */
  poids: z.record(z.string(), decimal("Poids", 0)),
  /** Absent : comme avant. */
  doubleSaisie: z.boolean("Saisie en double : oui ou non.").optional(),
};

const id = z.string().min(1).max(200);
const motif = z.string().trim().max(500, "Motif : 500 signes au plus.");
const motifObligatoire = motif.min(3, "Motif : dites pourquoi en quelques mots.");

export const creationSchema = z.object({ semestreId: id, elementId: id, ...champs });
export const modificationSchema = z.object({
  evaluationId: id,
  version: z.number().int(),
  motif: motif.optional(),
  ...champs,
});
export const evaluationSchema = z.object({ evaluationId: id });
/** `motif` : publier malgré des écarts entre les deux saisies. */
export const publicationSchema = z.object({ evaluationId: id, motif: motif.optional() });
export const deplacementSchema = z.object({ evaluationId: id, sens: z.enum(["monter", "descendre"]) });
/** Retirer une publication, archiver : ce qui défait se motive. */
export const motiveeSchema = z.object({ evaluationId: id, motif: motifObligatoire });

export const anonymatSchema = z.discriminatedUnion("anonyme", [
  z.object({ evaluationId: id, anonyme: z.literal(true) }),
  z.object({ evaluationId: id, anonyme: z.literal(false), motif: motifObligatoire }),
]);

/** Ce que le formulaire tient : tout est du texte tapé. */
export type SaisieEvaluation = Pick<
  z.input<typeof creationSchema>,
  "titre" | "date" | "type" | "coefficient" | "bareme" | "poids" | "doubleSaisie"
>;
