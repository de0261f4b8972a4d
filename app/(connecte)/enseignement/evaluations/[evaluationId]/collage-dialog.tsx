"use client";
import { Badge, type Ton } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Table } from "@/components/ui/table";
import type { Centiemes } from "@/lib/but/note";
import { isApplicable, prepareCollage, type SortCollage } from "@/lib/notes/collage";
import type { LigneGrille } from "@/lib/notes/queries";
import styles from "./dialogues.module.css";
import type { Frappe } from "./use-saisie";

interface Props {
  readonly bloc: { readonly texte: string; readonly depart: string } | null;
  readonly lignes: readonly LigneGrille[];
  readonly bareme: Centiemes;
  readonly onApplique: (frappes: readonly Frappe[]) => void;
  readonly onClose: () => void;
}

const SORTS: Readonly<Record<SortCollage, { readonly texte: string; readonly ton: Ton }>> = {
  nouvelle: { texte: "Nouvelle", ton: "succes" },
  changee: { texte: "Changée", ton: "attention" },
  effacee: { texte: "Effacée", ton: "attention" },
  identique: { texte: "Identique", ton: "neutre" },
  inconnue: { texte: "Inconnue", ton: "danger" },
  refusee: { texte: "Refusée", ton: "danger" },
};

const PAR = {
  numero: "Étudiants reconnus à leur numéro.",
  nom: "Étudiants reconnus à leur nom.",
  position: "Aucun numéro ni nom dans le bloc : les notes se placent dans l'ordre, à partir de la case choisie.",
};

/** Ce que fera le bloc collé, ligne par ligne, avant que rien ne soit écrit. */
export function CollageDialog({ bloc, lignes, bareme, onApplique, onClose }: Props) {
  const apercu = bloc && prepareCollage(bloc.texte, lignes, bloc.depart, bareme);
  const aEcrire = apercu?.lignes.filter(isApplicable) ?? [];
  const applique = () => {
    onApplique(
      aEcrire.flatMap((l) =>
        l.inscriptionId === null ? [] : [{ id: l.inscriptionId, texte: l.saisie, versionLue: l.versionLue }],
      ),
    );
    onClose();
  };
  return (
    <Dialog open={bloc !== null} onClose={onClose} titre="Coller un bloc de notes">
      {apercu && (
        <div className={styles.collage}>
          <p>{PAR[apercu.par]}</p>
          <p className={styles.comptes}>
            {(Object.keys(SORTS) as SortCollage[]).map((sort) => {
              const n = apercu.lignes.filter((l) => l.sort === sort).length;
              return (
                n > 0 && (
                  <Badge key={sort} ton={SORTS[sort].ton}>
                    {SORTS[sort].texte} : {n}
                  </Badge>
                )
              );
            })}
          </p>
          <div className={styles.apercu}>
            <Table titre="Aperçu du collage">
              <thead>
                <tr>
                  <th scope="col">Étudiant</th>
                  <th scope="col">Avant</th>
                  <th scope="col">Collé</th>
                  <th scope="col">Effet</th>
                </tr>
              </thead>
              <tbody>
                {apercu.lignes.map((l) => (
                  <tr key={l.rang}>
                    <th scope="row">{l.qui}</th>
                    <td>{l.avant || "—"}</td>
                    <td>{l.saisie || "—"}</td>
                    <td>
                      <Badge ton={SORTS[l.sort].ton}>{SORTS[l.sort].texte}</Badge> {l.raison}
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </div>
          <div className={styles.boutons}>
            <Button aspect="principal" onClick={applique} disabled={aEcrire.length === 0} data-premier>
              {aEcrire.length > 1 ? `Enregistrer ${aEcrire.length} notes` : `Enregistrer ${aEcrire.length} note`}
            </Button>
            <Button onClick={onClose}>Annuler</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
