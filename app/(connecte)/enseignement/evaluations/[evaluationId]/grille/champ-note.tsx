"use client";
import type { ChangeEvent, ClipboardEvent, KeyboardEvent, MouseEvent } from "react";
import type { EtatCellule } from "@/lib/notes/envoi";
import styles from "./champ-note.module.css";

/** Les gestes d'une case, stables d'un rendu à l'autre pour que les autres lignes ne se redessinent pas. */
export interface GestesCase {
  readonly onFocus: (id: string) => void;
  readonly onBlur: (id: string) => void;
  readonly onChange: (id: string, evenement: ChangeEvent<HTMLInputElement>) => void;
  readonly onKeyDown: (id: string, evenement: KeyboardEvent<HTMLInputElement>) => void;
  readonly onMouseDown: (id: string, evenement: MouseEvent<HTMLInputElement>) => void;
  readonly onMouseEnter: (id: string, evenement: MouseEvent) => void;
  readonly onDoubleClick: (id: string) => void;
  readonly onPaste: (id: string, evenement: ClipboardEvent<HTMLInputElement>) => void;
  readonly onChoix: (id: string, choix: "mienne" | "autre") => void;
  /** null : ces notes n'ont pas d'histoire. */
  readonly onHistoire: ((id: string) => void) | null;
  /** null : ces notes n'ont pas de commentaire. */
  readonly onCommentaire: ((id: string) => void) | null;
  readonly refCase: (id: string, champ: HTMLInputElement | null) => void;
}

interface Props {
  readonly cle: string;
  readonly nom: string;
  readonly texte: string;
  readonly etat: EtatCellule | null;
  /** Où se lit l'état ; absent quand rien n'y est écrit. */
  readonly idEtat: string | undefined;
  readonly active: boolean;
  readonly edition: boolean;
  readonly gestes: GestesCase;
}

/** Le champ d'une note, le même dans la grille d'une évaluation et dans le tableau d'un élément. */
export function ChampNote({ cle, nom, texte, etat, idEtat, active, edition, gestes }: Props) {
  return (
    <input
      ref={(champ) => gestes.refCase(cle, champ)}
      className={[styles.champ, etat && styles[etat], edition && styles.edition].filter(Boolean).join(" ")}
      aria-label={nom}
      aria-describedby={idEtat}
      aria-invalid={etat === "refusee" || etat === "conflit" ? true : undefined}
      tabIndex={active ? 0 : -1}
      maxLength={40}
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      value={texte}
      onFocus={() => gestes.onFocus(cle)}
      onBlur={() => gestes.onBlur(cle)}
      onChange={(e) => gestes.onChange(cle, e)}
      onKeyDown={(e) => gestes.onKeyDown(cle, e)}
      onMouseDown={(e) => gestes.onMouseDown(cle, e)}
      onDoubleClick={() => gestes.onDoubleClick(cle)}
      onPaste={(e) => gestes.onPaste(cle, e)}
    />
  );
}
