"use client";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";
import styles from "./dialog.module.css";

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly titre: string;
  /** Un tiroir occupe la hauteur, à droite. */
  readonly tiroir?: boolean;
  /** Pour un tableau de plusieurs colonnes. */
  readonly large?: boolean;
  readonly children: ReactNode;
}

/** La fenêtre modale du navigateur : piège le focus (d'abord sur `data-premier`), Échap la ferme, le focus revient d'où il venait. */
export function Dialog({ open, onClose, titre, tiroir, large, children }: Props) {
  const reference = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const fenetre = reference.current;
    if (open && fenetre && !fenetre.open) {
      fenetre.showModal();
      fenetre.querySelector<HTMLElement>("[data-premier]")?.focus();
    }
    if (!open && fenetre?.open) fenetre.close();
  }, [open]);
  return (
    <dialog
      ref={reference}
      className={`${styles.fenetre} ${tiroir ? styles.tiroir : ""} ${large ? styles.large : ""}`}
      aria-labelledby={id}
      onClose={onClose}
    >
      <div className={styles.entete}>
        <h2 id={id}>{titre}</h2>
        <Button aspect="discret" petit aria-label="Fermer" onClick={onClose}>
          <X size={18} aria-hidden="true" />
        </Button>
      </div>
      {open && children}
    </dialog>
  );
}
