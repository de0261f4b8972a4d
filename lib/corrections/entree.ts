import { z } from "zod";

export const TEXTE_MAX = 1000;

const texte = (court: string, minimum: number) =>
  z.string().trim().min(minimum, court).max(TEXTE_MAX, `Ce texte est trop long : ${TEXTE_MAX} signes au plus.`);

export const entreeDemande = z.object({
  evaluationId: z.string(),
  inscriptionId: z.string(),
  texte: texte("Dites en une phrase ce qui vous semble faux : 10 signes au moins.", 10),
});

export const entreeRetrait = z.object({ demandeId: z.string(), version: z.number().int() });

export const entreeReponse = z.object({
  demandeId: z.string(),
  version: z.number().int(),
  etat: z.enum(["acceptee", "refusee"], "Choisissez d'accepter ou de refuser."),
  reponse: texte("Répondez en une phrase : l'étudiant la lira.", 5),
});
