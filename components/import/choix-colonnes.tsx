"use client";
import { Select } from "@/components/ui/field";
import type { Apercu } from "@/lib/import/apercu";
import styles from "./import.module.css";

interface Props {
  readonly lu: Pick<Apercu<unknown>, "feuilles" | "feuille" | "fichier" | "colonnes">;
  /** Ce qui désigne d'abord, puis ce qui s'écrit. */
  readonly champs: readonly { readonly id: string; readonly titre: string }[];
  readonly ouvert: boolean;
  /** `titre` vide : aucune colonne. */
  readonly onColonne: (champ: string, titre: string) => void;
  readonly onFeuille: (feuille: string) => void;
}

/** Quelle colonne du fichier dit quoi : deviné, montré, changeable. */
export function ChoixColonnes({ lu, champs, ouvert, onColonne, onFeuille }: Props) {
  const { feuilles, feuille, fichier, colonnes } = lu;
  const titre = (champ: string) => fichier.find((f) => f.rang === colonnes.get(champ))?.titre ?? "";
  const lues = champs.filter((c) => titre(c.id) !== "").map((c) => `${c.titre} : « ${titre(c.id)} »`);
  return (
    <details className={styles.colonnes} open={ouvert}>
      <summary>{lues.length > 0 ? `Colonnes lues. ${lues.join(", ")}` : "Choisir les colonnes"}</summary>
      <div className={styles.choix}>
        {feuilles.length > 1 && (
          <Select label="Feuille" value={feuille} onChange={(e) => onFeuille(e.target.value)}>
            {feuille === "" && <option value="">À choisir</option>}
            {feuilles.map((f) => (
              <option key={f} value={f}>
                {f}
              </option>
            ))}
          </Select>
        )}
        {fichier.length > 0 &&
          champs.map((c) => (
            <Select key={c.id} label={c.titre} value={titre(c.id)} onChange={(e) => onColonne(c.id, e.target.value)}>
              <option value="">Aucune colonne</option>
              {fichier.map((f) => (
                <option key={f.rang} value={f.titre}>
                  {f.titre}
                  {f.exemples.length > 0 && ` (${f.exemples.join(", ").slice(0, 40)})`}
                </option>
              ))}
            </Select>
          ))}
      </div>
    </details>
  );
}
