import { formatInstant } from "../libelles";
import type { LigneJury } from "../ligne";
import type { SemestreJury } from "../queries";

export type SemestreListe = NonNullable<SemestreJury> & {
  readonly inscrits: number;
  /** null : le semestre n'attend rien d'un jury (préparation, délibéré, publié), rien n'est recalculé. */
  readonly bilan: Bilan | null;
};

export interface Bilan {
  readonly decides: number;
  readonly aDecider: number;
  readonly provisoires: number;
}

export function bilanDe(lignes: readonly LigneJury[]): Bilan {
  const juges = lignes.filter((l) => l.inscription === "I");
  const aDecider = juges.filter((l) => l.aDecider.length > 0).length;
  return {
    decides: juges.length - aDecider,
    aDecider,
    provisoires: juges.filter((l) => l.provisoire).length,
  };
}

type Situation = Pick<SemestreListe, "etat" | "bilan" | "inscrits" | "publicationPrevueLe">;

/** La prochaine chose à faire, en une phrase. */
export function suiteDe({ etat, bilan, inscrits, publicationPrevueLe }: Situation): string {
  switch (etat) {
    case "preparation":
      return "La scolarité prépare ce semestre.";
    case "ouvert":
      if (inscrits === 0) return "Aucun étudiant inscrit.";
      return (bilan?.provisoires ?? 0) > 0
        ? "Des notes manquent encore : voir la liste d'avant jury."
        : "Tout est saisi : le jury peut s'ouvrir.";
    case "jury":
    case "rouvert":
      return (bilan?.aDecider ?? 0) > 0
        ? "Décider pour chaque étudiant, puis délibérer."
        : "Tout est décidé : délibérer.";
    case "delibere":
      return publicationPrevueLe
        ? `Publication fixée au ${formatInstant(publicationPrevueLe)}.`
        : "Publier les décisions : les étudiants les verront.";
    case "publie":
      return "Décisions publiées.";
  }
}

/** Les états où un jury a encore quelque chose à décider. */
export const ETATS_A_SUIVRE: readonly string[] = ["ouvert", "jury", "rouvert"];
