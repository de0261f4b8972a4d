import type { SemestreSuivi } from "../../lib/but/modele/cursus";
import type { ElementNote } from "../../lib/but/modele/element";
import { type EvaluationNotee, parseNote } from "../../lib/but/modele/note";
import type { Reglement } from "../../lib/but/modele/reglement";
import { anneeDuSemestre } from "../../lib/but/modele/semestres";
import type { Centiemes } from "../../lib/but/nombres/centiemes";
import { verifyPoles } from "../../lib/but/questions/verification";
import { verifyBonus } from "../../lib/but/regles/bonus";
import type { EvaluationJson, InscriptionJson, SemestreJson } from "./format";
import { CasRefuse, type Chemin, decimal, NOMBRE_MAX } from "./refus";

export function verifieSemestre(
  semestre: SemestreJson,
  chemin: Chemin,
  reglement: Reglement,
  tous: readonly SemestreJson[],
): void {
  const annee = anneeDuSemestre(semestre.numero);
  const ues = new Set(semestre.ues.map((ue) => ue.id));
  semestre.ues.forEach((ue, i) => {
    const autre = tous
      .filter((s) => s.numero !== semestre.numero && anneeDuSemestre(s.numero) === annee)
      .flatMap((s) => s.ues)
      .find((u) => u.competence === ue.competence);
    const refus = verifyPoles(ue, { annee, reglement, autre: autre ?? null });
    if (refus) throw new CasRefuse([...chemin, "ues", i, "poles"], refus.message);
  });
  semestre.elements.forEach((element, i) => {
    for (const ueId of Object.keys(element.coefficients))
      if (!ues.has(ueId))
        throw new CasRefuse(
          [...chemin, "elements", i, "coefficients", ueId],
          `« ${ueId} » n'est pas une UE de ce semestre`,
        );
  });
  const vus = new Set<string>();
  semestre.elements.forEach((element, i) => {
    element.evaluations.forEach((evaluation, j) => {
      if (vus.has(evaluation.id))
        throw new CasRefuse(
          [...chemin, "elements", i, "evaluations", j, "id"],
          `« ${evaluation.id} » désigne déjà une autre évaluation`,
        );
      vus.add(evaluation.id);
    });
  });
}

/** Les éléments d'un semestre, sans aucune note encore. */
export function lireElements(semestre: SemestreJson, chemin: Chemin): ElementNote[] {
  return semestre.elements.map((element, i): ElementNote => {
    const ou: Chemin = [...chemin, "elements", i];
    return {
      id: element.id,
      titre: element.titre ?? element.id,
      nature: element.nature,
      coefficients: enCentiemes(element.coefficients, [...ou, "coefficients"], "Coefficient"),
      evaluations: element.evaluations.map((evaluation, j) => lireEvaluation(evaluation, [...ou, "evaluations", j])),
    };
  });
}

function lireEvaluation(evaluation: EvaluationJson, chemin: Chemin): EvaluationNotee {
  return {
    id: evaluation.id,
    titre: evaluation.titre ?? evaluation.id,
    date: evaluation.date ?? "",
    type: evaluation.type,
    coefficient: decimal(evaluation.coefficient, [...chemin, "coefficient"], {
      nom: "Coefficient",
      min: 0,
      max: NOMBRE_MAX,
    }),
    bareme: decimal(evaluation.bareme, [...chemin, "bareme"], { nom: "Barème", min: 1, max: NOMBRE_MAX }),
    poids: enCentiemes(evaluation.poids, [...chemin, "poids"], "Poids"),
    note: null,
  };
}

function enCentiemes(
  valeurs: Readonly<Record<string, string>>,
  chemin: Chemin,
  nom: string,
): Record<string, Centiemes> {
  return Object.fromEntries(
    Object.entries(valeurs).map(([ue, texte]) => [
      ue,
      decimal(texte, [...chemin, ue], { nom, min: 0, max: NOMBRE_MAX }),
    ]),
  );
}

interface SemestreLu {
  readonly semestre: SemestreJson;
  readonly elements: readonly ElementNote[];
}

export function semestreSuivi(
  { semestre, elements }: SemestreLu,
  inscription: InscriptionJson,
  reglement: Reglement,
  chemin: Chemin,
): SemestreSuivi {
  const connues = new Set(elements.flatMap((element) => element.evaluations.map(({ id }) => id)));
  for (const id of Object.keys(inscription.notes))
    if (!connues.has(id))
      throw new CasRefuse([...chemin, "notes", id], `« ${id} » n'est pas une évaluation de ${semestre.id}`);
  inscription.dispenses.forEach((id, i) => {
    if (!semestre.ues.some((ue) => ue.id === id))
      throw new CasRefuse([...chemin, "dispenses", i], `« ${id} » n'est pas une UE de ${semestre.id}`);
  });
  return {
    id: semestre.id,
    numero: semestre.numero,
    anneeUniversitaire: semestre.annee,
    inscription: inscription.inscription,
    reglement,
    ues: semestre.ues.map((ue) => ({
      id: ue.id,
      titre: ue.titre ?? ue.id,
      competenceId: ue.competence,
      ects: ue.ects,
      poles: ue.poles,
      dispensee: inscription.dispenses.includes(ue.id),
    })),
    elements: elements.map((element) => ({
      ...element,
      evaluations: element.evaluations.map((evaluation) => noter(evaluation, inscription, chemin)),
    })),
    bonus: inscription.bonus.map(({ activite, pourcent }, i) => {
      const ou = [...chemin, "bonus", i, "pourcent"];
      const verdict = verifyBonus(decimal(pourcent, ou, { nom: "Bonus", min: -NOMBRE_MAX, max: NOMBRE_MAX }));
      if (!verdict.ok) throw new CasRefuse(ou, verdict.message);
      return { activite, pourcent: verdict.pourcent };
    }),
  };
}

function noter(evaluation: EvaluationNotee, inscription: InscriptionJson, chemin: Chemin): EvaluationNotee {
  const lue = parseNote(inscription.notes[evaluation.id] ?? "", evaluation.bareme);
  if (!lue.ok) throw new CasRefuse([...chemin, "notes", evaluation.id], lue.message);
  return { ...evaluation, note: lue.note };
}
