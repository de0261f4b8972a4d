import type { Note } from "../../../lib/but/modele/note";
import { centiemes } from "../../../lib/but/nombres/centiemes";
import { AUJOURD_HUI, type Classe } from "../classes";
import type { Eleve } from "../etudiants";
import { Hasard } from "../hasard";
import type { Inscrit } from "../inscriptions";
import type { EvaluationSemee } from "./evaluations";

export type Feuille = Map<string, Note>;

/** À l'évaluation à finir en S4 alternance, il manque les notes de ces deux-là. */
const EN_ATTENTE: Readonly<Record<string, readonly string[]>> = {
  "s4-2025-alternance-immersion-professionnelle-1": ["LOPEZ", "MARTIN"],
};

/**
 * Les notes d'un étudiant dans une classe, tirées de son niveau, de ses forces par compétence et du hasard. Une évaluation
 * en saisie n'a que les premières de la liste ; un brouillon n'en a aucune.
 */
export function notesTirees(
  classe: Classe,
  inscrit: Inscrit,
  evaluations: readonly EvaluationSemee[],
  rangs: { readonly rang: number; readonly effectif: number },
): Feuille {
  const feuille: Feuille = new Map();
  if (inscrit.etat === "DEM") return feuille;
  for (const evaluation of evaluations) {
    const { ligne, element } = evaluation;
    const suivies = element.ues.filter((ue) => inscrit.ues.includes(ue));
    if (suivies.length === 0 || ligne.etat === "brouillon") continue;
    if (ligne.etat === "saisie" && isEnAttente(ligne.id, inscrit, rangs)) continue;
    const imposee = inscrit.eleve.imposees[classe.id]?.[element.titre]?.[ligne.ordre];
    if (imposee !== undefined) {
      if (imposee !== null) feuille.set(ligne.id, typeof imposee === "number" ? centiemes(imposee * 100) : imposee);
      continue;
    }
    const competences = suivies.map((ue) => ue.competence);
    const note = tire(classe, inscrit, evaluation, competences, feuille);
    if (note !== null) feuille.set(ligne.id, note);
  }
  return feuille;
}

function isEnAttente(id: string, { eleve }: Inscrit, rangs: { rang: number; effectif: number }): boolean {
  const noms = EN_ATTENTE[id];
  if (noms) return noms.includes(eleve.nom);
  return rangs.rang >= rangs.effectif * (0.4 + 0.4 * new Hasard(id).nombre());
}

function tire(
  classe: Classe,
  { eleve, etat }: Inscrit,
  { ligne, element }: EvaluationSemee,
  competences: readonly string[],
  feuille: Feuille,
): Note {
  const hasard = new Hasard(`${ligne.id}/${eleve.id}`);
  const vise = eleve.cibles[classe.id];
  if (ligne.type !== "normale") {
    if (vise || eleve.imposees[classe.id]) return null;
    return noteSpeciale(ligne.type, precedentes(feuille, ligne.id), hasard);
  }
  if (etat === "DEF") return "ABS";
  if (!isCas(eleve)) {
    const code = codeTire(hasard.nombre(), classe);
    if (code !== undefined) return code;
  }
  const force = (competence: string): number =>
    vise?.[competence] !== undefined
      ? (vise[competence] ?? 0) - eleve.niveau
      : (eleve.forces[competence] ?? new Hasard(`${eleve.id}/${competence}`).ecart() * 0.6);
  const moyenne = competences.reduce((somme, c) => somme + force(c), eleve.niveau * competences.length);
  const difficulte = vise ? 0 : new Hasard(element.titre).ecart() * 0.4 + (element.nature === "ressource" ? -0.3 : 0.7);
  const sur20 = moyenne / competences.length + difficulte + hasard.ecart() * (vise ? 0.8 : 1.7);
  return arrondie(Math.min(20, Math.max(1, sur20)), ligne.bareme, hasard);
}

/** Une absence tirée au sort brouillerait ce que ces étudiants ont à montrer. */
const isCas = ({ cibles, imposees }: Eleve): boolean => Object.keys({ ...cibles, ...imposees }).length > 0;

/** Un enseignant note au demi-point, parfois au quart, rarement au centième. */
function arrondie(sur20: number, bareme: number, hasard: Hasard): Note {
  const choix = hasard.nombre();
  const pas = choix < 0.6 ? 50 : choix < 0.96 ? 25 : 1;
  return centiemes(Math.min(bareme, Math.round((sur20 * bareme) / 20 / pas) * pas));
}

/** undefined : une note ; null : rien encore. Un semestre fini n'attend plus rien. */
function codeTire(tirage: number, classe: Classe): Note | undefined {
  if (tirage < 0.01) return "ABS";
  if (tirage < 0.022) return "EXC";
  if (classe.fin > AUJOURD_HUI && tirage < 0.032) return "ATT";
  if (classe.fin > AUJOURD_HUI && tirage < 0.036) return null;
  return undefined;
}

/** Les notes déjà tirées du même élément. */
function precedentes(feuille: Feuille, id: string): Note[] {
  const prefixe = id.replace(/\d+$/, "");
  return [...feuille].filter(([autre]) => autre.startsWith(prefixe)).map(([, note]) => note);
}

function noteSpeciale(type: string, avant: readonly Note[], hasard: Hasard): Note {
  if (type === "bonus") return hasard.nombre() < 0.3 ? centiemes(50 * (1 + hasard.entier(4))) : null;
  // Convoqué au-dessous de 9, ou absent.
  const faible = avant.some((note) => note === "ABS" || (typeof note === "number" && note < 900));
  return faible ? centiemes(Math.round(Math.min(20, 10.5 + hasard.ecart() * 2) * 2) * 50) : null;
}
