"use client";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { formatCentiemes, formatCourt, formatNote } from "@/lib/but/note";
import { isNoteAttendue } from "@/lib/evaluations/libelles";
import { cleCase } from "@/lib/notes/element/bloc";
import type { LigneGrille } from "@/lib/notes/queries";
import { statistiques } from "@/lib/notes/statistiques";
import { EtatEvaluation } from "../../../etat-evaluation";
import type { CaseAffichee, Saisie } from "../../../evaluations/[evaluationId]/use-saisie";
import { CasePlan } from "./case-plan";
import styles from "./tableau.module.css";
import type { useClavierPlan } from "./use-clavier-plan";

interface Props {
  readonly titre: string;
  readonly saisies: readonly Saisie[];
  readonly lignes: readonly Omit<LigneGrille, "note">[];
  readonly cases: ReadonlyMap<string, CaseAffichee>;
  readonly notes: ReadonlyMap<string, LigneGrille>;
  readonly clavier: ReturnType<typeof useClavierPlan>;
  readonly modifiable: boolean;
}

const PARTIS = { I: null, DEM: "Démission", DEF: "Défaillant" } as const;

function Entetes({ saisies }: Pick<Props, "saisies">) {
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.nom}>
          Étudiant
        </th>
        {saisies.map(({ grille: { evaluation: e } }) => (
          <th key={e.id} scope="col" className={styles.colonne}>
            <Link href={`/enseignement/evaluations/${e.id}`} title={e.titre}>
              {e.titre}
            </Link>
            <span className={styles.precisions}>
              sur {formatCourt(e.bareme)} · coef. {formatCourt(e.coefficient)}
            </span>
            <EtatEvaluation etat={e.etat} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Sous chaque colonne, ce qu'elle vaut à mesure qu'elle se tape. */
function Pied({ saisies, lignes }: Pick<Props, "saisies" | "lignes">) {
  const visibles = new Set(lignes.filter((l) => l.etat === "I").map((l) => l.inscriptionId));
  const colonnes = saisies.map(({ grille, valeur }) => ({
    id: grille.evaluation.id,
    attendue: isNoteAttendue(grille.evaluation.type),
    s: statistiques(grille.lignes.filter((l) => visibles.has(l.inscriptionId)).map(valeur)),
  }));
  return (
    <tfoot>
      <tr>
        <th scope="row" className={styles.nom}>
          Manquantes
        </th>
        {colonnes.map(({ id, attendue, s }) => (
          <td key={id}>{attendue ? s.manquantes : "—"}</td>
        ))}
      </tr>
      <tr>
        <th scope="row" className={styles.nom}>
          Moyenne
        </th>
        {colonnes.map(({ id, s }) => (
          <td key={id}>{s.chiffres ? formatCentiemes(s.chiffres.moyenne) : "—"}</td>
        ))}
      </tr>
    </tfoot>
  );
}

/** Le tableau lui-même : une ligne par étudiant, une colonne par évaluation. */
export function Corps({ titre, saisies, lignes, cases, notes, clavier, modifiable }: Props) {
  const { etat, choisies, gestes, copie, active } = clavier;
  return (
    <section className={styles.cadre} aria-label={titre} tabIndex={modifiable ? undefined : 0}>
      <table
        className={styles.table}
        role={modifiable ? "grid" : undefined}
        aria-label={titre}
        onCopy={copie}
        onCut={modifiable ? copie : undefined}
      >
        <Entetes saisies={saisies} />
        <tbody>
          {lignes.map((ligne) => {
            const nom = `${ligne.nom} ${ligne.prenom}`;
            const parti = PARTIS[ligne.etat];
            return (
              <tr key={ligne.inscriptionId} className={parti ? styles.parti : undefined}>
                <th scope="row" className={styles.nom}>
                  {nom} {parti && <Badge>{parti}</Badge>}
                </th>
                {saisies.map(({ grille: { evaluation: e } }) => {
                  const cle = cleCase(e.id, ligne.inscriptionId);
                  const c = cases.get(cle);
                  if (!modifiable || parti)
                    return (
                      <td key={e.id} className={styles.lecture}>
                        {formatNote(notes.get(cle)?.note?.note ?? null) || "—"}
                      </td>
                    );
                  const edition = etat.actif === cle ? etat.edition : null;
                  return (
                    <CasePlan
                      key={e.id}
                      cle={cle}
                      nom={`Note de ${nom}, ${e.titre}`}
                      texte={edition?.texte ?? c?.texte ?? ""}
                      etat={c?.etat ?? null}
                      refus={c?.refus ?? null}
                      modifiee={notes.get(cle)?.note?.modifiee ?? false}
                      active={cle === active}
                      choisie={choisies.has(cle)}
                      edition={edition !== null}
                      gestes={gestes}
                    />
                  );
                })}
              </tr>
            );
          })}
        </tbody>
        <Pied saisies={saisies} lignes={lignes} />
      </table>
    </section>
  );
}
