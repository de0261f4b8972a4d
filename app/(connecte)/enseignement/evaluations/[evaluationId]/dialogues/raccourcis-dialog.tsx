"use client";
import { Dialog } from "@/components/ui/dialog";
import styles from "./dialogues.module.css";

type Raccourci = readonly [readonly string[], string];

/** Ce qui change quand plusieurs évaluations sont côte à côte. */
const DEPLACEMENTS: Readonly<Record<"colonne" | "plan", readonly Raccourci[]>> = {
  colonne: [
    [["Tab", "Maj+Tab"], "De même ; au bout de la colonne, quitter la grille"],
    [["↑", "↓", "Page ↑", "Page ↓"], "Se déplacer, sans jamais changer une note"],
    [["Début", "Fin"], "Première, dernière case"],
  ],
  plan: [
    [["Tab", "Maj+Tab"], "Évaluation suivante, précédente ; au bout du tableau, le quitter"],
    [["↑", "↓", "←", "→", "Page ↑", "Page ↓"], "Se déplacer, sans jamais changer une note"],
    [["Début", "Fin"], "Bouts de la ligne ; avec Ctrl, du tableau"],
  ],
};

const RACCOURCIS: readonly Raccourci[] = [
  [["12,5", "12.5", "12,5/20"], "Taper une note remplace celle de la case"],
  [["a", "e", "t"], "ABS, EXC, ATT"],
  [["Entrée", "Maj+Entrée"], "Valider, puis descendre ou monter"],
  [["F2", "double clic"], "Corriger le texte de la case"],
  [["Échap"], "Reprendre la note d'avant la frappe"],
  [["Suppr"], "Effacer les cases choisies"],
  [["Maj+↓", "glisser"], "Choisir plusieurs cases"],
  [["Ctrl+C", "Ctrl+X", "Ctrl+V"], "Copier, couper, coller, aussi depuis un tableur"],
  [["Ctrl+D"], "Recopier vers le bas"],
  [["Ctrl+Z", "Ctrl+Y"], "Défaire, refaire ; un collage est un seul pas"],
  [["n"], "Aller à la prochaine case vide"],
  [["h"], "Voir l'histoire de la note"],
  [["c"], "Écrire son commentaire"],
  [["?"], "Cette liste"],
];

interface Props {
  readonly open: boolean;
  /** Plusieurs évaluations côte à côte. */
  readonly plan?: boolean;
  readonly onClose: () => void;
}

export function RaccourcisDialog({ open, plan, onClose }: Props) {
  const lignes = RACCOURCIS.toSpliced(3, 0, ...DEPLACEMENTS[plan ? "plan" : "colonne"]);
  return (
    <Dialog open={open} onClose={onClose} titre="Raccourcis de la grille">
      <dl className={styles.raccourcis}>
        {lignes.map(([touches, sens]) => (
          <div key={sens}>
            <dt>
              {touches.map((t) => (
                <kbd key={t}>{t}</kbd>
              ))}
            </dt>
            <dd>{sens}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
