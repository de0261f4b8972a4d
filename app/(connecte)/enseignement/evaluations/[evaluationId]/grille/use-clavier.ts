"use client";
import {
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useMemo,
  useRef,
  useState,
} from "react";
import {
  type ActionGrille,
  type Geste,
  GRILLE_AU_REPOS,
  gesteDe,
  plage,
  prochaineVide,
  reduceGrille,
} from "@/lib/notes/clavier";
import { isBloc, texteSeul } from "@/lib/notes/collage";
import type { LigneGrille } from "@/lib/notes/queries";
import type { Saisie } from "../envoi/use-saisie";
import type { GestesCase } from "./champ-note";

export interface OptionsClavier {
  readonly saisie: Saisie;
  readonly lignes: readonly LigneGrille[];
  readonly onAide: () => void;
  readonly onHistoire: ((id: string) => void) | null;
  readonly onCommentaire: ((id: string) => void) | null;
  /** Un bloc de plusieurs cellules est à montrer avant de l'écrire, à partir de cette ligne. */
  readonly onCollage: (texte: string, depart: string) => void;
}

/** Branche le clavier, la souris et le presse-papiers du navigateur sur la grille de lib/notes/clavier. */
export function useClavier({ saisie, lignes, onAide, onHistoire, onCommentaire, onCollage }: OptionsClavier) {
  const { affichee, commit, undo, redo, abandon, choisit } = saisie;
  const [etat, setEtat] = useState(GRILLE_AU_REPOS);
  const champs = useRef(new Map<string, HTMLInputElement>());
  const etendre = useRef(false);

  const ordre = useMemo(() => lignes.filter((l) => l.etat === "I").map((l) => l.inscriptionId), [lignes]);
  const cases = useMemo(() => new Map(lignes.map((l) => [l.inscriptionId, affichee(l)])), [lignes, affichee]);
  const versions = useMemo(() => new Map(lignes.map((l) => [l.inscriptionId, l.note?.version ?? 0])), [lignes]);

  // Les gestes lisent le présent sans en dépendre : ils restent les mêmes, et les autres lignes ne se redessinent pas.
  const present = useRef({ etat, ordre, cases, versions });
  present.current = { etat, ordre, cases, versions };

  const dispatch = useCallback((action: ActionGrille) => {
    present.current = { ...present.current, etat: reduceGrille(present.current.etat, action) };
    setEtat(present.current.etat);
  }, []);

  const versionDe = useCallback((id: string): number => present.current.versions.get(id) ?? 0, []);
  const texteDe = useCallback((id: string): string => present.current.cases.get(id)?.texte ?? "", []);

  const valide = useCallback(() => {
    const { etat: e } = present.current;
    if (!e.edition || e.actif === null) return;
    const { texte, versionLue } = e.edition;
    const id = e.actif;
    dispatch({ type: "fin" });
    if (texte !== texteDe(id)) commit([{ id, texte, versionLue }]);
  }, [commit, dispatch, texteDe]);

  const va = useCallback((id: string | null | undefined, avecPlage = false) => {
    const champ = id ? champs.current.get(id) : null;
    if (!champ) return;
    etendre.current = avecPlage;
    if (document.activeElement === champ) champ.select();
    champ.focus();
    etendre.current = false;
  }, []);

  const ecritPlage = useCallback(
    (texte: (id: string, rang: number) => string) => {
      const { etat: e, ordre: o } = present.current;
      commit(plage(e, o).map((id, rang) => ({ id, texte: texte(id, rang), versionLue: versionDe(id) })));
    },
    [commit, versionDe],
  );

  const joue = useCallback(
    (geste: Geste, id: string) => {
      const { etat: e, ordre: o, cases: c } = present.current;
      switch (geste.geste) {
        case "aller":
          valide();
          return va(o[geste.vers], geste.etendre);
        case "editer": {
          dispatch({ type: "editer", texte: texteDe(id), versionLue: versionDe(id) });
          const champ = champs.current.get(id);
          return champ?.setSelectionRange(champ.value.length, champ.value.length);
        }
        case "annuler":
          if (e.edition) dispatch({ type: "fin" });
          else if (c.get(id)?.refus) abandon([id]);
          return requestAnimationFrame(() => va(id));
        case "effacer":
          return ecritPlage(() => "");
        case "recopier": {
          const premiere = plage(e, o)[0];
          const modele = premiere === id && e.ancre === id ? o[o.indexOf(id) - 1] : premiere;
          return modele && ecritPlage(() => texteDe(modele));
        }
        case "defaire":
          return va(undo()[0]);
        case "refaire":
          return va(redo()[0]);
        case "tout": {
          const [premiere, derniere] = [o[0], o.at(-1)];
          return premiere && derniere && dispatch({ type: "choisir", ancre: premiere, actif: derniere });
        }
        case "vide":
          return va(prochaineVide(o, id, (autre) => texteDe(autre) === ""));
        case "aide":
          return onAide();
        case "histoire":
          return onHistoire?.(id);
        case "commentaire":
          return onCommentaire?.(id);
      }
    },
    [abandon, dispatch, ecritPlage, onAide, onCommentaire, onHistoire, redo, texteDe, undo, va, valide, versionDe],
  );

  const gestes = useMemo(
    (): GestesCase => ({
      refCase: (id, champ) => {
        if (champ) champs.current.set(id, champ);
        else champs.current.delete(id);
      },
      onFocus: (id) => {
        dispatch({ type: "focus", id, etendre: etendre.current });
        if (!present.current.etat.edition) champs.current.get(id)?.select();
      },
      onBlur: valide,
      onChange: (id, evenement: ChangeEvent<HTMLInputElement>) =>
        dispatch({ type: "taper", texte: evenement.target.value, versionLue: versionDe(id) }),
      onKeyDown: (id, evenement: KeyboardEvent<HTMLInputElement>) => {
        if (evenement.nativeEvent.isComposing) return;
        const { etat: e, ordre: o } = present.current;
        const geste = gesteDe(evenement, e.edition?.mode ?? "navigation", o.indexOf(id), o.length);
        if (!geste) return;
        evenement.preventDefault();
        joue(geste, id);
      },
      onMouseDown: (id, evenement: MouseEvent<HTMLInputElement>) => {
        if (evenement.button !== 0 || (present.current.etat.edition && present.current.etat.actif === id)) return;
        evenement.preventDefault();
        valide();
        va(id, evenement.shiftKey);
      },
      onMouseEnter: (id, evenement) => {
        if (evenement.buttons === 1 && present.current.etat.actif && !present.current.etat.edition) va(id, true);
      },
      onDoubleClick: (id) => joue({ geste: "editer" }, id),
      onPaste: (id, evenement) => {
        const texte = evenement.clipboardData.getData("text/plain");
        const { etat: e, ordre: o } = present.current;
        if (e.edition) return;
        evenement.preventDefault();
        const choisies = plage(e, o);
        if (isBloc(texte)) return onCollage(texte, choisies[0] ?? id);
        const seul = texteSeul(texte);
        commit(
          choisies.map((c) => ({ id: c, texte: seul, versionLue: versionDe(c) })),
          "collage",
        );
      },
      onChoix: choisit,
      onHistoire,
      onCommentaire,
    }),
    [choisit, commit, dispatch, joue, onCollage, onCommentaire, onHistoire, va, valide, versionDe],
  );

  const choisies = useMemo(() => plage(etat, ordre), [etat, ordre]);
  const copie = (evenement: ClipboardEvent) => {
    if (etat.edition || choisies.length === 0) return;
    evenement.preventDefault();
    evenement.clipboardData.setData("text/plain", choisies.map(texteDe).join("\n"));
    if (evenement.type === "cut") ecritPlage(() => "");
  };

  return {
    etat,
    cases,
    choisies,
    gestes,
    copie,
    active: etat.actif && ordre.includes(etat.actif) ? etat.actif : ordre[0],
    va,
    /** Va à la prochaine case vide, s'il en reste. */
    vaAuVide: useCallback(
      () => va(prochaineVide(present.current.ordre, present.current.etat.actif, (id) => texteDe(id) === "")),
      [texteDe, va],
    ),
  };
}

export type Clavier = ReturnType<typeof useClavier>;
