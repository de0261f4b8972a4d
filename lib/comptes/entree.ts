import { z } from "zod";

const ROLES = ["etudiant", "enseignant", "responsable", "jury", "scolarite"] as const;

const texte = (nom: string) =>
  z.string().trim().min(1, `Écrivez ${nom}.`).max(80, "Ce texte est trop long : 80 signes au plus.");

const nouveauMotDePasse = z
  .string()
  .min(12, "Choisissez un mot de passe d'au moins 12 signes.")
  .max(200, "Ce mot de passe est trop long : 200 signes au plus.");

export const entreeCompte = z
  .object({
    email: z.string().trim().toLowerCase().pipe(z.email("Écrivez une adresse e-mail, comme prenom.nom@iut.fr.")),
    nom: texte("le nom").transform((nom) => nom.toLocaleUpperCase("fr-FR")),
    prenom: texte("le prénom"),
    roles: z.array(z.enum(ROLES)).min(1, "Choisissez au moins un rôle."),
    /** Obligatoire pour un compte d'étudiant : de qui il montre les notes. */
    numeroEtudiant: z.string().trim(),
    motDePasse: nouveauMotDePasse,
  })
  .refine((v) => !v.roles.includes("etudiant") || v.numeroEtudiant !== "", {
    path: ["numeroEtudiant"],
    message: "Écrivez le numéro de l'étudiant à qui est ce compte.",
  });

export const entreeRole = z.object({
  utilisateurId: z.string(),
  role: z.enum(ROLES, "Choisissez un rôle."),
  /** null : partout. */
  semestreId: z.string().nullable(),
});

export const entreeRetrait = z.object({ utilisateurId: z.string(), id: z.string() });

export const entreeAffectation = z.object({
  utilisateurId: z.string(),
  semestreId: z.string().min(1, "Choisissez une classe."),
  elementId: z.string().min(1, "Choisissez un élément."),
});

export const entreeActif = z.object({ utilisateurId: z.string(), actif: z.boolean() });

export const entreeMotDePasse = z.object({ utilisateurId: z.string(), motDePasse: nouveauMotDePasse });

export const entreeMonMotDePasse = z
  .object({
    actuel: z.string().min(1, "Écrivez votre mot de passe actuel."),
    nouveau: nouveauMotDePasse,
    confirmation: z.string(),
  })
  .refine((v) => v.nouveau === v.confirmation, {
    path: ["confirmation"],
    message: "Les deux saisies du nouveau mot de passe diffèrent.",
  });
