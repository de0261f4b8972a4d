import type { Cursus, SemestreSuivi } from "./cursus";
import { type AnneeCalculee, calculeAnnees } from "./cursus-annees";
import { calculeUes, type Inscriptions } from "./cursus-ues";
import { Dossier, semestresTries } from "./dossier";

/** Le calcul avant publication : valeurs exactes et propositions, partagé par les résultats et les explications. */
export interface CursusCalcule {
  readonly cursus: Cursus;
  readonly semestres: readonly SemestreSuivi[];
  readonly dossier: Dossier;
  readonly inscriptions: Inscriptions;
  readonly annees: readonly AnneeCalculee[];
}

export function calculeCursus(cursus: Cursus): CursusCalcule {
  const semestres = semestresTries(cursus.semestres);
  const dossier = new Dossier(cursus, semestres);
  const inscriptions = calculeUes(semestres, dossier);
  return { cursus, semestres, dossier, inscriptions, annees: calculeAnnees(cursus, semestres, inscriptions, dossier) };
}
