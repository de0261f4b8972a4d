"use client";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Resultat } from "@/lib/errors";
import { publishEvaluation, unpublishEvaluation } from "@/lib/evaluations/actions";
import { comparaisonOptions, grilleOptions } from "@/lib/notes/options";
import { ApercuPublication, ecartsDe, isVide } from "./apercu-publication";
import styles from "./formulaires.module.css";

interface Props {
  readonly evaluationId: string;
  readonly publiee: boolean;
  readonly titre: string;
  readonly petit?: boolean;
  /** Pourquoi attendre avant de publier : des notes ne sont pas encore enregistrées. */
  readonly empechement?: string | null;
  readonly onFait: () => void;
}

/** Publier montre d'abord ce que verront les étudiants et qui n'a pas de note ; retirer demande un motif. */
export function Publication({ evaluationId, publiee, titre, petit, empechement, onFait }: Props) {
  const [ouvert, setOuvert] = useState(false);
  const [refus, setRefus] = useState<string | null>(null);
  const [motif, setMotif] = useState("");
  const [envoi, setEnvoi] = useState(false);
  const grille = useQuery({ ...grilleOptions(evaluationId), enabled: ouvert && !publiee, staleTime: 0 });
  const comparaison = useQuery({
    ...comparaisonOptions(evaluationId),
    enabled: ouvert && !publiee && grille.data?.evaluation.doubleSaisie === true,
    staleTime: 0,
  });
  const lu = grille.data && !grille.isFetching && !comparaison.isFetching ? grille.data : undefined;
  const ecarts = lu ? ecartsDe(comparaison.data).length : 0;

  async function run(action: () => Promise<Resultat<unknown>>) {
    setEnvoi(true);
    setRefus(null);
    const resultat = await action().catch(() => null);
    setEnvoi(false);
    if (!resultat) return setRefus("Le serveur ne répond pas : rien n'a changé. Réessayez dans un instant.");
    if (!resultat.ok) return setRefus(resultat.message);
    setOuvert(false);
    setMotif("");
    onFait();
  }

  const submit = (evenement: FormEvent) => {
    evenement.preventDefault();
    void run(() =>
      publiee ? unpublishEvaluation({ evaluationId, motif }) : publishEvaluation({ evaluationId, motif }),
    );
  };

  return (
    <>
      <Button
        aspect={publiee ? "secondaire" : "principal"}
        petit={petit}
        onClick={() => setOuvert(true)}
        aria-label={petit ? `${publiee ? "Retirer la publication" : "Publier"} : ${titre}` : undefined}
      >
        {publiee ? "Retirer la publication" : "Publier"}
      </Button>
      <Dialog
        open={ouvert}
        onClose={() => setOuvert(false)}
        titre={publiee ? `Retirer la publication de « ${titre} »` : `Publier « ${titre} »`}
      >
        <form onSubmit={submit} className={styles.formulaire}>
          {publiee ? (
            <>
              <p>Les étudiants ne verront plus ces notes, et elles sortiront de leurs moyennes. Rien n'est effacé.</p>
              <Textarea
                label="Motif"
                value={motif}
                maxLength={500}
                data-premier
                onChange={(e) => setMotif(e.target.value)}
              />
            </>
          ) : lu ? (
            <>
              <ApercuPublication grille={lu} comparaison={comparaison.data} />
              {ecarts > 0 && (
                <Textarea
                  label="Motif, pour publier sans trancher"
                  aide="Laissez vide et tranchez plutôt les écarts ; ce motif se garde au journal."
                  value={motif}
                  maxLength={500}
                  onChange={(e) => setMotif(e.target.value)}
                />
              )}
            </>
          ) : (
            <p role="status">{grille.isError ? grille.error.message : "Lecture des notes…"}</p>
          )}
          {empechement && <Notice ton="attention">{empechement}</Notice>}
          {refus && (
            <Notice ton="danger" role="alert">
              {refus}
            </Notice>
          )}
          <div className={styles.boutons}>
            <Button
              type="submit"
              aspect={publiee ? "danger" : "principal"}
              disabled={
                envoi || Boolean(empechement) || (!publiee && (isVide(lu) || (ecarts > 0 && motif.trim().length < 3)))
              }
            >
              {publiee ? "Retirer la publication" : "Publier l'évaluation"}
            </Button>
            <Button onClick={() => setOuvert(false)}>Annuler</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
