"use client";
import { useQuery } from "@tanstack/react-query";
import { formatInstant } from "@/app/(connecte)/enseignement/instants";
import { Dialog } from "@/components/ui/dialog";
import { formatNote, type Note } from "@/lib/but/modele/note";
import { historiqueOptions } from "@/lib/notes/options";
import type { LigneGrille } from "@/lib/notes/queries";
import styles from "./dialogues.module.css";

interface Props {
  readonly evaluationId: string;
  readonly ligne: LigneGrille | null;
  readonly onClose: () => void;
}

const SOURCES = { cellule: "dans la grille", collage: "par collage", import: "par import", api: "par l'API" } as const;

const ecrire = (note: Note): string => formatNote(note) || "rien";

/** Qui a changé cette note, quand, de quoi vers quoi, d'où et pourquoi. */
export function HistoireDialog({ evaluationId, ligne, onClose }: Props) {
  const { data, error } = useQuery({
    ...historiqueOptions(evaluationId, ligne?.inscriptionId ?? ""),
    enabled: ligne !== null,
  });
  return (
    <Dialog
      open={ligne !== null}
      onClose={onClose}
      titre={ligne ? `Histoire de la note de ${ligne.nom} ${ligne.prenom}` : "Histoire de la note"}
    >
      {data?.length === 0 && <p>Aucune note n'a encore été saisie ici.</p>}
      {!data && <p role="status">{error ? error.message : "Lecture de l'histoire…"}</p>}
      <ol className={styles.histoire}>
        {data?.map((h) => (
          <li key={h.id}>
            {h.commentaire ? (
              <p className={styles.citation}>
                Commentaire {h.commentaire.apres === "" ? "retiré" : h.commentaire.avant === "" ? "écrit" : "changé"}
                {h.commentaire.apres !== "" && ` : « ${h.commentaire.apres} »`}
                {h.commentaire.avant !== "" && `, était « ${h.commentaire.avant} »`}
              </p>
            ) : (
              <p className={styles.changement}>
                {h.avant === null ? ecrire(h.apres) : `${ecrire(h.avant)} → ${ecrire(h.apres)}`}
              </p>
            )}
            <p>
              {h.par}, {formatInstant(h.le)}, {SOURCES[h.source]}
            </p>
            {h.motif && <p>Motif : {h.motif}</p>}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
