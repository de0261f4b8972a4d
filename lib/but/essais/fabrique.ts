/** Dossiers d'essai pour les tests et le banc : seulement des données, aucune règle. */
import type { Cursus, Niveau, SemestreSuivi, UeSuivie } from "../modele/cursus";
import type { DecisionEnregistree, Portee } from "../modele/decision";
import type { ElementNote, NatureElement } from "../modele/element";
import type { EvaluationNotee, Note } from "../modele/note";
import { REGLEMENT_DEFAUT } from "../modele/reglement";
import type { Centiemes } from "../nombres/centiemes";

export const c = (n: number): Centiemes => n as Centiemes;

/** Une note en points devient des centièmes ; un code ou rien reste tel quel. */
export const n = (note: number | "ABS" | "EXC" | "ATT" | null): Note =>
  typeof note === "number" ? c(Math.round(note * 100)) : note;

let suivant = 0;

export function evaluation(
  note: number | "ABS" | "EXC" | "ATT" | null,
  options: Partial<Omit<EvaluationNotee, "note" | "coefficient" | "bareme">> & {
    coefficient?: number;
    bareme?: number;
  } = {},
): EvaluationNotee {
  const id = options.id ?? `e${suivant++}`;
  return {
    titre: id,
    date: "2025-10-01",
    type: "normale",
    poids: {},
    ...options,
    id,
    coefficient: c(Math.round((options.coefficient ?? 1) * 100)),
    bareme: c(Math.round((options.bareme ?? 20) * 100)),
    note: n(note),
  };
}

export function element(
  nature: NatureElement,
  coefficients: Readonly<Record<string, number>>,
  evaluations: readonly EvaluationNotee[],
  id = `m${suivant++}`,
): ElementNote {
  return {
    id,
    titre: id,
    nature,
    coefficients: Object.fromEntries(Object.entries(coefficients).map(([ue, k]) => [ue, c(Math.round(k * 100))])),
    evaluations,
  };
}

export const anneeDe = (numero: number): 1 | 2 | 3 => (numero <= 2 ? 1 : numero <= 4 ? 2 : 3);

export const niveau = (competenceId: string, annee: 1 | 2 | 3, ordre: number = annee): Niveau => ({
  id: `${competenceId}${ordre}`,
  competenceId,
  ordre,
  annee,
});

export const ueId = (competenceId: string, numero: number): string => `${competenceId}-S${numero}`;

/** Un semestre dont chaque UE a un seul module, une seule note : sa moyenne est cette note. */
export function semestre(
  numero: 1 | 2 | 3 | 4 | 5 | 6,
  moyennes: Readonly<Record<string, number | "ABS" | "EXC" | "ATT" | null>>,
  options: Partial<SemestreSuivi> & { ects?: Readonly<Record<string, number>>; ue?: Partial<UeSuivie> } = {},
): SemestreSuivi {
  const { ects, ue, ...reste } = options;
  const anneeUniversitaire = reste.anneeUniversitaire ?? `${2021 + anneeDe(numero)}-${2022 + anneeDe(numero)}`;
  const id = reste.id ?? `S${numero}-${anneeUniversitaire}`;
  const competences = Object.keys(moyennes);
  return {
    id,
    numero,
    anneeUniversitaire,
    inscription: "I",
    reglement: REGLEMENT_DEFAUT,
    bonus: [],
    ues: competences.map((competenceId) => ({
      id: ueId(competenceId, numero),
      competenceId,
      ects: ects?.[competenceId] ?? 30 / competences.length,
      poles: null,
      dispensee: false,
      ...ue,
    })),
    elements: competences.map((competenceId) =>
      element(
        "ressource",
        { [ueId(competenceId, numero)]: 1 },
        [evaluation(moyennes[competenceId] ?? null, { id: `ev-${id}-${competenceId}` })],
        `R-${id}-${competenceId}`,
      ),
    ),
    ...reste,
  };
}

export function decision(
  portee: Portee,
  objetId: string,
  semestreId: string,
  code: string,
  options: Partial<DecisionEnregistree> = {},
): DecisionEnregistree {
  return {
    id: `d${suivant++}`,
    portee,
    objetId,
    semestreId,
    code,
    proposition: null,
    motif: null,
    moyenneVue: null,
    auteur: "jury",
    date: "2025-07-01T08:00:00Z",
    rang: 1,
    ...options,
  };
}

export function cursus(
  niveaux: readonly Niveau[],
  semestres: readonly SemestreSuivi[],
  decisions: readonly DecisionEnregistree[] = [],
  options: Partial<Cursus> = {},
): Cursus {
  return { etudiantId: "e1", niveaux, semestres, decisions, forceMajeure: false, ...options };
}
