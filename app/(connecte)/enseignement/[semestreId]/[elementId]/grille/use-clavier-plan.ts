"use client";
import { type ClipboardEvent, type KeyboardEvent, useCallback, useMemo, useRef, useState } from "react";
import type { GestesCase } from "@/app/(connecte)/enseignement/evaluations/[evaluationId]/grille/champ-note";
import { type ActionGrille, GRILLE_AU_REPOS, prochaineVide, reduceGrille } from "@/lib/notes/clavier";
import { isBloc, texteSeul } from "@/lib/notes/collage";
import { type GestePlan, gestePlan, type Place, rectangle } from "@/lib/notes/element/plan";
import { type Colonnes, type ColonneVue, trouveCase } from "./use-colonnes";

interface Options {
  readonly colonnes: Pick<Colonnes, "commit" | "undo" | "redo" | "abandon" | "choisit">;
  /** Les cases du tableau, ligne par ligne. */
  readonly plan: readonly (readonly string[])[];
  readonly vues: readonly ColonneVue[];
  readonly onAide: () => void;
  readonly onHistoire: (cle: string) => void;
  readonly onCollage: (texte: string, depart: string) => void;
}

/** Le clavier, la souris et le presse-papiers d'un tableau à plusieurs évaluations. */
export function useClavierPlan(options: Options) {
  const [etat, setEtat] = useState(GRILLE_AU_REPOS);
  const champs = useRef(new Map<string, HTMLInputElement>());
  const etendre = useRef(false);
  // Les gestes lisent le présent sans en dépendre : ils restent les mêmes, et les autres cases ne se redessinent pas.
  const present = useRef({ etat, ...options });
  present.current = { etat, ...options };

  const gestes = useMemo(() => {
    const la = () => present.current;
    const dispatch = (action: ActionGrille) => {
      la().etat = reduceGrille(la().etat, action);
      setEtat(la().etat);
    };
    const texteDe = (cle: string): string => trouveCase(la().vues, cle)?.affichee.texte ?? "";
    const versionDe = (cle: string): number => trouveCase(la().vues, cle)?.ligne.note?.version ?? 0;
    const placeDe = (cle: string | null): Place | null => {
      const ligne = la().plan.findIndex((l) => l.includes(cle ?? ""));
      return ligne < 0 ? null : { ligne, colonne: la().plan[ligne]?.indexOf(cle ?? "") ?? 0 };
    };
    const cleDe = ({ ligne, colonne }: Place): string | undefined => la().plan[ligne]?.[colonne];
    const choix = (): readonly (readonly string[])[] => {
      const actif = placeDe(la().etat.actif);
      if (!actif) return [];
      return rectangle(placeDe(la().etat.ancre) ?? actif, actif).map((l) => l.flatMap((p) => cleDe(p) ?? []));
    };
    const valide = () => {
      const { edition, actif } = la().etat;
      if (!edition || actif === null) return;
      dispatch({ type: "fin" });
      if (edition.texte !== texteDe(actif))
        la().colonnes.commit([{ id: actif, texte: edition.texte, versionLue: edition.versionLue }]);
    };
    const va = (cle: string | null | undefined, avecPlage = false) => {
      const champ = cle ? champs.current.get(cle) : null;
      if (!champ) return;
      etendre.current = avecPlage;
      if (document.activeElement === champ) champ.select();
      champ.focus();
      etendre.current = false;
    };
    const ecrit = (cases: readonly string[], texte: (cle: string) => string) =>
      la().colonnes.commit(cases.map((cle) => ({ id: cle, texte: texte(cle), versionLue: versionDe(cle) })));
    const recopie = () => {
      const plage = choix();
      const [premiere = []] = plage;
      const seule = plage.length === 1;
      const place = placeDe(premiere[0] ?? null);
      const modeles =
        seule && place
          ? premiere.map((_, c) => cleDe({ ligne: place.ligne - 1, colonne: place.colonne + c }))
          : premiere;
      const cibles = seule ? plage : plage.slice(1);
      const par = new Map(cibles.flatMap((l) => l.map((cle, c) => [cle, modeles[c]] as const)));
      ecrit(
        [...par.keys()].filter((cle) => par.get(cle) !== undefined),
        (cle) => texteDe(par.get(cle) ?? cle),
      );
    };
    const joue = (geste: GestePlan, cle: string) => {
      const { etat: e, vues, plan, colonnes } = la();
      switch (geste.geste) {
        case "aller":
          valide();
          return va(cleDe(geste.vers), geste.etendre);
        case "editer": {
          dispatch({ type: "editer", texte: texteDe(cle), versionLue: versionDe(cle) });
          const champ = champs.current.get(cle);
          return champ?.setSelectionRange(champ.value.length, champ.value.length);
        }
        case "annuler":
          if (e.edition) dispatch({ type: "fin" });
          else if (trouveCase(vues, cle)?.affichee.refus) colonnes.abandon(cle);
          return requestAnimationFrame(() => va(cle));
        case "effacer":
          return ecrit(choix().flat(), () => "");
        case "recopier":
          return recopie();
        case "defaire":
          return va(colonnes.undo());
        case "refaire":
          return va(colonnes.redo());
        case "tout": {
          const [premiere, derniere] = [plan[0]?.[0], plan.at(-1)?.at(-1)];
          return premiere && derniere && dispatch({ type: "choisir", ancre: premiere, actif: derniere });
        }
        case "vide": {
          // Une pile de copies se saisit colonne par colonne : la case vide suivante est en dessous, puis à droite.
          const enColonnes = (plan[0] ?? []).flatMap((_, c) => plan.flatMap((l) => l[c] ?? []));
          return va(prochaineVide(enColonnes, cle, (autre) => texteDe(autre) === ""));
        }
        case "aide":
          return la().onAide();
        case "histoire":
          return la().onHistoire(cle);
      }
    };
    const cases: GestesCase = {
      refCase: (cle, champ) => {
        if (champ) champs.current.set(cle, champ);
        else champs.current.delete(cle);
      },
      onFocus: (cle) => {
        dispatch({ type: "focus", id: cle, etendre: etendre.current });
        if (!la().etat.edition) champs.current.get(cle)?.select();
      },
      onBlur: valide,
      onChange: (cle, evenement) =>
        dispatch({ type: "taper", texte: evenement.target.value, versionLue: versionDe(cle) }),
      onKeyDown: (cle, evenement: KeyboardEvent<HTMLInputElement>) => {
        const place = placeDe(cle);
        if (evenement.nativeEvent.isComposing || !place) return;
        const { plan, etat: e } = la();
        const taille = { ligne: plan.length, colonne: plan[0]?.length ?? 0 };
        const geste = gestePlan(evenement, e.edition?.mode ?? "navigation", place, taille);
        if (!geste) return;
        evenement.preventDefault();
        joue(geste, cle);
      },
      onMouseDown: (cle, evenement) => {
        if (evenement.button !== 0 || (la().etat.edition && la().etat.actif === cle)) return;
        evenement.preventDefault();
        valide();
        va(cle, evenement.shiftKey);
      },
      onMouseEnter: (cle, evenement) => {
        if (evenement.buttons === 1 && la().etat.actif && !la().etat.edition) va(cle, true);
      },
      onDoubleClick: (cle) => joue({ geste: "editer" }, cle),
      onPaste: (cle, evenement) => {
        if (la().etat.edition) return;
        evenement.preventDefault();
        const texte = evenement.clipboardData.getData("text/plain");
        const choisies = choix();
        if (isBloc(texte)) return la().onCollage(texte, choisies[0]?.[0] ?? cle);
        const frappes = choisies.flat().map((c) => ({ id: c, texte: texteSeul(texte), versionLue: versionDe(c) }));
        la().colonnes.commit(frappes, "collage");
      },
      onChoix: (cle, choixFait) => la().colonnes.choisit(cle, choixFait),
      onHistoire: (cle) => la().onHistoire(cle),
      // Le commentaire s'écrit dans la grille de l'évaluation, une note à la fois.
      onCommentaire: null,
    };
    const copie = (evenement: ClipboardEvent) => {
      const choisies = choix();
      if (la().etat.edition || choisies.length === 0) return;
      evenement.preventDefault();
      evenement.clipboardData.setData("text/plain", choisies.map((l) => l.map(texteDe).join("\t")).join("\n"));
      if (evenement.type === "cut") ecrit(choisies.flat(), () => "");
    };
    return { cases, copie, va, choix };
  }, []);

  const { etat: e } = present.current;
  const choisies = useMemo(() => new Set(e.actif === e.ancre ? [] : gestes.choix().flat()), [e.actif, e.ancre, gestes]);
  const premiere = options.plan[0]?.[0] ?? null;
  return {
    etat,
    choisies,
    gestes: gestes.cases,
    copie: useCallback((evenement: ClipboardEvent) => gestes.copie(evenement), [gestes]),
    active: etat.actif && options.plan.some((l) => l.includes(etat.actif ?? "")) ? etat.actif : premiere,
    va: gestes.va,
  };
}
