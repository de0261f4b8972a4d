import type { UeSuivie } from "./cursus";
import type { ElementNote, Manque, NatureElement, Pole } from "./element";
import { divisePar, type Fraction, foisEntier, plus, ZERO } from "./fraction";
import { AUCUN_MANQUE, moyenneModule, type ResultatModule } from "./module";

/** Ressources d'un côté ; SAÉ, portfolio et stage de l'autre (règlement 1). */
export const poleDe = (nature: NatureElement): Pole => (nature === "ressource" ? "ressource" : "sae");

export interface TermeModule {
  readonly element: ElementNote;
  readonly coefficient: number;
  readonly moyenne: Fraction | null;
}

/** Une moyenne pondérée de modules : un pôle, ou l'UE entière quand elle n'a pas de pôles. */
export interface JournalPole {
  readonly pole: Pole | null;
  /** Pour cent dans l'UE ; null sans pôles. */
  readonly pourcent: number | null;
  readonly termes: TermeModule[];
  moyenne: Fraction | null;
}

export interface JournalUe {
  readonly poles: JournalPole[];
}

export interface MoyenneUe {
  /** Points sur 20, exacts, avant bonus ; null = pas de moyenne. */
  readonly moyenne: Fraction | null;
  readonly manques: readonly Manque[];
}

class Ponderee {
  somme: Fraction = ZERO;
  coefficients = 0;

  ajoute(moyenne: Fraction, coefficient: number): void {
    this.somme = plus(this.somme, foisEntier(moyenne, coefficient));
    this.coefficients += coefficient;
  }

  moyenne(): Fraction | null {
    return this.coefficients === 0 ? null : divisePar(this.somme, this.coefficients);
  }
}

export type LireModule = (element: ElementNote, ueId: string) => ResultatModule;

/**
 * Moyenne d'une UE avant bonus (règlement 2.5). Avec des pôles : chacun sa moyenne pondérée, puis les pôles pondérés ;
 * un pôle sans moyenne sort et le résultat est provisoire. Sans pôles : une seule moyenne pondérée. Un module sans
 * moyenne sort avec son coefficient ; un coefficient nul n'entre ni dans le calcul ni dans ce qui manque.
 */
export function moyenneUe(
  elements: readonly ElementNote[],
  ue: Pick<UeSuivie, "id" | "poles">,
  journal?: JournalUe,
  lireModule: LireModule = moyenneModule,
): MoyenneUe {
  const ressource = new Ponderee();
  const sae = ue.poles === null ? ressource : new Ponderee();
  let manques: Manque[] | null = null;
  const journaux = journal && ouvrirJournal(journal, ue.poles);

  for (const element of elements) {
    const coefficient = element.coefficients[ue.id];
    if (!coefficient) continue;
    const resultat = lireModule(element, ue.id);
    if (resultat.manques.length > 0) {
      manques ??= [];
      manques.push(...resultat.manques);
    }
    const pole = poleDe(element.nature);
    if (resultat.moyenne !== null) (pole === "sae" ? sae : ressource).ajoute(resultat.moyenne, coefficient);
    journaux?.[pole].termes.push({ element, coefficient, moyenne: resultat.moyenne });
  }

  const moyenneRessource = ressource.moyenne();
  if (journaux) journaux.ressource.moyenne = moyenneRessource;
  if (ue.poles === null) return { moyenne: moyenneRessource, manques: manques ?? AUCUN_MANQUE };

  const moyenneSae = sae.moyenne();
  if (journaux) journaux.sae.moyenne = moyenneSae;
  const total = new Ponderee();
  for (const [pole, moyenne, pourcent] of [
    ["ressource", moyenneRessource, ue.poles.ressource],
    ["sae", moyenneSae, ue.poles.sae],
  ] as const) {
    if (moyenne !== null) total.ajoute(moyenne, pourcent);
    else if (pourcent > 0) {
      manques ??= [];
      manques.push(manquePole(pole));
    }
  }
  return { moyenne: total.moyenne(), manques: manques ?? AUCUN_MANQUE };
}

function ouvrirJournal(journal: JournalUe, poles: UeSuivie["poles"]): Record<Pole, JournalPole> {
  const ouvrir = (pole: Pole | null, pourcent: number | null): JournalPole => {
    const ligne: JournalPole = { pole, pourcent, termes: [], moyenne: null };
    journal.poles.push(ligne);
    return ligne;
  };
  if (poles === null) {
    const seul = ouvrir(null, null);
    return { ressource: seul, sae: seul };
  }
  return { ressource: ouvrir("ressource", poles.ressource), sae: ouvrir("sae", poles.sae) };
}

const manquePole = (pole: Pole): Manque => ({
  raison: "pole-vide",
  elementId: null,
  elementTitre: pole === "ressource" ? "Pôle ressources" : "Pôle SAÉ",
  evaluationId: null,
  evaluationTitre: null,
});
