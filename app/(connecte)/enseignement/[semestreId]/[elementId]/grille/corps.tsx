"use client";
import Link from "next/link";
import { memo, useMemo } from "react";
import type { Saisie } from "@/app/(connecte)/enseignement/evaluations/[evaluationId]/envoi/use-saisie";
import { formatCentiemes, formatCourt } from "@/lib/but/nombres/centiemes";
import { isNoteAttendue } from "@/lib/evaluations/libelles";
import { cleCase } from "@/lib/notes/element/bloc";
import type { Grille, LigneGrille } from "@/lib/notes/queries";
import { statistiques } from "@/lib/notes/statistiques";
import { EtatEvaluation } from "../../../etat-evaluation";
import { LignePlan } from "./ligne-plan";
import styles from "./tableau.module.css";
import type { useClavierPlan } from "./use-clavier-plan";
import type { ColonneVue } from "./use-colonnes";

interface Props {
  readonly titre: string;
  readonly saisies: readonly Saisie[];
  readonly vues: readonly ColonneVue[];
  readonly lignes: readonly Omit<LigneGrille, "note">[];
  readonly clavier: ReturnType<typeof useClavierPlan>;
  readonly modifiable: boolean;
}

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

/** Sous une colonne, ce qu'elle vaut à mesure qu'elle se tape. */
const Chiffre = memo(function Chiffre(props: {
  readonly quoi: "manquantes" | "moyenne";
  readonly grille: Grille;
  readonly valeur: Saisie["valeur"];
  readonly inscrits: ReadonlySet<string>;
}) {
  const { quoi, grille, valeur, inscrits } = props;
  const s = statistiques(grille.lignes.filter((l) => inscrits.has(l.inscriptionId)).map(valeur));
  if (quoi === "manquantes") return <td>{isNoteAttendue(grille.evaluation.type) ? s.manquantes : "—"}</td>;
  return <td>{s.chiffres ? formatCentiemes(s.chiffres.moyenne) : "—"}</td>;
});

const PIED = [
  ["manquantes", "Manquantes"],
  ["moyenne", "Moyenne"],
] as const;

function Pied({ saisies, lignes }: Pick<Props, "saisies" | "lignes">) {
  const inscrits = useMemo(() => new Set(lignes.filter((l) => l.etat === "I").map((l) => l.inscriptionId)), [lignes]);
  return (
    <tfoot>
      {PIED.map(([quoi, nom]) => (
        <tr key={quoi}>
          <th scope="row" className={styles.nom}>
            {nom}
          </th>
          {saisies.map(({ grille, valeur }) => (
            <Chiffre key={grille.evaluation.id} quoi={quoi} grille={grille} valeur={valeur} inscrits={inscrits} />
          ))}
        </tr>
      ))}
    </tfoot>
  );
}

/** Le tableau lui-même : une ligne par étudiant, une colonne par évaluation. */
export function Corps({ titre, saisies, vues, lignes, clavier, modifiable }: Props) {
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
            const ici = (cle: string | null | undefined) => cle?.endsWith(` ${ligne.inscriptionId}`) ?? false;
            return (
              <LignePlan
                key={ligne.inscriptionId}
                ligne={ligne}
                vues={vues}
                modifiable={modifiable}
                active={ici(active) ? (active ?? null) : null}
                edition={ici(etat.actif) && etat.edition ? etat.edition.texte : null}
                choisies={
                  choisies.size > 0
                    ? vues
                        .filter((v) => choisies.has(cleCase(v.evaluation.id, ligne.inscriptionId)))
                        .map((v) => v.evaluation.id)
                        .join(" ")
                    : ""
                }
                gestes={gestes}
              />
            );
          })}
        </tbody>
        <Pied saisies={saisies} lignes={lignes} />
      </table>
    </section>
  );
}
