"use client";
import { memo } from "react";
import { ChampNote, type GestesCase } from "@/app/(connecte)/enseignement/evaluations/[evaluationId]/grille/champ-note";
import { EtatCase } from "@/app/(connecte)/enseignement/evaluations/[evaluationId]/grille/etat-case";
import type { EtatCellule } from "@/lib/notes/envoi";
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
    <td className={`${styles.case} ${choisie ? styles.choisie : ""}`} onMouseEnter={(e) => gestes.onMouseEnter(cle, e)}>
      <ChampNote
        cle={cle}
        nom={nom}
        texte={texte}
        etat={etat}
        idEtat={etat ? idEtat : undefined}
        active={active}
        edition={edition}
        gestes={gestes}
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
