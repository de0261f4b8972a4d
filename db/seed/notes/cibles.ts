import type { ElementNote } from "../../../lib/but/modele/element";
import type { EvaluationNotee } from "../../../lib/but/modele/note";
import { centiemes } from "../../../lib/but/nombres/centiemes";
import { moyenneUe } from "../../../lib/but/regles/ue";
import type { Inscrit } from "../inscriptions";
import type { ElementMaquette, UeMaquette } from "../programme/maquette";
import type { EvaluationSemee } from "./evaluations";
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
  const banc = new Banc(feuille, inscrit.ues, evaluations);
  const cibles = inscrit.ues.map((ue) => vise[ue.competence] ?? null);
  const leviers = mesureLeviers(banc, evaluations);

  for (const marge of MARGES) {
    for (let passe = 0; passe < PASSES; passe++) {
      const actuelles = banc.moyennes();
      const ecarts = cibles.map((cible, i) => (cible === null ? 0 : cible - (actuelles[i] ?? 0)));
      const pire = ecarts.reduce((p, ecart, i) => (Math.abs(ecart) > Math.abs(ecarts[p] ?? 0) ? i : p), 0);
      const ecart = ecarts[pire] ?? 0;
      if (Math.abs(ecart) <= TOLERANCE) return;
      const utiles = leviers
        .filter((levier) => (levier.effets[pire] ?? 0) > 0)
        .sort((a, b) => selectivite(b.effets, pire) - selectivite(a.effets, pire));
      if (!utiles.some((levier) => deplace(banc, levier, ecart / (levier.effets[pire] ?? 1), marge))) break;
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
function mesureLeviers(banc: Banc, evaluations: readonly EvaluationSemee[]): Levier[] {
  const moyennes = banc.moyennes();
  return evaluations.flatMap(({ ligne: { id, bareme } }) => {
    const depart = banc.note(id);
    if (depart === null) return [];
    banc.pose(id, depart - 100);
    const effets = banc.moyennes().map((m, i) => ((moyennes[i] ?? 0) - m) / 100);
    banc.pose(id, depart);
    return [{ id, bareme, depart, effets }];
  });
}

/** Dit si la note a bougé ; elle reste près de son tirage, et entre 2 et 19 sur 20. */
function deplace(banc: Banc, { id, bareme, depart }: Levier, pas: number, marge: number): boolean {
  const note = banc.note(id) ?? depart;
  const ecart = (marge * bareme) / 20;
  const plancher = Math.max(bareme * 0.1, depart - ecart);
  const plafond = Math.min(bareme * 0.95, depart + ecart);
  const voulue = Math.round(Math.min(plafond, Math.max(plancher, note + pas)));
  if (voulue === note) return false;
  banc.pose(id, voulue);
  return true;
}

/** Une feuille de notes posée sur les éléments de lib/but, pour recalculer souvent sans les rebâtir. */
class Banc {
  private readonly elements: ElementNote[];
  private readonly notees = new Map<string, { -readonly [K in keyof EvaluationNotee]: EvaluationNotee[K] }>();

  constructor(
    private readonly feuille: Feuille,
    private readonly ues: readonly UeMaquette[],
    evaluations: readonly EvaluationSemee[],
  ) {
    const parElement = new Map<ElementMaquette, EvaluationNotee[]>();
    for (const { ligne, element, poids } of evaluations) {
      const notee = { ...ligne, poids, note: feuille.get(ligne.id) ?? null };
      this.notees.set(ligne.id, notee);
      parElement.set(element, [...(parElement.get(element) ?? []), notee]);
    }
    this.elements = [...parElement].map(([element, notees]) => ({ ...element, evaluations: notees }));
  }

  note(id: string): number | null {
    const note = this.feuille.get(id);
    return typeof note === "number" ? note : null;
  }

  pose(id: string, valeur: number): void {
    const notee = this.notees.get(id);
    if (!notee) return;
    notee.note = centiemes(valeur);
    this.feuille.set(id, notee.note);
  }

  moyennes(): number[] {
    return this.ues.map((ue) => {
      const { moyenne } = moyenneUe(this.elements, ue);
      return moyenne === null ? 0 : Number(moyenne.n) / Number(moyenne.d);
    });
  }
}
