"use client";
import { memo } from "react";
import type { EtatCellule } from "@/lib/notes/envoi";
import { EtatCase } from "../../../evaluations/[evaluationId]/etat-case";
import type { GestesCase } from "../../../evaluations/[evaluationId]/ligne";
import styles from "./tableau.module.css";

interface Props {
  readonly cle: string;
  /** « Note de NOM Prénom, Devoir 1 » */
  readonly nom: string;
  readonly texte: string;
  readonly etat: EtatCellule | null;
  readonly refus: string | null;
  readonly modifiee: boolean;
  readonly active: boolean;
  readonly choisie: boolean;
  readonly edition: boolean;
  readonly gestes: GestesCase;
}

/** Une note d'un tableau à plusieurs évaluations. Ses propriétés sont simples : elle ne se redessine que si elle change. */
export const CasePlan = memo(function CasePlan(props: Props) {
  const { cle, nom, texte, etat, refus, modifiee, active, choisie, edition, gestes } = props;
  const dite = etat !== null && etat !== "enregistree";
  // Une liste d'ids se sépare par des espaces : celui d'une case n'en a pas.
  const idEtat = `etat-${cle.replaceAll(" ", "-")}`;
  return (
    <td
      className={`${styles.case} ${choisie ? styles.choisie : ""} ${edition ? styles.enEdition : ""}`}
      onMouseEnter={(e) => gestes.onMouseEnter(cle, e)}
    >
      <input
        ref={(champ) => gestes.refCase(cle, champ)}
        className={`${styles.champ} ${etat ? (styles[`champ-${etat}`] ?? "") : ""}`}
        aria-label={nom}
        aria-describedby={etat ? idEtat : undefined}
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
      {etat && (
        <span id={idEtat} className={dite ? styles.etat : "lecteur-seul"} title={refus ?? undefined}>
          <EtatCase etat={etat} />
          {refus && <span className="lecteur-seul">{refus}</span>}
          {modifiee && <span className="lecteur-seul">Modifiée après publication</span>}
        </span>
      )}
    </td>
  );
});
