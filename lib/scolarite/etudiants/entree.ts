import { z } from "zod";

const texte = (nom: string) =>
  z.string().trim().min(1, `Écrivez ${nom}.`).max(80, "Ce texte est trop long : 80 signes au plus.");
const motif = z.string().trim().max(500, "Ce motif est trop long : 500 signes au plus.");

export const entreeEtudiant = z.object({
  /** null : un étudiant de plus. */
  id: z.string().nullable(),
  numero: texte("le numéro d'étudiant").regex(/^[\w.-]+$/, "Un numéro d'étudiant n'a que des lettres et des chiffres."),
  nom: texte("le nom").transform((nom) => nom.toLocaleUpperCase("fr-FR")),
  prenom: texte("le prénom"),
});

const suivi = {
  maquetteSemestreId: z.string().min(1, "Choisissez le programme suivi."),
  groupeIds: z.array(z.string()),
};

export const entreeInscription = z.object({
  etudiantId: z.string(),
  semestreId: z.string().min(1, "Choisissez une classe."),
  ...suivi,
});

export const entreeSuivi = z.object({ inscriptionId: z.string(), ...suivi });

export const entreeEtat = z
  .object({
    inscriptionId: z.string(),
    /** Ce que l'écran montrait. */
    lu: z.enum(["I", "DEM", "DEF"]),
    etat: z.enum(["I", "DEM", "DEF"]),
    motif,
  })
  .refine((v) => v.motif !== "" || v.etat === v.lu, {
    path: ["motif"],
    message: "Dites pourquoi l'état change : le journal le gardera.",
  });

export const entreeDispense = z.object({
  inscriptionId: z.string(),
  ueId: z.string().min(1, "Choisissez l'UE dispensée."),
  motif: motif.min(1, "Une dispense a besoin d'un motif."),
});

export const entreeRetraitDispense = z.object({
  inscriptionId: z.string(),
  dispenseId: z.string(),
  motif: motif.min(1, "Dites pourquoi la dispense est retirée."),
});
