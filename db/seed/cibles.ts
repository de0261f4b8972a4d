import type { ElementNote } from "../../lib/but/element";
import type { EvaluationNotee } from "../../lib/but/note";
import { centiemes } from "../../lib/but/note";
import { moyenneUe } from "../../lib/but/ue";
import type { EvaluationSemee } from "./evaluations";
import type { Inscrit } from "./inscriptions";
import type { ElementMaquette, UeMaquette } from "./maquette";
import type { Feuille } from "./notes-tirees";

const PASSES = 400;
/** De combien de points sur 20 une note peut s'écarter de son tirage : le moins possible, plus s'il le faut. */
const MARGES = [1.5, 3, 5, 8, 20];
/** Assez près pour que la moyenne du RCUE et l'effet d'un bonus tombent juste aussi. */
const TOLERANCE = 0.001;

/**
 * Déplace les notes d'une feuille jusqu'à ce que lib/but affiche exactement les moyennes visées : à chaque passe, l'UE la
 * plus éloignée est corrigée par l'évaluation qui dérange le moins les autres.
 * @param vise points par compétence ; les autres UE restent libres
 * @throws Error si les notes ne peuvent pas y mener
 */
export function ajusteNotes(
  feuille: Feuille,
  inscrit: Inscrit,
  evaluations: readonly EvaluationSemee[],
  vise: Readonly<Record<string, number>>,
): void {
  const moyennes = (): number[] => lireMoyennes(feuille, inscrit.ues, evaluations);
  const cibles = inscrit.ues.map((ue) => vise[ue.competence] ?? null);
  const leviers = mesureLeviers(feuille, evaluations, moyennes);

  for (const marge of MARGES) {
    for (let passe = 0; passe < PASSES; passe++) {
      const actuelles = moyennes();
      const ecarts = cibles.map((cible, i) => (cible === null ? 0 : cible - (actuelles[i] ?? 0)));
      const pire = ecarts.reduce((p, ecart, i) => (Math.abs(ecart) > Math.abs(ecarts[p] ?? 0) ? i : p), 0);
      const ecart = ecarts[pire] ?? 0;
      if (Math.abs(ecart) <= TOLERANCE) return;
      const utiles = leviers
        .filter((levier) => (levier.effets[pire] ?? 0) > 0)
        .sort((a, b) => selectivite(b.effets, pire) - selectivite(a.effets, pire));
      if (!utiles.some((levier) => deplace(feuille, levier, ecart / (levier.effets[pire] ?? 1), marge))) break;
    }
  }
  throw new Error(`Moyennes hors d'atteinte pour ${inscrit.eleve.nom} ${inscrit.eleve.prenom}`);
}

interface Levier {
  readonly id: string;
  readonly bareme: number;
  /** La note tirée. */
  readonly depart: number;
  /** Ce qu'un centième de note ajoute à chaque UE, en points. */
  readonly effets: readonly number[];
}

const selectivite = (effets: readonly number[], ue: number): number =>
  (effets[ue] ?? 0) / effets.reduce((somme, effet) => somme + effet, 0);

/** Sans code ni rattrapage, une moyenne d'UE est linéaire en chaque note : un point d'écart suffit à mesurer. */
function mesureLeviers(feuille: Feuille, evaluations: readonly EvaluationSemee[], moyennes: () => number[]): Levier[] {
  const depart = moyennes();
  return evaluations.flatMap(({ ligne }) => {
    const note = feuille.get(ligne.id);
    if (typeof note !== "number") return [];
    feuille.set(ligne.id, centiemes(note - 100));
    const effets = moyennes().map((m, i) => ((depart[i] ?? 0) - m) / 100);
    feuille.set(ligne.id, note);
    return [{ id: ligne.id, bareme: ligne.bareme, depart: note, effets }];
  });
}

/** Dit si la note a bougé ; elle reste près de son tirage, et entre 2 et 19 sur 20. */
function deplace(feuille: Feuille, { id, bareme, depart }: Levier, pas: number, marge: number): boolean {
  const note = feuille.get(id);
  if (typeof note !== "number") return false;
  const ecart = (marge * bareme) / 20;
  const plancher = Math.max(bareme * 0.1, depart - ecart);
  const plafond = Math.min(bareme * 0.95, depart + ecart);
  const voulue = Math.round(Math.min(plafond, Math.max(plancher, note + pas)));
  if (voulue === note) return false;
  feuille.set(id, centiemes(voulue));
  return true;
}

function lireMoyennes(feuille: Feuille, ues: readonly UeMaquette[], evaluations: readonly EvaluationSemee[]): number[] {
  const elements = elementsNotes(feuille, evaluations);
  return ues.map((ue) => {
    const { moyenne } = moyenneUe(elements, ue);
    return moyenne === null ? 0 : Number(moyenne.n) / Number(moyenne.d);
  });
}

function elementsNotes(feuille: Feuille, evaluations: readonly EvaluationSemee[]): ElementNote[] {
  const parElement = new Map<ElementMaquette, EvaluationNotee[]>();
  for (const { ligne, element, poids } of evaluations) {
    const notees = parElement.get(element) ?? [];
    parElement.set(element, notees);
    notees.push({ ...ligne, poids, note: feuille.get(ligne.id) ?? null });
  }
  return [...parElement].map(([element, notees]) => ({ ...element, evaluations: notees }));
}
