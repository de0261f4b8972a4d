import Link from "next/link";
import type { ReactNode } from "react";
import { CodeDecision } from "@/components/code-decision";
import { ArbreExplication } from "@/components/explication";
import { Card } from "@/components/ui/card";
import { Jour } from "@/components/ui/jour";
import { Notice } from "@/components/ui/notice";
import type { Explication } from "@/lib/but/expliquer/explication";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import type { Rang } from "@/lib/classe/contexte";
import type { VueCalculRcue, VueCalculUe } from "@/lib/cursus/calculs";
import { Stabilite } from "../stabilite";
import styles from "./calcul.module.css";

interface PropsUe {
  readonly calcul: VueCalculUe;
  readonly base: string;
  /** null : le règlement ne l'affiche pas, ou il désignerait quelqu'un. */
  readonly rang: Rang | null;
}

/** « Montrez-moi le calcul » d'une UE : le résultat, puis l'arbre jusqu'aux notes. */
export function CalculUe({ calcul, base, rang }: PropsUe) {
  const { ue, explication, niveauId } = calcul;
  return (
    <Calcul moyenne={ue.moyenne} confirmee={ue.confirmee} explication={explication} ouverts={2}>
      {ue.sansMoyenne ?? <Stabilite etat={ue.stabilite} />}
      {ue.decision && (
        <span>
          Jury du <Jour le={ue.decision.date} />
           : <CodeDecision code={ue.decision.code} />
        </span>
      )}
      {ue.recalculee !== null && <VueParLeJury aujourdhui={ue.recalculee} />}
      {rang && (
        <span>
          Rang {rang.rang} sur {rang.sur} dans la classe, à titre d'information : il ne décide de rien (point 5.11).
        </span>
      )}
      {niveauId && (
        <Link href={`${base}/niveau/${niveauId}?annee=${ue.anneeUniversitaire}`}>Le RCUE où cette UE compte</Link>
      )}
    </Calcul>
  );
}

/** Le même écran pour un RCUE, qui réunit les deux UE d'un niveau. */
export function CalculRcue({ calcul }: { readonly calcul: VueCalculRcue }) {
  const { moyenne, code, recalculee, confirmee, explication } = calcul;
  return (
    <Calcul moyenne={moyenne} confirmee={confirmee} explication={explication} ouverts={1}>
      {code && (
        <span>
          Décision du jury : <CodeDecision code={code} />
        </span>
      )}
      {recalculee !== null && <VueParLeJury aujourdhui={recalculee} />}
    </Calcul>
  );
}

function VueParLeJury({ aujourdhui }: { readonly aujourdhui: number }) {
  return (
    <span>
      C'est la moyenne que le jury a vue. Le calcul ci-dessous donne aujourd'hui {formatCentiemes(aujourdhui)}.
    </span>
  );
}

interface Props {
  readonly moyenne: number | null;
  readonly confirmee: boolean;
  readonly explication: Explication;
  readonly ouverts: number;
  readonly children: ReactNode;
}

function Calcul({ moyenne, confirmee, explication, ouverts, children }: Props) {
  return (
    <div className={styles.calcul}>
      <div className={styles.resultat}>
        <p className={styles.moyenne}>
          {moyenne === null ? (
            "Pas de moyenne"
          ) : (
            <>
              {formatCentiemes(moyenne)}
              <span className={styles.sur}> / 20</span>
            </>
          )}
        </p>
        <div className={styles.etat}>{children}</div>
      </div>
      {!confirmee && (
        <Notice ton="attention">
          Coefficients à confirmer par le département : ceux-ci sont proposés d'après le programme publié.
        </Notice>
      )}
      <Card aria-label="Le calcul">
        <ArbreExplication explication={explication} ouverts={ouverts} />
      </Card>
    </div>
  );
}
