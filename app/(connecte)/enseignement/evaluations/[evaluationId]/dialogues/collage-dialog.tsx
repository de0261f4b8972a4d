"use client";
import { ApercuImport } from "@/components/import/apercu-import";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { readPressePapiers } from "@/lib/import/lecture/texte";
import { prepareNotes } from "@/lib/notes/import/preparation";
import type { ClasseCible, NoteImportee } from "@/lib/notes/import/usage";
import { explique, verbeNotes } from "../../../import/import-notes";
import styles from "./dialogues.module.css";

interface Props {
  readonly texte: string | null;
  readonly classe: ClasseCible | null;
  readonly onApplique: (notes: readonly NoteImportee[]) => void;
  readonly onClose: () => void;
}

const PAR_POSITION =
  "Aucun numéro ni nom dans le bloc : les notes se placent dans l'ordre, à partir de la case choisie. Vérifiez chaque ligne.";

/** Ce que fera le bloc collé, ligne par ligne, avant que rien ne soit écrit. */
export function CollageDialog({ texte, classe, onApplique, onClose }: Props) {
  return (
    <Dialog large open={texte !== null && classe !== null} onClose={onClose} titre="Coller un bloc de notes">
      {texte !== null && classe && <Contenu {...{ texte, classe, onApplique, onClose }} />}
    </Dialog>
  );
}

function Contenu({
  texte,
  classe,
  onApplique,
  onClose,
}: Props & { readonly texte: string; readonly classe: ClasseCible }) {
  const essai = prepareNotes(readPressePapiers(texte), classe);
  const { evaluations } = classe;
  if (!essai.ok)
    return (
      <div className={styles.collage}>
        <Notice ton="danger" role="alert">
          {essai.message} Rien n'a été écrit.
        </Notice>
        <Button onClick={onClose} data-premier>
          Fermer
        </Button>
      </div>
    );
  return (
    <div className={styles.collage}>
      <ApercuImport
        titre="Aperçu du collage"
        colonne="Collé"
        qui="Étudiant"
        explication={essai.apercu.position ? PAR_POSITION : explique(essai.apercu.colonnes)}
        apercu={essai.apercu}
        {...(evaluations.length > 1
          ? { titreChamp: (c: string) => evaluations.find((e) => e.champ === c)?.titre ?? "" }
          : {})}
        verbe={verbeNotes}
        onApplique={(lignes) => {
          onApplique(lignes.map((l) => l.valeur));
          onClose();
        }}
        onAnnule={onClose}
      />
    </div>
  );
}
