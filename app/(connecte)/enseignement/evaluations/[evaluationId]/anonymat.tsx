"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { saveAnonymat } from "@/lib/evaluations/anonymat/actions";
import type { Grille } from "@/lib/notes/queries";
import styles from "../../formulaires.module.css";

interface Props {
  readonly grille: Grille;
  /** Pourquoi attendre : des notes ne sont pas encore enregistrées sous leur ligne d'aujourd'hui. */
  readonly empechement: string | null;
  readonly onFait: () => void;
}

/** Corriger sans savoir qui : des numéros tirés au sort à la place des noms, jusqu'à la publication. */
export function Anonymat({ grille, empechement, onFait }: Props) {
  const { anonyme, evaluation, sansNumero } = grille;
  const [ouvert, setOuvert] = useState(false);
  const [motif, setMotif] = useState("");
  const [refus, setRefus] = useState<{ message: string; champ: string | undefined } | null>(null);
  const ferme = () => {
    setOuvert(false);
    setMotif("");
    setRefus(null);
  };
  const save = async (entree: Parameters<typeof saveAnonymat>[0]) => {
    const resultat = await saveAnonymat(entree).catch(() => null);
    if (resultat?.ok) {
      ferme();
      return onFait();
    }
    setOuvert(true);
    setRefus({
      message: resultat?.message ?? "Le serveur ne répond pas : rien n'a changé. Réessayez dans un instant.",
      champ: resultat?.code === "invalide" && resultat.detail !== null ? resultat.message : undefined,
    });
  };
  const evaluationId = evaluation.id;
  const submit = (evenement: FormEvent) => {
    evenement.preventDefault();
    void save(anonyme ? { evaluationId, anonyme: false, motif } : { evaluationId, anonyme: true });
  };
  return (
    <>
      {sansNumero > 0 && (
        <Button onClick={() => void save({ evaluationId, anonyme: true })}>
          Tirer {sansNumero > 1 ? `${sansNumero} numéros qui manquent` : "le numéro qui manque"}
        </Button>
      )}
      <Button onClick={() => setOuvert(true)}>{anonyme ? "Lever l'anonymat" : "Rendre anonyme"}</Button>
      <Dialog open={ouvert} onClose={ferme} titre={anonyme ? "Lever l'anonymat" : "Rendre l'évaluation anonyme"}>
        <form onSubmit={submit} className={styles.formulaire} noValidate>
          {anonyme ? (
            <>
              <p>
                Les noms reviendront dans la grille avant la publication. Les numéros de copie restent les mêmes si vous
                la rendez anonyme à nouveau.
              </p>
              <Textarea
                label="Motif"
                aide="Il se garde au journal."
                value={motif}
                maxLength={500}
                data-premier
                erreur={refus?.champ}
                onChange={(e) => setMotif(e.target.value)}
              />
            </>
          ) : (
            <>
              <p>
                Chaque étudiant reçoit un numéro de copie tiré au sort, qui remplace son nom, son numéro et son groupe
                dans la grille, l'export et l'histoire. La publication rend les noms.
              </p>
              <p className={styles.aide}>
                La direction des études ou la scolarité imprime la table des numéros, pour les remettre aux étudiants.
                Les moyennes de l'élément ne comptent pas cette évaluation tant qu'elle est anonyme.
              </p>
            </>
          )}
          {empechement && <Notice ton="attention">{empechement}</Notice>}
          {refus && !refus.champ && (
            <Notice ton="danger" role="alert">
              {refus.message}
            </Notice>
          )}
          <div className={styles.boutons}>
            <Button type="submit" aspect={anonyme ? "danger" : "principal"} disabled={empechement !== null}>
              {anonyme ? "Lever l'anonymat" : "Tirer les numéros"}
            </Button>
            <Button onClick={ferme}>Annuler</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
