import { z } from "zod";
import { TYPES_DOCUMENT } from "./types";

export const ENTREE_DOCUMENT = z.object({
  type: z.enum(TYPES_DOCUMENT, "Choisissez un document."),
  etudiantId: z.string().min(1, "Choisissez un étudiant."),
  /** Pour un relevé ; sans lui, le semestre que l'étudiant suit. */
  semestreId: z.string().min(1, "Choisissez un semestre.").optional(),
});
