"use client";
import { useMemo, useRef } from "react";
import {
  type CaseAffichee,
  type Frappe,
  type Saisie,
  useSaisie,
} from "@/app/(connecte)/enseignement/evaluations/[evaluationId]/envoi/use-saisie";
import { cleCase } from "@/lib/notes/element/bloc";
import { type GrilleElement, grillesDe } from "@/lib/notes/element/grilles";
import type { SourceChangement } from "@/lib/notes/entree";
import { isARegler } from "@/lib/notes/envoi";
import type { Grille, LigneGrille } from "@/lib/notes/queries";

/** Chaque colonne se relit seule ; à plusieurs, moins souvent, pour ne pas demander plus qu'une grille ne demande. */
const RELECTURE_PAR_COLONNE = 2000;
const RELECTURE_MIN = 5000;

const separe = (cle: string): readonly [string, string] => {
  const coupe = cle.indexOf(" ");
  return [cle.slice(0, coupe), cle.slice(coupe + 1)];
};

/** Les évaluations d'un élément, chacune avec sa file et ses règles, lues et écrites comme un seul tableau. */
export function useColonnes(initiale: GrilleElement, userId: string) {
  const grilles = useMemo(() => grillesDe(initiale), [initiale]);
  const relecture = Math.max(RELECTURE_MIN, RELECTURE_PAR_COLONNE * grilles.length);
  // biome-ignore lint/correctness/useHookAtTopLevel: le nombre de colonnes ne change pas pendant la vie du composant, sa `key` les nomme.
  const saisies = grilles.map((g) => useSaisie(g, userId, relecture));
  const vivantes = useRef(saisies);
  vivantes.current = saisies;
  /** Les colonnes touchées par chaque pas, dans l'ordre : un collage large se défait d'un coup. */
  const passes = useRef<string[][]>([]);
  const futurs = useRef<string[][]>([]);

  const gestes = useMemo(() => {
    const colonne = (evaluationId: string) => vivantes.current.find((s) => s.grille.evaluation.id === evaluationId);
    const commit = (frappes: readonly Frappe[], source: SourceChangement = "cellule") => {
      const par = new Map<string, Frappe[]>();
      for (const f of frappes) {
        const [evaluationId, id] = separe(f.id);
        par.set(evaluationId, [...(par.get(evaluationId) ?? []), { ...f, id }]);
      }
      const touchees = [...par].flatMap(([id, f]) => ((colonne(id)?.commit(f, source) ?? 0) > 0 ? [id] : []));
      if (touchees.length === 0) return;
      passes.current.push(touchees);
      futurs.current = [];
    };
    const rejoue = (de: string[][], vers: string[][], cote: "undo" | "redo"): string | null => {
      const pas = de.pop();
      if (!pas) return null;
      vers.push(pas);
      const cases = pas.flatMap((id) => (colonne(id)?.[cote]() ?? []).map((i) => cleCase(id, i)));
      return cases[0] ?? null;
    };
    return {
      commit,
      undo: () => rejoue(passes.current, futurs.current, "undo"),
      redo: () => rejoue(futurs.current, passes.current, "redo"),
      abandon: (cle: string) => {
        const [evaluationId, id] = separe(cle);
        colonne(evaluationId)?.abandon([id]);
      },
      choisit: (cle: string, choix: "mienne" | "autre") => {
        const [evaluationId, id] = separe(cle);
        colonne(evaluationId)?.choisit(id, choix);
      },
    };
  }, []);

  return { saisies, ...gestes };
}

export type Colonnes = ReturnType<typeof useColonnes>;

/** Une colonne telle qu'elle se dessine : son évaluation, et par inscription la case et la ligne lue. */
export interface ColonneVue {
  readonly evaluation: Grille["evaluation"];
  readonly cases: ReadonlyMap<string, CaseAffichee>;
  readonly lignes: ReadonlyMap<string, LigneGrille>;
}

const isMeme = (a: CaseAffichee, b: CaseAffichee): boolean =>
  a.texte === b.texte && a.etat === b.etat && a.refus === b.refus && a.conflit === b.conflit;

interface Memoire {
  readonly affichee: Saisie["affichee"];
  readonly grille: Grille;
  readonly vue: ColonneVue;
}

/** Les colonnes à dessiner. Une colonne ou une case qui n'a pas changé reste le même objet : elle ne se redessine pas. */
export function useVues(saisies: Colonnes["saisies"]): readonly ColonneVue[] {
  const memoire = useRef<readonly Memoire[]>([]);
  memoire.current = saisies.map(({ affichee, grille }, i) => {
    const avant = memoire.current[i];
    if (avant?.affichee === affichee && avant.grille === grille) return avant;
    const cases = new Map(
      grille.lignes.map((l) => {
        const [ancienne, nouvelle] = [avant?.vue.cases.get(l.inscriptionId), affichee(l)];
        return [l.inscriptionId, ancienne && isMeme(ancienne, nouvelle) ? ancienne : nouvelle];
      }),
    );
    const lignes = new Map(grille.lignes.map((l) => [l.inscriptionId, l]));
    return { affichee, grille, vue: { evaluation: grille.evaluation, cases, lignes } };
  });
  return memoire.current.map((m) => m.vue);
}

/** La case d'un tableau, par son identité. */
export function trouveCase(vues: readonly ColonneVue[], cle: string | null) {
  const [evaluationId, id] = separe(cle ?? "");
  const vue = vues.find((v) => v.evaluation.id === evaluationId);
  const affichee = vue?.cases.get(id);
  const ligne = vue?.lignes.get(id);
  return vue && affichee && ligne ? { evaluation: vue.evaluation, affichee, ligne } : null;
}

/** La première case que la personne doit régler elle-même, dans l'ordre des colonnes. */
export function premiereARegler(saisies: Colonnes["saisies"]): string | null {
  for (const { grille, envoi } of saisies) {
    const ligne = grille.lignes.find((l) => isARegler(envoi.file[l.inscriptionId]));
    if (ligne) return cleCase(grille.evaluation.id, ligne.inscriptionId);
  }
  return null;
}
