"use client";
import { useState } from "react";
import { CodeDecision } from "@/components/code-decision";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { acceptPropositions } from "@/lib/jury/actions";
import type { Apercu } from "@/lib/jury/apercu";
import { Confirmation } from "./confirmation";
import styles from "./semestre.module.css";

/** Accepter d'un coup ce que le règlement propose, après avoir lu la liste de ce qui sera enregistré. */
export function Propositions({ semestreId }: { readonly semestreId: string }) {
  const [apercu, setApercu] = useState<Apercu | "lecture" | "panne" | null>(null);
  const fermer = () => setApercu(null);
  const envoi = useEnvoi(acceptPropositions, fermer);

  async function ouvrir() {
    envoi.oublier();
    setApercu("lecture");
    try {
      const reponse = await fetch(`/api/jury/${encodeURIComponent(semestreId)}/propositions`);
      setApercu(reponse.ok ? ((await reponse.json()) as Apercu) : "panne");
    } catch {
      setApercu("panne");
    }
  }

  return (
    <>
      <Button onClick={ouvrir}>Accepter les propositions</Button>
      <Dialog open={apercu !== null} onClose={fermer} titre="Accepter les propositions" tiroir>
        {apercu === "lecture" && <p role="status">Lecture des propositions…</p>}
        {apercu === "panne" && (
          <Notice ton="danger" role="alert">
            La liste n'a pas pu être lue : vérifiez le réseau, puis réessayez.
          </Notice>
        )}
        {apercu !== null && typeof apercu === "object" && apercu.nombre === 0 && (
          <p>Rien à accepter : tout ce qui a une proposition est déjà décidé.</p>
        )}
        {apercu !== null && typeof apercu === "object" && apercu.nombre > 0 && (
          <Confirmation
            envoi={envoi}
            envoyer={() => envoi.envoyer({ semestreId, nombre: apercu.nombre })}
            bouton={`Enregistrer ${apercu.nombre} décisions`}
          >
            <p>
              {apercu.nombre} décisions pour {apercu.etudiants.length} étudiants, aux codes que le règlement propose.
              Les décisions déjà prises ne changent pas.
            </p>
            <Liste apercu={apercu} />
          </Confirmation>
        )}
      </Dialog>
    </>
  );
}

function Liste({ apercu }: { readonly apercu: Apercu }) {
  return (
    <ul className={styles.apercu}>
      {apercu.etudiants.map((e) => (
        <li key={e.id}>
          <strong>{e.nom}</strong>
          <ul>
            {e.lignes.map((l) => (
              <li key={l.libelle} title={l.raison ?? undefined}>
                {l.libelle} <CodeDecision code={l.code} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
