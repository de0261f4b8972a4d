"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { formatNote, type Note, parseNote } from "@/lib/but/modele/note";
import type { Issue, NoteLue, SourceChangement } from "@/lib/notes/entree";
import { discard, type EtatCellule, enqueue, etatCellule, listSansMotif, reconcile, resolve } from "@/lib/notes/envoi";
import { newId } from "@/lib/notes/identifiant";
import { grilleOptions } from "@/lib/notes/options";
import type { Grille, LigneGrille } from "@/lib/notes/queries";
import { useEnvoi } from "./use-envoi";

/** Ce que quelqu'un d'autre enregistre arrive sans recharger. */
const RELECTURE = 5000;

export interface Frappe {
  readonly id: string;
  readonly texte: string;
  readonly versionLue: number;
}

interface Pas {
  readonly id: string;
  readonly avant: string;
  readonly apres: string;
}

/** Le bloc ou le fichier qui vient d'être appliqué, tant que rien n'a été tapé depuis : il se défait d'un coup. */
export interface DernierLot {
  readonly source: Exclude<SourceChangement, "cellule">;
  readonly combien: number;
}

export interface CaseAffichee {
  readonly texte: string;
  readonly etat: EtatCellule | null;
  readonly refus: string | null;
  readonly conflit: { readonly autre: NoteLue | null } | null;
}

/** La grille vivante : ce que dit le serveur, ce qui est tapé par-dessus, et les gestes qui changent une note. */
export function useSaisie(initiale: Grille, userId: string, relecture = RELECTURE) {
  const client = useQueryClient();
  const evaluationId = initiale.evaluation.id;
  const { passe } = initiale;
  const options = grilleOptions(evaluationId, passe);
  const { data: grille, isError } = useQuery({
    ...options,
    initialData: initiale,
    refetchInterval: relecture,
    refetchOnWindowFocus: "always",
  });
  const [recues, setRecues] = useState<ReadonlySet<string>>(new Set());

  // Les versions que cette page a elle-même écrites : une frappe commencée avant la réponse à la précédente part de
  // l'ancienne, et se croirait en conflit avec elle-même.
  const miennes = useRef(new Set<string>());

  const onIssues = useCallback(
    (issues: readonly Issue[]) => {
      const notes = new Map(
        issues.flatMap((i) => (i.issue === "enregistree" || i.issue === "deja" ? [[i.inscriptionId, i.note]] : [])),
      );
      for (const [id, note] of notes) if (note) miennes.current.add(`${id} ${note.version}`);
      // Une relecture partie avant cette réponse ne doit pas faire revenir l'ancienne valeur à l'écran.
      void client.cancelQueries({ queryKey: options.queryKey });
      const ecrites = issues.some((i) => i.issue === "enregistree");
      client.setQueryData(options.queryKey, (g) => g && avecNotes(g, notes, ecrites));
      setRecues((avant) => new Set([...avant, ...notes.keys()]));
    },
    [client, options.queryKey],
  );

  const { evaluation } = grille;
  const envoi = useEnvoi({ userId, evaluationId, passe, publiee: evaluation.etat === "publiee", onIssues });
  const { file, applique, liaison, motif } = envoi;

  const lignesParId = useMemo(() => new Map(grille.lignes.map((l) => [l.inscriptionId, l])), [grille.lignes]);
  const vivant = useRef({ file, lignesParId });
  vivant.current = { file, lignesParId };

  const affichee = useCallback(
    (ligne: LigneGrille): CaseAffichee => {
      const c = file[ligne.inscriptionId];
      const texte = formatNote(ligne.note?.note ?? null);
      const connue = texte !== "" || recues.has(ligne.inscriptionId);
      if (!c) return { texte, etat: connue ? "enregistree" : null, refus: null, conflit: null };
      const lu = parseNote(c.saisie, evaluation.bareme);
      return {
        texte: lu.ok && c.refus === null ? formatNote(lu.note) : c.saisie,
        etat: etatCellule(c, liaison.horsLigne),
        refus: c.refus,
        conflit: c.conflit,
      };
    },
    [file, recues, liaison.horsLigne, evaluation.bareme],
  );

  /** La note que compte la colonne : celle qui s'affiche, si elle se lit. */
  const valeur = useCallback(
    (ligne: LigneGrille): Note => {
      const c = file[ligne.inscriptionId];
      const lu = c && c.refus === null ? parseNote(c.saisie, evaluation.bareme) : null;
      return lu?.ok ? lu.note : (ligne.note?.note ?? null);
    },
    [file, evaluation.bareme],
  );

  // Une case refusée ou en conflit dont la valeur est finalement celle enregistrée n'a plus rien à demander.
  useEffect(() => {
    const notes = new Map(grille.lignes.map((l) => [l.inscriptionId, l.note?.note ?? null]));
    if (reconcile(vivant.current.file, notes, evaluation.bareme) !== vivant.current.file)
      applique((f) => reconcile(f, notes, evaluation.bareme));
  }, [grille.lignes, evaluation.bareme, applique]);

  const [dernierLot, setDernierLot] = useState<DernierLot | null>(null);
  const passes = useRef<Pas[][]>([]);
  const futurs = useRef<Pas[][]>([]);

  const ecrit = useCallback(
    (frappes: readonly Frappe[], source: SourceChangement): Pas[] => {
      const pas = frappes.map(({ id, texte }) => ({ id, avant: texteDe(vivant.current, id), apres: texte }));
      applique((f) =>
        frappes.reduce((suite, { id, texte, versionLue }) => {
          const lu = parseNote(texte, evaluation.bareme);
          const enregistree = vivant.current.lignesParId.get(id)?.note?.note ?? null;
          const c = suite[id];
          // Revenu à la valeur enregistrée, sans rien en route : il n'y a plus rien à envoyer.
          if (lu.ok && lu.note === enregistree && !c?.parti && !c?.conflit) return discard(suite, id);
          return enqueue(suite, {
            id: newId(),
            inscriptionId: id,
            saisie: texte.trim(),
            versionLue: versionSue(miennes.current, id, versionLue),
            source,
            motif: null,
            refus: lu.ok ? null : lu.message,
          });
        }, f),
      );
      return pas.filter((p) => p.avant !== p.apres);
    },
    [applique, evaluation.bareme],
  );

  /** Un lot est un seul pas : Ctrl+Z le défait d'un coup. Rend le nombre de cases changées. */
  const commit = useCallback(
    (frappes: readonly Frappe[], source: SourceChangement = "cellule"): number => {
      const pas = ecrit(frappes, source);
      if (pas.length === 0) return 0;
      passes.current.push(pas);
      futurs.current = [];
      setDernierLot(source === "cellule" || pas.length < 2 ? null : { source, combien: pas.length });
      return pas.length;
    },
    [ecrit],
  );

  const rejoue = useCallback(
    (de: Pas[][], vers: Pas[][], cote: "avant" | "apres"): readonly string[] => {
      const pas = de.pop();
      if (!pas) return [];
      vers.push(pas);
      setDernierLot(null);
      ecrit(
        pas.map((p) => ({
          id: p.id,
          texte: p[cote],
          versionLue: vivant.current.lignesParId.get(p.id)?.note?.version ?? 0,
        })),
        "cellule",
      );
      return pas.map((p) => p.id);
    },
    [ecrit],
  );

  return {
    grille,
    envoi,
    affichee,
    valeur,
    commit,
    dernierLot,
    /** Les cases défaites ; vide s'il n'y a plus rien à défaire. */
    undo: useCallback(() => rejoue(passes.current, futurs.current, "avant"), [rejoue]),
    redo: useCallback(() => rejoue(futurs.current, passes.current, "apres"), [rejoue]),
    /** Un import est passé par-dessus : ce qui se défaisait d'ici ne se défait plus. */
    oublie: useCallback(() => {
      passes.current = [];
      futurs.current = [];
      setDernierLot(null);
    }, []),
    abandon: useCallback((ids: readonly string[]) => applique((f) => ids.reduce(discard, f)), [applique]),
    choisit: useCallback(
      (id: string, choix: "mienne" | "autre") => applique((f) => resolve(f, id, choix, newId())),
      [applique],
    ),
    sansMotif: listSansMotif(file, motif),
    relectureEnPanne: isError,
    relit: useCallback(() => client.invalidateQueries({ queryKey: options.queryKey }), [client, options.queryKey]),
  };
}

