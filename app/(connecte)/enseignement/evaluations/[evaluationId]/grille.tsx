"use client";
import { formatCourt } from "@/lib/but/note";
import type { Grille, LigneGrille } from "@/lib/notes/queries";
import styles from "./grille.module.css";
import { Ligne } from "./ligne";
import type { Clavier } from "./use-clavier";

interface Props {
  readonly evaluation: Grille["evaluation"];
  readonly anonyme: boolean;
  readonly lignes: readonly LigneGrille[];
  readonly clavier: Clavier;
  readonly modifiable: boolean;
}

/** Le tableau des notes : une colonne qui se tape comme dans un tableur, chaque case s'enregistrant seule. */
export function GrilleNotes({ evaluation, anonyme, lignes, clavier, modifiable }: Props) {
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
            <th scope="col" className={styles.nom}>
              {anonyme ? "Copie" : "Étudiant"}
            </th>
            <th scope="col" className={styles.groupe}>
              Groupe
            </th>
            <th scope="col" className={styles.enteteNote}>
              Note sur {formatCourt(evaluation.bareme)}
            </th>
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
