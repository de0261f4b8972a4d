"use client";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Resultat } from "@/lib/errors";
import { formatInstant } from "@/lib/jury/libelles";
import styles from "./etudiant.module.css";

interface Conflit {
  readonly libelle: string;
  readonly votre: string;
  readonly actuel: string;
  readonly auteur: string;
  readonly date: string;
  readonly motif: string | null;
}

interface Props {
  readonly resultat: Resultat<unknown> | null;
  readonly relire: () => void;
}

/** Un refus, avec les deux décisions quand un autre membre a décidé entre-temps. */
export function Refuse({ resultat, relire }: Props) {
  if (!resultat || resultat.ok) return null;
  const conflits = (resultat.detail as { conflits?: readonly Conflit[] } | null)?.conflits ?? [];
  return (
    <Notice ton="danger" role="alert">
      {conflits.length === 0 ? (
        <p>{resultat.message}</p>
      ) : (
        <>
          <p>Un autre membre a décidé entre-temps : rien de votre saisie n'a été enregistré.</p>
          <ul className={styles.manques}>
            {conflits.map((c) => (
              <li key={c.libelle}>
                {c.libelle} : vous <strong>{c.votre}</strong>, {c.auteur} <strong>{c.actuel}</strong> le{" "}
                {formatInstant(c.date)}
                {c.motif && ` (${c.motif})`}
              </li>
            ))}
          </ul>
        </>
      )}
      {resultat.code === "conflit" && (
        <Button petit onClick={relire}>
          Relire le dossier
        </Button>
      )}
    </Notice>
  );
}
