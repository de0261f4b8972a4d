"use client";
import { formatInstant } from "@/app/(connecte)/enseignement/instants";
import { Button } from "@/components/ui/button";
import { formatNote, type Note } from "@/lib/but/modele/note";
import type { NoteLue } from "@/lib/notes/entree";
import styles from "./grille.module.css";

interface Props {
  readonly mienne: string;
  readonly autre: NoteLue | null;
  readonly onChoix: (choix: "mienne" | "autre") => void;
}

const ecrire = (note: Note): string => formatNote(note) || "rien";

/** Les deux valeurs d'une course, par qui et quand ; la personne choisit, rien n'a été écrasé. */
export function Conflit({ mienne, autre, onChoix }: Props) {
  const laMienne = mienne.trim() || "rien";
  return (
    <fieldset className={styles.conflitChoix} aria-label="Deux valeurs pour cette note">
      <p>
        Vous avez tapé <strong>{laMienne}</strong>.{" "}
        {autre ? (
          <>
            {autre.par} a enregistré <strong>{ecrire(autre.note)}</strong> {formatInstant(autre.le)}.
          </>
        ) : (
          "Il n'y a plus de note enregistrée."
        )}
      </p>
      <div className={styles.boutons}>
        <Button petit onClick={() => onChoix("mienne")}>
          Garder la mienne ({laMienne})
        </Button>
        <Button petit onClick={() => onChoix("autre")}>
          Prendre l'autre ({ecrire(autre?.note ?? null)})
        </Button>
      </div>
    </fieldset>
  );
}
