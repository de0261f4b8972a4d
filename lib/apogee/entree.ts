import { z } from "zod";

const id = z.string().min(1).max(200);

/** Des codes séparés par des espaces, des virgules ou des points-virgules. */
export const lisCodes = (texte: string): readonly string[] => [
  ...new Set(texte.split(/[\s,;]+/).filter((c) => c !== "")),
];

const code = z
  .string()
  .regex(/^[\w.-]{1,30}$/, "Un code Apogée n'a que des lettres, des chiffres, des tirets et des points, 30 au plus.");

export const entreeCodes = z.object({
  maquetteId: id,
  changements: z
    .array(
      z.object({
        objet: z.enum(["annee", "semestre", "ue", "rcue", "element"]),
        objetId: id,
        avant: z.array(code).max(20),
        apres: z.array(code).max(20, "Vingt codes au plus pour un même objet."),
      }),
    )
    .min(1, "Rien à enregistrer.")
    .max(2_000),
});

export const entreeCorrespondance = z.object({
  formationId: id,
  choix: z.array(z.object({ code: z.string().min(1).max(20), apogee: z.union([z.literal(""), code]) })).max(50),
});

export const entreeFichier = z.object({
  formationId: id,
  nom: z.string().min(1).max(200),
  /** Le fichier, en base64. */
  contenu: z.base64("Ce fichier ne se lit pas : choisissez-le de nouveau.").max(4_000_000, "Ce fichier est trop gros."),
});
