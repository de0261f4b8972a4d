import { z } from "zod";
import type { Note } from "@/lib/but/modele/note";

const id = z.string().min(1).max(200);

/** Un changement tel que le navigateur l'a fait et le garde jusqu'à sa réponse. */
export const changementSchema = z.object({
  /** Fait par le navigateur : c'est l'id de la ligne d'histoire, un renvoi est donc reconnu. */
  id: z.uuid("Changement sans identifiant : rechargez la page."),
  inscriptionId: id,
  /** Ce qui est tapé, tel quel. */
  saisie: z.string().max(200, "Une note ne dépasse pas quelques signes."),
  /** La version que la personne avait sous les yeux ; 0 : pas encore de note. */
  versionLue: z.number().int().min(0),
  source: z.enum(["cellule", "collage", "import"]),
  /** Demandé quand l'évaluation est publiée. */
  motif: z.string().trim().max(500, "Motif : 500 signes au plus.").nullable(),
});

export const saisieSchema = z.object({
  evaluationId: id,
  /** Qui a tapé, si c'est su : une file gardée sur un poste partagé ne part jamais sous le nom d'un autre. */
  auteurId: id.optional(),
  changements: z.array(changementSchema).min(1, "Rien à enregistrer.").max(500, "500 notes au plus à la fois."),
});

/** La saisie qui compte, ou celle qui la vérifie à l'aveugle. */
export type Passe = "premiere" | "seconde";

export type Changement = z.output<typeof changementSchema>;
export type SourceChangement = Changement["source"];

/** Une note enregistrée, et par qui. */
export interface NoteLue {
  readonly note: Note;
  readonly version: number;
  /** Instant ISO 8601 UTC. */
  readonly le: string;
  readonly par: string;
  /** Changée après une publication : l'étudiant le voit. */
  readonly modifiee: boolean;
}

/** La réponse à chaque changement : les uns n'empêchent jamais les autres. */
export type Issue = { readonly id: string; readonly inscriptionId: string } & (
  | {
      /** « deja » : reçu auparavant, ou la note valait déjà cela ; rien n'a été réécrit. */
      readonly issue: "enregistree" | "deja";
      readonly note: NoteLue | null;
    }
  | { readonly issue: "refusee"; readonly message: string; readonly motifRequis: boolean }
  | { readonly issue: "conflit"; readonly note: NoteLue | null }
);
