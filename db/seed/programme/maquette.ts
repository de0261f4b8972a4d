import { asc, eq } from "drizzle-orm";
import type { UeSuivie } from "../../../lib/but/modele/cursus";
import type { ElementNote } from "../../../lib/but/modele/element";
import type { Centiemes } from "../../../lib/but/nombres/centiemes";
import type { Ecriture } from "../../connexion";
import type { Regime } from "../../schema/types";
import * as t from "../../tables";

export interface UeMaquette extends Omit<UeSuivie, "dispensee"> {
  /** « Spécifier » */
  readonly competence: string;
  readonly maquetteSemestreId: string;
}

export interface ElementMaquette extends Omit<ElementNote, "evaluations"> {
  /** Les UE qu'il nourrit, tous parcours confondus. */
  readonly ues: readonly UeMaquette[];
}

/** Ce qu'une classe peut suivre : les éléments de son numéro et de son régime, dans l'ordre de la maquette. */
export interface MaquetteClasse {
  readonly ues: readonly UeMaquette[];
  readonly elements: readonly ElementMaquette[];
}

/** Clé : « 3 initiale ». */
export type Maquettes = ReadonlyMap<string, MaquetteClasse>;

export const cleMaquette = (numero: number, regime: Regime): string => `${numero} ${regime}`;

export async function readMaquettes(tx: Ecriture): Promise<Maquettes> {
  const lignes = await tx
    .select({
      ue: t.ue,
      competence: t.competence.court,
      numero: t.maquetteSemestre.numero,
      regime: t.maquetteSemestre.regime,
      element: t.element,
      valeur: t.coefficient.valeur,
    })
    .from(t.coefficient)
    .innerJoin(t.ue, eq(t.ue.id, t.coefficient.ueId))
    .innerJoin(t.competence, eq(t.competence.id, t.ue.competenceId))
    .innerJoin(t.maquetteSemestre, eq(t.maquetteSemestre.id, t.ue.maquetteSemestreId))
    .innerJoin(t.element, eq(t.element.id, t.coefficient.elementId))
    .orderBy(asc(t.element.ordre), asc(t.competence.numero), asc(t.ue.id));

  const ues = new Map<string, UeMaquette>();
  const elements = new Map<string, { ues: UeMaquette[]; coefficients: Record<string, Centiemes> } & ElementMaquette>();
  const maquettes = new Map<string, { ues: UeMaquette[]; elements: ElementMaquette[] }>();
  for (const l of lignes) {
    const cle = cleMaquette(l.numero, l.regime);
    const maquette = maquettes.get(cle) ?? { ues: [], elements: [] };
    maquettes.set(cle, maquette);
    const { id, competenceId, ects, maquetteSemestreId, poleRessource, poleSae } = l.ue;
    let ue = ues.get(id);
    if (!ue) {
      const poles = poleRessource === null || poleSae === null ? null : { ressource: poleRessource, sae: poleSae };
      ue = { id, competenceId, ects, poles, competence: l.competence, maquetteSemestreId };
      ues.set(id, ue);
      maquette.ues.push(ue);
    }
    let element = elements.get(l.element.id);
    if (!element) {
      element = { id: l.element.id, titre: l.element.titre, nature: l.element.nature, ues: [], coefficients: {} };
      elements.set(l.element.id, element);
      maquette.elements.push(element);
    }
    element.ues.push(ue);
    element.coefficients[id] = l.valeur;
  }
  return maquettes;
}
