"use client";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useEnvoi } from "@/components/use-envoi";
import { undoBonus } from "@/lib/bonus/import/actions";
import type { LotVu } from "@/lib/import/lots/queries";
import { formatInstant } from "@/lib/libelles";
import styles from "../../scolarite.module.css";

/** Les dernières listes reçues, chacune à défaire d'un coup tant qu'aucun de ses bonus n'a changé. */
export function LotsBonus({ lots, onDefait }: { readonly lots: readonly LotVu[]; readonly onDefait: () => void }) {
  const { envoyer, enCours, resultat } = useEnvoi(undoBonus, onDefait);
  if (lots.length === 0) return null;
  return (
    <Card aria-labelledby="lots">
      <div className={styles.formulaire}>
        <h2 id="lots">Dernières listes</h2>
        <RefusGeneral resultat={resultat} />
        <ul className={styles.liste}>
          {lots.map((l) => (
            <li key={l.id} className={styles.ligne}>
              <span>
                {l.fichier}, {l.ecrites} bonus, {formatInstant(l.le)}, {l.par}
              </span>
              {l.annuleLe ? (
                <span className={styles.doux}>Annulée</span>
              ) : (
                <Button
                  petit
                  disabled={enCours}
                  aria-label={`Défaire la liste ${l.fichier}`}
                  onClick={() => envoyer({ lotId: l.id })}
                >
                  Défaire
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
