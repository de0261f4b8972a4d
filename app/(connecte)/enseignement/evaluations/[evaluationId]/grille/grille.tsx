"use client";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import type { Grille, LigneGrille } from "@/lib/notes/queries";
import type { Critere, Tri } from "@/lib/notes/tri";
import styles from "./grille.module.css";
import { Ligne } from "./ligne";
import type { Clavier } from "./use-clavier";

interface Props {
  readonly evaluation: Grille["evaluation"];
  readonly anonyme: boolean;
  readonly lignes: readonly LigneGrille[];
  readonly clavier: Clavier;
  readonly modifiable: boolean;
  readonly tri: Tri | null;
  readonly onTri: (critere: Critere) => void;
}

/** L'en-tête d'une colonne qui se trie. Le tri se fige : taper ne déplace aucune ligne. */
function EnteteTriee({
  critere,
  tri,
  onTri,
  className,
  children,
}: Pick<Props, "tri" | "onTri"> & { critere: Critere; className: string | undefined; children: ReactNode }) {
  const actif = tri?.critere === critere;
  return (
    <th scope="col" className={className} aria-sort={actif ? (tri.descendant ? "descending" : "ascending") : undefined}>
      <button type="button" className={styles.tri} onClick={() => onTri(critere)}>
        {children}
        <Icone actif={actif} descendant={actif && tri.descendant} />
      </button>
    </th>
  );
}

function Icone({ actif, descendant }: { readonly actif: boolean; readonly descendant: boolean }) {
  const Fleche = !actif ? ChevronsUpDown : descendant ? ArrowDown : ArrowUp;
  return <Fleche size={14} aria-hidden="true" />;
}

/** Le tableau des notes : une colonne qui se tape comme dans un tableur, chaque case s'enregistrant seule. */
export function GrilleNotes({ evaluation, anonyme, lignes, clavier, modifiable, tri, onTri }: Props) {
  const { etat, cases, active, gestes, copie } = clavier;
  const choisies = new Set(clavier.choisies);
  return (
    <section className={styles.cadre} aria-label="Notes de la classe" tabIndex={modifiable ? undefined : 0}>
      <table
        className={`${styles.table} ${anonyme ? styles.sansGroupe : ""}`}
        role={modifiable ? "grid" : undefined}
        aria-label={`Notes de « ${evaluation.titre} »`}
        onCopy={copie}
        onCut={modifiable ? copie : undefined}
      >
        <thead>
          <tr>
            <EnteteTriee critere="nom" className={styles.nom} tri={tri} onTri={onTri}>
              {anonyme ? "Copie" : "Étudiant"}
            </EnteteTriee>
            <EnteteTriee critere="groupe" className={styles.groupe} tri={tri} onTri={onTri}>
              Groupe
            </EnteteTriee>
            <EnteteTriee critere="note" className={styles.enteteNote} tri={tri} onTri={onTri}>
              Note sur {formatCourt(evaluation.bareme)}
            </EnteteTriee>
            <th scope="col">État</th>
          </tr>
        </thead>
        <tbody>
          {lignes.map((ligne) => {
            const id = ligne.inscriptionId;
            const c = cases.get(id);
            const edition = etat.actif === id ? etat.edition : null;
            return (
              <Ligne
                key={id}
                ligne={ligne}
                texte={edition?.texte ?? c?.texte ?? ""}
                etat={c?.etat ?? null}
                refus={c?.refus ?? null}
                conflit={c?.conflit ?? null}
                active={id === active}
                choisie={choisies.size > 1 && choisies.has(id)}
                edition={edition !== null}
                gestes={gestes}
                modifiable={modifiable}
              />
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
