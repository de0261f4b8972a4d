"use client";
import { useMemo, useRef } from "react";
import { cleCase } from "@/lib/notes/element/bloc";
import { type GrilleElement, grillesDe } from "@/lib/notes/element/grilles";
import type { SourceChangement } from "@/lib/notes/entree";
import { isARegler } from "@/lib/notes/envoi";
import type { LigneGrille } from "@/lib/notes/queries";
import { type CaseAffichee, type Frappe, useSaisie } from "../../../evaluations/[evaluationId]/use-saisie";

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

/** Ce que montre chaque case, et la version qu'elle montre. */
export function useCases(saisies: Colonnes["saisies"], affichees: readonly string[]) {
  const visibles = useMemo(() => new Set(affichees), [affichees]);
  const cases = new Map<string, CaseAffichee>();
  const lignes = new Map<string, LigneGrille>();
  for (const { grille, affichee } of saisies)
    for (const ligne of grille.lignes) {
      if (!visibles.has(ligne.inscriptionId)) continue;
      const cle = cleCase(grille.evaluation.id, ligne.inscriptionId);
      cases.set(cle, affichee(ligne));
      lignes.set(cle, ligne);
    }
  return { cases, lignes };
}

/** La première case que la personne doit régler elle-même, dans l'ordre des colonnes. */
export function premiereARegler(saisies: Colonnes["saisies"]): string | null {
  for (const { grille, envoi } of saisies) {
    const ligne = grille.lignes.find((l) => isARegler(envoi.file[l.inscriptionId]));
    if (ligne) return cleCase(grille.evaluation.id, ligne.inscriptionId);
  }
  return null;
}
