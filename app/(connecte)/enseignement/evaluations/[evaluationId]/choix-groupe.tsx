"use client";
import styles from "./choix-groupe.module.css";

interface Props {
  readonly groupes: readonly string[];
  /** Vide : tous. */
  readonly choisi: string;
  readonly onChoisi: (groupe: string) => void;
}

/** Ne montrer qu'un groupe ; rien à choisir quand la classe n'en a qu'un. */
export function ChoixGroupe({ groupes, choisi, onChoisi }: Props) {
  if (groupes.length < 2) return null;
  return (
    <label className={styles.choix}>
      Groupe
      <select value={choisi} onChange={(e) => onChoisi(e.target.value)}>
        <option value="">Tous</option>
        {groupes.map((g) => (
          <option key={g}>{g}</option>
        ))}
      </select>
    </label>
  );
}
