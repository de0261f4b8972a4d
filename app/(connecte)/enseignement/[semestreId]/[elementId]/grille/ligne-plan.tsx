"use client";
import { memo } from "react";
import type { GestesCase } from "@/app/(connecte)/enseignement/evaluations/[evaluationId]/grille/champ-note";
import { PARTIS } from "@/app/(connecte)/enseignement/evaluations/[evaluationId]/grille/ligne";
import { Badge } from "@/components/ui/badge";
import { formatNote } from "@/lib/but/modele/note";
import { cleCase } from "@/lib/notes/element/bloc";
import type { LigneGrille } from "@/lib/notes/queries";
import { CasePlan } from "./case-plan";
import styles from "./tableau.module.css";
import type { ColonneVue } from "./use-colonnes";

interface Props {
  readonly ligne: Omit<LigneGrille, "note">;
  readonly vues: readonly ColonneVue[];
  readonly modifiable: boolean;
  /** La case de cette ligne qui a le clavier. */
  readonly active: string | null;
  /** Ce qui s'y tape. */
  readonly edition: string | null;
  /** Les évaluations choisies dans cette ligne. */
  readonly choisies: string;
  readonly gestes: GestesCase;
}

/** Rien de cette ligne n'a changé, même si d'autres lignes du tableau ont changé. */
function isPareille(a: Props, b: Props): boolean {
  const id = b.ligne.inscriptionId;
  return (
    a.ligne === b.ligne &&
    a.modifiable === b.modifiable &&
    a.active === b.active &&
    a.edition === b.edition &&
    a.choisies === b.choisies &&
    a.gestes === b.gestes &&
    (a.vues === b.vues ||
      (a.vues.length === b.vues.length &&
        b.vues.every((v, i) => {
          const avant = a.vues[i];
          return avant?.cases.get(id) === v.cases.get(id) && avant?.lignes.get(id)?.note === v.lignes.get(id)?.note;
        })))
  );
}

/** Un étudiant, ses notes côte à côte. */
export const LignePlan = memo(function LignePlan(props: Props) {
  const { ligne, vues, modifiable, active, edition, choisies, gestes } = props;
  const nom = `${ligne.nom} ${ligne.prenom}`;
  const parti = PARTIS[ligne.etat];
  const plage = choisies.split(" ");
  return (
    <tr className={parti ? styles.parti : undefined}>
      <th scope="row" className={styles.nom}>
        {nom} {parti && <Badge>{parti}</Badge>}
      </th>
      {vues.map(({ evaluation: e, cases, lignes }) => {
        const note = lignes.get(ligne.inscriptionId)?.note ?? null;
        if (!modifiable || parti)
          return (
            <td key={e.id} className={styles.lecture}>
              {formatNote(note?.note ?? null) || "—"}
            </td>
          );
        const cle = cleCase(e.id, ligne.inscriptionId);
        const c = cases.get(ligne.inscriptionId);
        const tapee = cle === active ? edition : null;
        return (
          <CasePlan
            key={e.id}
            cle={cle}
            nom={`Note de ${nom}, ${e.titre}`}
            texte={tapee ?? c?.texte ?? ""}
            etat={c?.etat ?? null}
            refus={c?.refus ?? null}
            modifiee={note?.modifiee ?? false}
            active={cle === active}
            choisie={plage.includes(e.id)}
            edition={tapee !== null}
            gestes={gestes}
          />
        );
      })}
    </tr>
  );
}, isPareille);
