import { Badge, type Ton } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import { type Apercu, isApplicable, type Rapprochement, type SortCollage } from "@/lib/notes/collage";
import type { Frappe } from "../envoi/use-saisie";
import styles from "./dialogues.module.css";

interface Props {
  readonly titre: string;
  /** L'en-tête de la colonne des valeurs lues. */
  readonly colonne: string;
  readonly explications: Readonly<Record<Rapprochement, string>>;
  readonly apercu: Apercu;
  readonly onApplique: (frappes: readonly Frappe[]) => void;
  readonly onAnnule: () => void;
}

/** Ce qui demande un regard vient d'abord. */
const SORTS: Readonly<Record<SortCollage, { readonly texte: string; readonly ton: Ton }>> = {
  refusee: { texte: "Refusée", ton: "danger" },
  inconnue: { texte: "Inconnue", ton: "danger" },
  changee: { texte: "Changée", ton: "attention" },
  effacee: { texte: "Effacée", ton: "attention" },
  nouvelle: { texte: "Nouvelle", ton: "succes" },
  identique: { texte: "Identique", ton: "neutre" },
  vide: { texte: "Vide, rien ne change", ton: "neutre" },
};
const ORDRE = Object.keys(SORTS) as SortCollage[];

/** Chaque ligne d'un bloc ou d'un fichier et son effet, avant que rien ne soit écrit. */
export function ApercuLignes({ titre, colonne, explications, apercu, onApplique, onAnnule }: Props) {
  const aEcrire = apercu.lignes.filter(isApplicable);
  // Placées par position, les lignes se vérifient dans leur ordre.
  const lignes =
    apercu.par === "position"
      ? apercu.lignes
      : apercu.lignes.toSorted((a, b) => ORDRE.indexOf(a.sort) - ORDRE.indexOf(b.sort));
  const applique = () =>
    onApplique(
      aEcrire.flatMap((l) =>
        l.inscriptionId === null ? [] : [{ id: l.inscriptionId, texte: l.saisie, versionLue: l.versionLue }],
      ),
    );
  return (
    <>
      <p>{explications[apercu.par]}</p>
      <p className={styles.comptes}>
        {ORDRE.map((sort) => {
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
        <Table titre={titre}>
          <thead>
            <tr>
              <th scope="col">Étudiant</th>
              <th scope="col">Effet</th>
              <th scope="col">Avant</th>
              <th scope="col">{colonne}</th>
            </tr>
          </thead>
          <tbody>
            {lignes.map((l) => (
              <tr key={l.rang}>
                <th scope="row">{l.qui}</th>
                <td>
                  <Badge ton={SORTS[l.sort].ton}>{SORTS[l.sort].texte}</Badge> {l.raison}
                </td>
                <td>{l.avant || "—"}</td>
                <td>{l.saisie || "—"}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <div className={styles.boutons}>
        <Button aspect="principal" onClick={applique} disabled={aEcrire.length === 0} data-premier>
          {aEcrire.length > 1 ? `Enregistrer ${aEcrire.length} notes` : `Enregistrer ${aEcrire.length} note`}
        </Button>
        <Button onClick={onAnnule}>Annuler</Button>
      </div>
    </>
  );
}
