"use client";
import { FileCheck2 } from "lucide-react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { useEnvoi } from "@/components/use-envoi";
import { issueDocument, obtainDocument } from "@/lib/documents/actions";
import type { TypeDocument } from "@/lib/documents/types";
import styles from "./barre.module.css";

interface Props {
  readonly type: TypeDocument;
  readonly etudiantId: string;
  readonly semestreId: string;
  /** Le personnel le remet à l'étudiant ; sinon l'étudiant l'obtient lui-même. */
  readonly personnel: boolean;
}

/** La demande qui date le document et lui donne son code ; lire la page n'écrit rien. */
export function Obtenir({ type, etudiantId, semestreId, personnel }: Props) {
  const { envoyer, enCours, resultat } = useEnvoi(personnel ? issueDocument : obtainDocument);
  return (
    <>
      <Button aspect="principal" disabled={enCours} onClick={() => envoyer({ type, etudiantId, semestreId })}>
        <FileCheck2 size={16} aria-hidden="true" />
        {enCours ? "Préparation…" : "Obtenir le document"}
      </Button>
      <p className={styles.aide}>
        Il recevra un code que chacun peut vérifier. Tant que les résultats ne changent pas, le code reste le même.
      </p>
      <RefusGeneral resultat={resultat} />
    </>
  );
}
