import type { UeSuivie } from "../modele/cursus";
import type { ElementNote, Manque, Pole } from "../modele/element";
import { AUCUN_MANQUE, poleDe } from "../modele/element";
import type { Fraction } from "../nombres/fraction";
import { ajouteFraction, moyenneDe, somme } from "../nombres/somme";
import { moyenneModule, type ResultatModule } from "./module";

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
  const ressource = somme();
  const sae = ue.poles === null ? ressource : somme();
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
    if (resultat.moyenne !== null) ajouteFraction(pole === "sae" ? sae : ressource, coefficient, resultat.moyenne);
    journaux?.[pole].termes.push({ element, coefficient, moyenne: resultat.moyenne });
  }

  const moyenneRessource = moyenneDe(ressource, 1);
  if (journaux) journaux.ressource.moyenne = moyenneRessource;
  if (ue.poles === null) return { moyenne: moyenneRessource, manques: manques ?? AUCUN_MANQUE };

  const moyenneSae = moyenneDe(sae, 1);
  if (journaux) journaux.sae.moyenne = moyenneSae;
  const total = somme();
  if (moyenneRessource !== null) ajouteFraction(total, ue.poles.ressource, moyenneRessource);
  else if (ue.poles.ressource > 0) manques = [...(manques ?? AUCUN_MANQUE), manquePole("ressource")];
  if (moyenneSae !== null) ajouteFraction(total, ue.poles.sae, moyenneSae);
  else if (ue.poles.sae > 0) manques = [...(manques ?? AUCUN_MANQUE), manquePole("sae")];
  return { moyenne: moyenneDe(total, 1), manques: manques ?? AUCUN_MANQUE };
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
