"use client";
import { Dialog } from "@/components/ui/dialog";
import type { Centiemes } from "@/lib/but/note";
import { prepareCollage } from "@/lib/notes/collage";
import type { LigneGrille } from "@/lib/notes/queries";
import type { Frappe } from "../envoi/use-saisie";
import { ApercuLignes } from "./apercu-lignes";
import styles from "./dialogues.module.css";

interface Props {
  readonly bloc: { readonly texte: string; readonly depart: string } | null;
  /** Toute la classe : un nom hors du groupe affiché se reconnaît aussi. */
  readonly toutes: readonly LigneGrille[];
  /** Les lignes affichées, pour ce qui se place par position. */
  readonly lignes: readonly LigneGrille[];
  readonly bareme: Centiemes;
  readonly onApplique: (frappes: readonly Frappe[]) => void;
  readonly onClose: () => void;
}

const PAR = {
  numero: "Étudiants reconnus à leur numéro.",
  nom: "Étudiants reconnus à leur nom.",
  position: "Aucun numéro ni nom dans le bloc : les notes se placent dans l'ordre, à partir de la case choisie.",
};

/** Ce que fera le bloc collé, ligne par ligne, avant que rien ne soit écrit. */
export function CollageDialog({ bloc, toutes, lignes, bareme, onApplique, onClose }: Props) {
  return (
    <Dialog open={bloc !== null} onClose={onClose} titre="Coller un bloc de notes">
      {bloc && (
        <div className={styles.collage}>
          <ApercuLignes
            titre="Aperçu du collage"
            colonne="Collé"
            explications={PAR}
            apercu={prepareCollage(bloc.texte, { toutes, affichees: lignes }, bloc.depart, bareme)}
            onApplique={(frappes) => {
              onApplique(frappes);
              onClose();
            }}
            onAnnule={onClose}
          />
        </div>
      )}
    </Dialog>
  );
}
