"use client";
import { CircleAlert, CircleCheck, CloudOff, LoaderCircle } from "lucide-react";
import { type FileEnvoi, isEnAttente } from "@/lib/notes/envoi";
import { formatHeure } from "../../instants";
import type { Liaison } from "./envoi/use-envoi";
import styles from "./saisie.module.css";

interface Props {
  readonly file: FileEnvoi;
  readonly liaison: Liaison;
  readonly enregistreeLe: string | null;
}

const combien = (n: number): string => (n > 1 ? `${n} notes` : "1 note");

function bilan({ file, liaison, enregistreeLe }: Props) {
  const cellules = Object.values(file);
  const conflits = cellules.filter((c) => c.conflit).length;
  const refusees = cellules.filter((c) => c.refus !== null && !c.conflit).length;
  const attente = cellules.filter(isEnAttente).length;
  if (liaison.horsLigne && attente > 0)
    return {
      ton: "attention",
      icone: CloudOff,
      texte: `Hors ligne : ${combien(attente)} ${attente > 1 ? "attendent" : "attend"} sur cet appareil. ${
        liaison.message ?? "Continuez, l'envoi reprendra tout seul."
      }`,
    } as const;
  const reste = [
    conflits > 0 ? `${combien(conflits)} en conflit : choisissez la valeur à garder.` : "",
    refusees > 0 ? `${combien(refusees)} à corriger.` : "",
  ]
    .filter(Boolean)
    .join(" ");
  if (reste) return { ton: "danger", icone: CircleAlert, texte: reste } as const;
  if (attente > 0) return null;
  return {
    ton: "succes",
    icone: CircleCheck,
    texte: enregistreeLe
      ? `Toutes les notes sont enregistrées à ${formatHeure(enregistreeLe)}`
      : "Chaque note s'enregistre dès que vous quittez sa case.",
  } as const;
}

/** La ligne calme qui dit où en est l'enregistrement. Elle se tait pendant l'envoi : le lecteur d'écran n'entend que l'issue. */
export function Bilan(props: Props) {
  const b = bilan(props);
  const Icone = b?.icone;
  return (
    <p className={`${styles.bilan} ${b ? styles[b.ton] : ""}`} role="status">
      {b && Icone ? (
        <>
          <Icone size={17} aria-hidden="true" />
          <span>{b.texte}</span>
        </>
      ) : (
        <span aria-hidden="true" className={styles.attente}>
          <LoaderCircle size={17} /> Enregistrement…
        </span>
      )}
    </p>
  );
}
