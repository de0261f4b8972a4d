"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { undoImport } from "@/lib/notes/import/actions";
import { importOptions } from "@/lib/notes/options";
import { formatInstant } from "../instants";
import styles from "./import.module.css";

interface Props {
  readonly semestreId: string;
  readonly elementId: string;
  /** L'évaluation montrée ; null : tout l'élément. */
  readonly evaluationId: string | null;
  readonly publiee: boolean;
  readonly onDefait: () => void;
}

const SANS_REPONSE = "Le serveur ne répond pas : rien n'a été défait. Réessayez.";

/** Les derniers imports reçus ici, chacun à défaire d'un coup tant que rien de plus récent ne tient dessus. */
export function LotsImport({ semestreId, elementId, evaluationId, publiee, onDefait }: Props) {
  const client = useQueryClient();
  const options = importOptions(semestreId, elementId);
  const { data } = useQuery(options);
  const [refus, setRefus] = useState<string | null>(null);
  const [motif, setMotif] = useState("");
  const [enCours, setEnCours] = useState<string | null>(null);
  const lots = (data?.lots ?? []).filter((l) => evaluationId === null || l.cible === evaluationId).slice(0, 5);
  if (lots.length === 0) return null;
  const defait = async (lotId: string) => {
    setEnCours(lotId);
    setRefus(null);
    const resultat = await undoImport({ lotId, motif: motif.trim() || null }).catch(() => null);
    setEnCours(null);
    if (!resultat?.ok) return setRefus(resultat?.message ?? SANS_REPONSE);
    await client.invalidateQueries({ queryKey: options.queryKey });
    onDefait();
  };
  return (
    <section className={styles.lots}>
      <h3>Derniers imports</h3>
      {refus && (
        <Notice ton="danger" role="alert">
          {refus}
        </Notice>
      )}
      {publiee && (
        <Input
          label="Motif de l'annulation"
          aide="Une évaluation touchée est publiée : dites pourquoi."
          value={motif}
          maxLength={500}
          onChange={(e) => setMotif(e.target.value)}
        />
      )}
      <ul>
        {lots.map((l) => (
          <li key={l.id} className={styles.lot}>
            <span>
              {l.fichier}, {l.ecrites > 1 ? `${l.ecrites} notes` : `${l.ecrites} note`}, {formatInstant(l.le)}, {l.par}
            </span>
            {l.annuleLe ? (
              <span className={styles.discret}>Annulé</span>
            ) : (
              <Button
                petit
                disabled={enCours !== null}
                aria-label={`Défaire l'import de ${l.fichier}`}
                onClick={() => void defait(l.id)}
              >
                Défaire
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
