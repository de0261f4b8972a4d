"use client";
import { type ReactNode, useState } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { requestCorrection, withdrawCorrection } from "@/lib/corrections/actions";
import styles from "../demandes.module.css";

interface Props {
  readonly evaluationId: string;
  readonly inscriptionId: string;
  /** Le semestre accepte encore des demandes. */
  readonly ouverte: boolean;
  /** La demande qui attend une réponse, montrée par `children`. */
  readonly attente: { readonly id: string; readonly version: number } | null;
  readonly children: ReactNode;
}

/** Écrire une demande, puis la retirer si on s'est trompé : ce qui vient d'être fait se dit au même endroit. */
export function Demander({ evaluationId, inscriptionId, ouverte, attente, children }: Props) {
  const [fait, setFait] = useState<"envoyee" | "retiree" | null>(null);
  const [texte, setTexte] = useState("");
  const envoi = useEnvoi(requestCorrection, () => {
    setTexte("");
    setFait("envoyee");
  });
  const retrait = useEnvoi(withdrawCorrection, () => setFait("retiree"));
  return (
    <>
      <div role="status">
        {fait === "envoyee" && attente && (
          <Notice ton="succes">Demande envoyée. La réponse s'affichera ici et dans « Mes demandes ».</Notice>
        )}
        {fait === "retiree" && !attente && <Notice ton="succes">Demande retirée.</Notice>}
      </div>
      {attente ? (
        <>
          {children}
          <RefusGeneral resultat={retrait.resultat} />
          <div>
            <Button
              disabled={retrait.enCours}
              onClick={() => retrait.envoyer({ demandeId: attente.id, version: attente.version })}
            >
              {retrait.enCours ? "Retrait…" : "Retirer ma demande"}
            </Button>
          </div>
        </>
      ) : (
        ouverte && (
          <Card aria-labelledby="nouvelle-demande">
            <form
              className={styles.formulaire}
              noValidate
              onSubmit={(e) => {
                e.preventDefault();
                envoi.envoyer({ evaluationId, inscriptionId, texte });
              }}
            >
              <h2 id="nouvelle-demande">Que faut-il relire ?</h2>
              <Textarea
                label="Ce qui vous semble faux"
                name="texte"
                rows={5}
                maxLength={1000}
                required
                value={texte}
                onChange={(e) => setTexte(e.target.value)}
                aide="Soyez précis : la question, le calcul, l'absence qui était justifiée. Les enseignants de l'élément et la direction des études vous liront."
                erreur={envoi.erreurs.texte}
              />
              <RefusGeneral resultat={envoi.resultat} />
              <div>
                <Button type="submit" aspect="principal" disabled={envoi.enCours}>
                  {envoi.enCours ? "Envoi…" : "Envoyer la demande"}
                </Button>
              </div>
            </form>
          </Card>
        )
      )}
    </>
  );
}
