"use client";
import { History } from "lucide-react";
import { type ChangeEvent, type ClipboardEvent, type KeyboardEvent, type MouseEvent, memo } from "react";
import { Badge } from "@/components/ui/badge";
import type { EtatCellule } from "@/lib/notes/envoi";
import type { LigneGrille } from "@/lib/notes/queries";
import { Conflit } from "./conflit";
import { EtatCase } from "./etat-case";
import styles from "./grille.module.css";

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
  readonly refCase: (id: string, champ: HTMLInputElement | null) => void;
}

interface Props {
  readonly ligne: LigneGrille;
  /** Ce que montre la case : ce qui se tape, ce qui attend, ou la note enregistrée. */
  readonly texte: string;
  readonly etat: EtatCellule | null;
  readonly refus: string | null;
  readonly conflit: { readonly autre: LigneGrille["note"] } | null;
  readonly active: boolean;
  readonly choisie: boolean;
  readonly edition: boolean;
  readonly gestes: GestesCase;
  readonly modifiable: boolean;
}

const ETATS_INSCRIPTION = { I: null, DEM: "Démission", DEF: "Défaillant" } as const;

export const Ligne = memo(function Ligne(props: Props) {
  const { ligne, texte, etat, refus, conflit, active, choisie, edition, gestes, modifiable } = props;
  const id = ligne.inscriptionId;
  const nom = `${ligne.nom} ${ligne.prenom}`;
  const parti = ETATS_INSCRIPTION[ligne.etat];
  const saisissable = modifiable && parti === null;
  return (
    <tr className={parti ? styles.parti : undefined}>
      <th scope="row" className={styles.nom}>
        {nom}
        {parti && <Badge>{parti}</Badge>}
      </th>
      <td className={styles.groupe}>{ligne.groupes.join(", ")}</td>
      <td
        className={`${styles.case} ${choisie ? styles.choisie : ""} ${edition ? styles.enEdition : ""}`}
        onMouseEnter={saisissable ? (e) => gestes.onMouseEnter(id, e) : undefined}
      >
        {saisissable ? (
          <input
            ref={(champ) => gestes.refCase(id, champ)}
            className={`${styles.champ} ${etat ? (styles[`champ-${etat}`] ?? "") : ""}`}
            aria-label={`Note de ${nom}`}
            aria-describedby={`etat-${id}`}
            aria-invalid={etat === "refusee" || etat === "conflit" ? true : undefined}
            tabIndex={active ? 0 : -1}
            maxLength={40}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            value={texte}
            onFocus={() => gestes.onFocus(id)}
            onBlur={() => gestes.onBlur(id)}
            onChange={(e) => gestes.onChange(id, e)}
            onKeyDown={(e) => gestes.onKeyDown(id, e)}
            onMouseDown={(e) => gestes.onMouseDown(id, e)}
            onDoubleClick={() => gestes.onDoubleClick(id)}
            onPaste={(e) => gestes.onPaste(id, e)}
          />
        ) : (
          <span className={styles.lecture}>{texte || "—"}</span>
        )}
      </td>
      <td>
        <div className={styles.ligneEtat}>
          <div id={`etat-${id}`} className={styles.message}>
            {etat && (modifiable || etat !== "enregistree") && <EtatCase etat={etat} />}
            {ligne.note?.modifiee && <Badge ton="info">Modifiée après publication</Badge>}
            {refus && <span className={styles.raison}>{refus}</span>}
          </div>
          {ligne.note && gestes.onHistoire && (
            <button
              type="button"
              className={styles.histoire}
              tabIndex={modifiable ? -1 : 0}
              aria-label={`Histoire de la note de ${nom}`}
              title="Histoire de la note (h)"
              onClick={() => gestes.onHistoire?.(id)}
            >
              <History size={16} aria-hidden="true" />
            </button>
          )}
        </div>
        {conflit && modifiable && (
          <Conflit mienne={texte} autre={conflit.autre} onChoix={(choix) => gestes.onChoix(id, choix)} />
        )}
      </td>
    </tr>
  );
});