export type Saisie = ReturnType<typeof useSaisie>;

/** La version dont part une frappe, en passant par-dessus celles que cette page a écrites depuis, une à une. */
function versionSue(miennes: ReadonlySet<string>, id: string, lue: number): number {
  let version = lue;
  while (miennes.has(`${id} ${version + 1}`)) version += 1;
  return version;
}

/** Les notes que le serveur vient de confirmer ; la première fait passer l'évaluation en saisie. */
function avecNotes(g: Grille, notes: ReadonlyMap<string, NoteLue | null>, ecrites: boolean): Grille {
  const etat = ecrites && g.passe === "premiere" && g.evaluation.etat === "brouillon" ? "saisie" : g.evaluation.etat;
  return { ...g, evaluation: { ...g.evaluation, etat }, lignes: g.lignes.map((l) => recente(l, notes)) };
}

function recente(ligne: LigneGrille, notes: ReadonlyMap<string, NoteLue | null>): LigneGrille {
  const note = notes.get(ligne.inscriptionId);
  return note && note.version > (ligne.note?.version ?? 0) ? { ...ligne, note } : ligne;
}

function texteDe(
  { file, lignesParId }: { file: Saisie["envoi"]["file"]; lignesParId: ReadonlyMap<string, LigneGrille> },
  id: string,
): string {
  return file[id]?.saisie ?? formatNote(lignesParId.get(id)?.note?.note ?? null);
}
