"use client";
import { Ban, FlaskConical, RotateCcw } from "lucide-react";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import type { Cursus } from "@/lib/but/modele/cursus";
import { simuleCursus } from "@/lib/cursus/simulation";
import { Besoin } from "./besoin";
import { ElementSimule } from "./element-simule";
import { Rappel, Resultats } from "./resultats";
import { avecAjouts, lireSaisies, RIEN, type Saisies } from "./saisies";
import styles from "./simulateur.module.css";

interface Props {
  readonly cursus: Cursus;
  readonly semestreId: string;
  readonly aConfirmer: boolean;
}

/** « Et si… » : les mêmes règles, dans le navigateur, sur des notes imaginées. Rien ne part d'ici. */
export function Simulateur({ cursus, semestreId, aConfirmer }: Props) {
  const [saisies, setSaisies] = useState<Saisies>(RIEN);
  const elements = cursus.semestres.find((s) => s.id === semestreId)?.elements ?? [];
  const { changements, erreurs } = lireSaisies(saisies, elements);
  const simule = simuleCursus(cursus, semestreId, changements);
  const reel = useMemo(() => resultatCursus(cursus), [cursus]);
  const resultat = resultatCursus(simule);
  const touche = saisies.ajouts.length > 0 || Object.keys(saisies.notes).length > 0;

  return (
    <div className={styles.simulation}>
      <div className={styles.bandeau}>
        <FlaskConical size={18} aria-hidden="true" />
        <p>
          <strong>Simulation.</strong> Ces nombres sont imaginés : rien n'est enregistré ni envoyé, et tout s'efface
          quand vous quittez la page.
          {aConfirmer && " Les coefficients sont à confirmer par le département."}
        </p>
        <Button petit disabled={!touche} onClick={() => setSaisies(RIEN)}>
          <RotateCcw size={16} aria-hidden="true" />
          Revenir à mes vraies notes
        </Button>
      </div>
      <div className={styles.colonnes}>
        <aside className={styles.resultats} aria-label="Résultats simulés">
          <Resultats reel={reel} simule={resultat} cursus={cursus} semestreId={semestreId} />
          <Besoin simule={simule} semestreId={semestreId} onImaginer={(ids) => setSaisies((s) => avecAjouts(s, ids))} />
        </aside>
        <div className={styles.elements}>
          <p className={styles.mode}>
            Changez une note, écartez-la avec <Ban size={14} role="img" aria-label="Neutraliser" />, ou ajoutez une
            évaluation à venir.
          </p>
          {elements.map((element) => (
            <ElementSimule
              key={element.id}
              element={element}
              saisies={saisies}
              erreurs={erreurs}
              onChange={setSaisies}
            />
          ))}
        </div>
      </div>
      <Rappel simule={resultat} cursus={cursus} semestreId={semestreId} />
    </div>
  );
}
