"use client";
import { FileDown } from "lucide-react";
import { useMemo } from "react";
import { useFichier } from "@/components/import/use-fichier";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { Grille } from "@/lib/notes/queries";
import { type FaitImport, ImportNotes } from "../../../import/import-notes";
import { LotsImport } from "../../../import/lots";
import type { Frappe } from "../envoi/use-saisie";
import styles from "./dialogues.module.css";

interface Props {
  readonly open: boolean;
  readonly grille: Grille;
  readonly userId: string;
  readonly modifiable: boolean;
  /** Les notes pas encore enregistrées : l'export ne les aurait pas, l'import se heurterait à elles. */
  readonly enAttente: number;
  readonly onFait: (fait: FaitImport) => void;
  readonly onDefait: () => void;
  /** Seconde saisie : les notes du fichier rejoignent la file de la grille. */
  readonly onSaisie: (frappes: readonly Frappe[]) => void;
  readonly onClose: () => void;
}

function telecharge(contenu: Blob, nom: string): void {
  const adresse = URL.createObjectURL(contenu);
  const lien = document.createElement("a");
  lien.href = adresse;
  lien.download = nom;
  lien.click();
  setTimeout(() => URL.revokeObjectURL(adresse), 10_000);
}

function Exporter({ grille, enAttente }: Pick<Props, "grille" | "enAttente">) {
  // Le code des tableurs n'arrive qu'ici : la grille reste légère.
  const exporte = async (format: "xlsx" | "csv") => {
    const { nomFichier, writeClasseur, writeCsv } = await import("@/lib/notes/fichier/export");
    const contenu =
      format === "xlsx" ? await writeClasseur(grille) : new Blob([writeCsv(grille)], { type: "text/csv" });
    telecharge(contenu, nomFichier(grille, format));
  };
  return (
    <section className={styles.partie}>
      <h3>Exporter une feuille pré-remplie</h3>
      <p>
        Complétez la colonne des notes dans votre tableur, triez à votre guise, puis importez la feuille ici. La colonne
        « Repère » dit d'où elle vient : gardez-la.
      </p>
      {enAttente > 0 && <Notice>Les notes pas encore enregistrées n'y seront pas.</Notice>}
      <div className={styles.boutons}>
        <Button onClick={() => void exporte("xlsx")}>
          <FileDown size={18} aria-hidden="true" />
          Excel ou LibreOffice (.xlsx)
        </Button>
        <Button onClick={() => void exporte("csv")}>
          <FileDown size={18} aria-hidden="true" />
          Texte (.csv)
        </Button>
      </div>
    </section>
  );
}

const EN_ATTENTE = "Des notes ne sont pas encore enregistrées : attendez ou corrigez-les, puis appliquez.";

/** La feuille de notes qui part vers un tableur, et qui en revient : rien n'est écrit avant l'aperçu. */
export function TableurDialog({ open, grille, userId, modifiable, enAttente, ...gestes }: Props) {
  const fichier = useFichier();
  const { evaluation, element, semestre, lignes } = grille;
  const seconde = grille.passe === "seconde";
  const publiee = evaluation.etat === "publiee";
  const ferme = () => {
    fichier.oublie();
    gestes.onClose();
  };
  const classe = useMemo(
    () => ({
      toutes: lignes,
      affichees: lignes,
      depart: null,
      videEfface: false,
      commentaires: !seconde,
      evaluations: [
        {
          champ: "note",
          evaluationId: evaluation.id,
          titre: evaluation.titre,
          bareme: evaluation.bareme,
          lignes: new Map(lignes.map((l) => [l.inscriptionId, l])),
        },
      ],
    }),
    [lignes, evaluation.id, evaluation.titre, evaluation.bareme, seconde],
  );
  const apercu = fichier.lu?.lecture.ok === true;
  return (
    <Dialog
      large={apercu}
      open={open}
      onClose={ferme}
      titre={apercu ? "Importer : avant d'enregistrer" : "Importer, exporter"}
    >
      <div className={styles.parties}>
        {modifiable && (
          <section className={styles.partie}>
            {!apercu && <h3>Importer des notes</h3>}
            <ImportNotes
              fichier={fichier}
              classe={classe}
              semestreId={semestre.id}
              elementId={element.id}
              userId={userId}
              publiee={publiee}
              empechement={enAttente > 0 ? EN_ATTENTE : null}
              onFait={(fait) => {
                gestes.onFait(fait);
                ferme();
              }}
              {...(seconde
                ? {
                    onSaisie: (notes) => {
                      gestes.onSaisie(
                        notes.map((n) => ({ id: n.inscriptionId, texte: n.saisie, versionLue: n.versionLue })),
                      );
                      ferme();
                    },
                  }
                : {})}
            />
          </section>
        )}
        {!apercu && modifiable && !seconde && (
          <LotsImport
            semestreId={semestre.id}
            elementId={element.id}
            evaluationId={evaluation.id}
            publiee={publiee}
            onDefait={gestes.onDefait}
          />
        )}
        {!apercu && !seconde && <Exporter grille={grille} enAttente={enAttente} />}
      </div>
    </Dialog>
  );
}
