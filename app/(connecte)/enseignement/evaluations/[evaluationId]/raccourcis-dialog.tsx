"use client";
import { Dialog } from "@/components/ui/dialog";
import styles from "./dialogues.module.css";

const RACCOURCIS: readonly (readonly [readonly string[], string])[] = [
  [["12,5", "12.5", "12,5/20"], "Taper une note remplace celle de la case"],
  [["a", "e", "t"], "ABS, EXC, ATT"],
  [["Entrée", "Maj+Entrée"], "Valider, puis descendre ou monter"],
  [["Tab", "Maj+Tab"], "De même ; au bout de la colonne, quitter la grille"],
  [["↑", "↓", "Page ↑", "Page ↓"], "Se déplacer, sans jamais changer une note"],
  [["Début", "Fin"], "Première, dernière case"],
  [["F2", "double clic"], "Corriger le texte de la case"],
  [["Échap"], "Reprendre la note d'avant la frappe"],
  [["Suppr"], "Effacer les cases choisies"],
  [["Maj+↓", "glisser"], "Choisir plusieurs cases"],
  [["Ctrl+C", "Ctrl+X", "Ctrl+V"], "Copier, couper, coller, aussi depuis un tableur"],
  [["Ctrl+D"], "Recopier vers le bas"],
  [["Ctrl+Z", "Ctrl+Y"], "Défaire, refaire ; un collage est un seul pas"],
  [["n"], "Aller à la prochaine case vide"],
  [["h"], "Voir l'histoire de la note"],
  [["?"], "Cette liste"],
];

export function RaccourcisDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} titre="Raccourcis de la grille">
      <dl className={styles.raccourcis}>
        {RACCOURCIS.map(([touches, sens]) => (
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
