"use client";
import { FileDown } from "lucide-react";
import { type ChangeEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Import } from "@/lib/notes/fichier/import";
import type { Grille } from "@/lib/notes/queries";
import type { Frappe } from "../envoi/use-saisie";
import { ApercuLignes } from "./apercu-lignes";
import styles from "./dialogues.module.css";

interface Props {
  readonly open: boolean;
  readonly grille: Grille;
  readonly modifiable: boolean;
  /** Pourquoi attendre avant d'exporter : le fichier n'aurait pas tout. */
  readonly enAttente: number;
  readonly onApplique: (frappes: readonly Frappe[]) => void;
  readonly onClose: () => void;
}

const PAR = {
  numero: "Étudiants reconnus à leur numéro.",
  nom: "Étudiants reconnus à leur nom.",
  position:
    "Aucun numéro ni nom de cette classe dans le fichier : les notes se placent dans l'ordre de la liste. Vérifiez chaque ligne.",
};

const phraseAbsents = (n: number): string =>
  n > 1
    ? `${n} étudiants ne sont pas dans ce fichier : leurs notes ne changent pas.`
    : "1 étudiant n'est pas dans ce fichier : sa note ne change pas.";

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

/** La feuille de notes qui part vers un tableur, et qui en revient : rien n'est écrit avant l'aperçu. */
export function TableurDialog({ open, grille, modifiable, enAttente, onApplique, onClose }: Props) {
  const [lu, setLu] = useState<Import | null>(null);
  const ferme = () => {
    setLu(null);
    onClose();
  };
  const choisit = async (evenement: ChangeEvent<HTMLInputElement>) => {
    const champ = evenement.target;
    const fichier = champ.files?.[0];
    if (!fichier) return;
    setLu(null);
    try {
      const [{ readFichier }, { prepareImport }] = await Promise.all([
        import("@/lib/notes/fichier/lecture"),
        import("@/lib/notes/fichier/import"),
      ]);
      const lecture = await readFichier(fichier);
      setLu(lecture.ok ? prepareImport(lecture.tableau, grille) : lecture);
    } catch {
      setLu({
        ok: false,
        message: "Ce fichier n'a pas pu être lu : vérifiez votre connexion, puis choisissez-le encore.",
      });
    }
    // Le même fichier, corrigé, doit pouvoir être choisi à nouveau.
    champ.value = "";
  };
  const apercu = lu?.ok ? lu : null;
  return (
    <Dialog open={open} onClose={ferme} titre={apercu ? "Importer : avant d'enregistrer" : "Importer, exporter"}>
      {apercu ? (
        <div className={styles.collage}>
          {apercu.absents > 0 && <Notice>{phraseAbsents(apercu.absents)}</Notice>}
          <ApercuLignes
            titre="Aperçu de l'import"
            colonne="Fichier"
            explications={PAR}
            apercu={apercu.apercu}
            onApplique={(frappes) => {
              onApplique(frappes);
              ferme();
            }}
            onAnnule={() => setLu(null)}
          />
        </div>
      ) : (
        <div className={styles.parties}>
          {modifiable && (
            <section className={styles.partie}>
              <h3>Importer des notes</h3>
              <Input
                label="Fichier .xlsx ou .csv"
                type="file"
                accept=".xlsx,.csv,.tsv,.txt"
                aide="Une colonne de numéros ou de noms, une colonne de notes. Vous verrez l'effet de chaque ligne avant d'enregistrer."
                data-premier
                onChange={(e) => void choisit(e)}
              />
              {lu && !lu.ok && (
                <Notice ton="danger" role="alert">
                  {lu.message} Rien n'a été écrit.
                </Notice>
              )}
            </section>
          )}
          <Exporter grille={grille} enAttente={enAttente} />
        </div>
      )}
    </Dialog>
  );
}
