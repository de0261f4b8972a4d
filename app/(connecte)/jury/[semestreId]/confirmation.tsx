"use client";
import type { FormEvent, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Input, Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { useEnvoi } from "@/components/use-envoi";
import styles from "./semestre.module.css";

interface Champ {
  readonly nom: string;
  readonly label: string;
  readonly defaut: string;
  readonly aide?: string;
  readonly long?: boolean;
}

interface Props {
  readonly envoi: Pick<ReturnType<typeof useEnvoi>, "enCours" | "resultat" | "erreurs">;
  readonly envoyer: (champs: Readonly<Record<string, string>>) => void;
  readonly bouton: string;
  readonly champs?: readonly Champ[];
  readonly children: ReactNode;
}

/** Ce qui va se passer, ce qu'il faut dire, et un bouton ; un refus reste à l'écran avec ce qui a été écrit. */
export function Confirmation({ envoi, envoyer, bouton, champs = [], children }: Props) {
  const { enCours, resultat, erreurs } = envoi;
  // La raison écrite sous son champ n'est pas répétée.
  const dite = champs.some(({ nom }) => erreurs[nom]);
  function submit(evenement: FormEvent<HTMLFormElement>) {
    evenement.preventDefault();
    const saisie = new FormData(evenement.currentTarget);
    envoyer(Object.fromEntries(champs.map(({ nom }) => [nom, String(saisie.get(nom) ?? "")])));
  }
  return (
    <form onSubmit={submit} className={styles.corps} noValidate>
      {children}
      {champs.map(({ nom, label, defaut, aide, long }) => {
        const commun = { label, name: nom, defaultValue: defaut, aide, erreur: erreurs[nom], required: true };
        return long ? <Textarea key={nom} {...commun} /> : <Input key={nom} {...commun} />;
      })}
      {resultat && !resultat.ok && !dite && (
        <Notice ton="danger" role="alert">
          {resultat.message}
        </Notice>
      )}
      <div className={styles.gestes}>
        <Button type="submit" aspect="principal" disabled={enCours}>
          {enCours ? "Un instant…" : bouton}
        </Button>
      </div>
    </form>
  );
}
