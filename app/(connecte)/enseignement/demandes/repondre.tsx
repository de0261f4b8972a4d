"use client";
import { useState } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/field";
import { useEnvoi } from "@/components/use-envoi";
import { answerCorrection } from "@/lib/corrections/actions";
import type { Demande } from "@/lib/corrections/queries";
import styles from "./demandes.module.css";

type Verdict = "acceptee" | "refusee";

interface Props {
  readonly demande: Demande;
  readonly onRepondu: (etat: Verdict) => void;
}

/** Une seule réponse, écrite, avec l'un des deux verdicts. */
export function Repondre({ demande, onRepondu }: Props) {
  const [reponse, setReponse] = useState("");
  const [verdict, setVerdict] = useState<Verdict>("acceptee");
  const { envoyer, enCours, resultat, erreurs } = useEnvoi(answerCorrection, () => onRepondu(verdict));
  const repondre = (etat: Verdict) => {
    setVerdict(etat);
    envoyer({ demandeId: demande.id, version: demande.version, etat, reponse });
  };
  return (
    <form className={styles.reponse} noValidate onSubmit={(e) => e.preventDefault()}>
      <Textarea
        label={`Votre réponse à ${demande.etudiant.prenom} ${demande.etudiant.nom}`}
        rows={2}
        maxLength={1000}
        value={reponse}
        onChange={(e) => setReponse(e.target.value)}
        aide="L'étudiant la lira. Accepter ne change pas la note : vous la changerez ensuite dans la grille."
        erreur={erreurs.reponse}
      />
      <RefusGeneral resultat={resultat} />
      <div className={styles.boutons}>
        <Button aspect="principal" disabled={enCours} onClick={() => repondre("acceptee")}>
          {enCours && verdict === "acceptee" ? "Envoi…" : "Accepter la demande"}
        </Button>
        <Button disabled={enCours} onClick={() => repondre("refusee")}>
          {enCours && verdict === "refusee" ? "Envoi…" : "Refuser la demande"}
        </Button>
      </div>
    </form>
  );
}
