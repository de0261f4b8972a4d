import { z } from "zod";
import { CODES_ANNEE, CODES_DIPLOME, CODES_RCUE, CODES_UE } from "../../lib/but/modele/decision";

/** Le JSON de la commande « calcul », tel que docs/calcul.md le décrit. Les nombres y sont en points, pas en centièmes. */
const identifiant = z.string().min(1);
const numero = z.literal([1, 2, 3, 4, 5, 6]);
const annee = z.literal([1, 2, 3]);
const anneeUniversitaire = z.string().regex(/^\d{4}-\d{4}$/, "année universitaire attendue, par exemple « 2025-2026 »");
/** 12.5 ou "12,5" : gardé en texte, pour rester exact. */
const decimal = z.union([z.number(), z.string()]).transform(String);
const note = z.union([z.number(), z.string(), z.null()]).transform((n) => (n === null ? "" : String(n)));

const poles = z.strictObject({ ressource: z.int().min(0).max(100), sae: z.int().min(0).max(100) });

const niveau = z.strictObject({
  id: identifiant.optional(),
  competence: identifiant,
  ordre: z.int().min(1).max(3),
  annee,
});

const evaluation = z.strictObject({
  id: identifiant,
  titre: z.string().optional(),
  date: z.string().optional(),
  type: z.enum(["normale", "rattrapage", "seconde-session", "bonus"]).default("normale"),
  coefficient: decimal.default("1"),
  bareme: decimal.default("20"),
  poids: z.record(z.string(), decimal).default({}),
});

const element = z.strictObject({
  id: identifiant,
  titre: z.string().optional(),
  nature: z.enum(["ressource", "sae", "portfolio", "stage"]),
  coefficients: z.record(z.string(), decimal),
  evaluations: z.array(evaluation).default([]),
});

const semestre = z.strictObject({
  id: identifiant,
  numero,
  annee: anneeUniversitaire,
  ues: z.array(
    z.strictObject({
      id: identifiant,
      titre: z.string().optional(),
      competence: identifiant,
      ects: z.int().min(0).max(60),
      poles: poles.nullable().default(null),
    }),
  ),
  elements: z.array(element),
});

const code = z.enum([...new Set([...CODES_UE, ...CODES_RCUE, ...CODES_ANNEE, ...CODES_DIPLOME])]);

const decision = z.strictObject({
  portee: z.enum(["ue", "rcue", "annee", "diplome"]),
  objet: identifiant,
  semestre: identifiant,
  code,
  moyenne: decimal.optional(),
});

const inscription = z.strictObject({
  semestre: identifiant,
  inscription: z.enum(["I", "DEM", "DEF"]).default("I"),
  dispenses: z.array(identifiant).default([]),
  bonus: z.array(z.strictObject({ activite: z.string().default("Bonus"), pourcent: decimal })).default([]),
  notes: z.record(z.string(), note).default({}),
});

const etudiant = z.strictObject({
  id: identifiant,
  niveaux: z.array(niveau).optional(),
  niveauxAnciens: z.array(niveau).optional(),
  forceMajeure: z.boolean().default(false),
  semestres: z.array(inscription),
  decisions: z.array(decision).default([]),
});

export const casJson = z.strictObject({
  reglement: z
    .strictObject({
      bonus: z
        .strictObject({
          lecture: z.enum(["multiplicatif", "points"]).optional(),
          cumul: z.enum(["somme", "meilleur"]).optional(),
          plafond: decimal.optional(),
        })
        .optional(),
      rcue: z.enum(["simple", "ects"]).optional(),
      polesBut3: z.enum(["par-ue", "deux-ue"]).optional(),
    })
    .default({}),
  niveaux: z.array(niveau),
  semestres: z.array(semestre).min(1),
  etudiants: z.array(etudiant).min(1),
});

export type CasJson = z.infer<typeof casJson>;
export type SemestreJson = CasJson["semestres"][number];
export type InscriptionJson = CasJson["etudiants"][number]["semestres"][number];
export type EvaluationJson = SemestreJson["elements"][number]["evaluations"][number];
