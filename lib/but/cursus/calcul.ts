import type { Cursus, SemestreSuivi } from "../modele/cursus";
import { semestresTries } from "../modele/semestres";
import { type AnneeCalculee, calculeAnnees } from "./annees";
import { Dossier } from "./decisions-en-vigueur";
import { calculeUes, type Inscriptions } from "./ues";

/** Le calcul avant publication : valeurs exactes et propositions, partagé par les résultats et les explications. */
export interface CursusCalcule {
  readonly cursus: Cursus;
  readonly semestres: readonly SemestreSuivi[];
  readonly dossier: Dossier;
  readonly inscriptions: Inscriptions;
  readonly annees: readonly AnneeCalculee[];
}

export function calculCursus(cursus: Cursus): CursusCalcule {
  const semestres = semestresTries(cursus.semestres);
  const dossier = new Dossier(cursus, semestres);
  const inscriptions = calculeUes(semestres, dossier);
  return { cursus, semestres, dossier, inscriptions, annees: calculeAnnees(cursus, semestres, inscriptions, dossier) };
}
