"use client";
import { History, MessageSquarePlus, MessageSquareText } from "lucide-react";
import { memo } from "react";
import { Badge } from "@/components/ui/badge";
import type { EtatCellule } from "@/lib/notes/envoi";
import type { LigneGrille } from "@/lib/notes/queries";
import { ChampNote, type GestesCase } from "./champ-note";
import { Conflit } from "./conflit";
import { EtatCase } from "./etat-case";
import styles from "./grille.module.css";

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

/** Qui est parti ne reçoit plus de note. */
export const PARTIS = { I: null, DEM: "Démission", DEF: "Défaillant" } as const;

export const Ligne = memo(function Ligne(props: Props) {
  const { ligne, texte, etat, refus, conflit, active, choisie, edition, gestes, modifiable } = props;
  const id = ligne.inscriptionId;
  const nom = `${ligne.nom} ${ligne.prenom}`;
  const parti = PARTIS[ligne.etat];
  const saisissable = modifiable && parti === null;
  return (
    <tr className={parti ? styles.parti : undefined}>
      <th scope="row" className={styles.nom}>
        {nom}
        {parti && <Badge>{parti}</Badge>}
      </th>
      <td className={styles.groupe}>{ligne.groupes.join(", ")}</td>
      <td
        className={`${styles.case} ${choisie ? styles.choisie : ""}`}
        onMouseEnter={saisissable ? (e) => gestes.onMouseEnter(id, e) : undefined}
      >
        {saisissable ? (
          <ChampNote
            cle={id}
            nom={`Note de ${nom}`}
            texte={texte}
            etat={etat}
            idEtat={`etat-${id}`}
            active={active}
            edition={edition}
            gestes={gestes}
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
          {!parti && gestes.onCommentaire && (modifiable || ligne.commentaire?.texte) && (
            <button
              type="button"
              className={styles.histoire}
              data-rempli={ligne.commentaire?.texte ? true : undefined}
              tabIndex={modifiable ? -1 : 0}
              aria-label={`${ligne.commentaire?.texte ? "Commentaire" : "Ajouter un commentaire"} pour ${nom}`}
              title={ligne.commentaire?.texte || "Commentaire (c)"}
              onClick={() => gestes.onCommentaire?.(id)}
            >
              {ligne.commentaire?.texte ? (
                <MessageSquareText size={16} aria-hidden="true" />
              ) : (
                <MessageSquarePlus size={16} aria-hidden="true" />
              )}
            </button>
          )}
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
