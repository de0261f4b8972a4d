"use client";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { formatCentiemes, formatCourt } from "@/lib/but/note";
import type { Resultat } from "@/lib/errors";
import { publishEvaluation, unpublishEvaluation } from "@/lib/evaluations/actions";
import { isNoteAttendue } from "@/lib/evaluations/libelles";
import { grilleOptions } from "@/lib/notes/options";
import type { Grille } from "@/lib/notes/queries";
import { statistiques } from "@/lib/notes/statistiques";
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

const RIEN_A_PUBLIER = "Aucune note n'est saisie : il n'y a rien à publier. Saisissez au moins une note.";

const isVide = (grille: Grille | undefined): boolean =>
  !grille?.lignes.some((l) => l.etat === "I" && (l.note?.note ?? null) !== null);

function Apercu({ grille }: { readonly grille: Grille }) {
  const inscrits = grille.lignes.filter((l) => l.etat === "I");
  const manquants = inscrits.filter((l) => (l.note?.note ?? null) === null);
  const s = statistiques(inscrits.map((l) => l.note?.note ?? null));
  const attendue = isNoteAttendue(grille.evaluation.type);
  const notes = inscrits.length - manquants.length;
  if (notes === 0) return <Notice ton="attention">{RIEN_A_PUBLIER}</Notice>;
  return (
    <>
      <p>
        Dès la publication, {notes > 1 ? `${notes} étudiants verront leur note` : `${notes} étudiant verra sa note`} sur{" "}
        {formatCourt(grille.evaluation.bareme)}, et elle comptera dans {notes > 1 ? "leurs" : "ses"} moyennes. Ensuite,
        changer une note demandera un motif.
      </p>
      {s.chiffres && (
        <p>
          Moyenne {formatCentiemes(s.chiffres.moyenne)} · de {formatCentiemes(s.chiffres.min)} à{" "}
          {formatCentiemes(s.chiffres.max)} · {s.abs} ABS · {s.exc} EXC · {s.att} ATT
        </p>
      )}
      {manquants.length === 0 ? (
        <Notice ton="succes">Aucune note ne manque.</Notice>
      ) : attendue ? (
        <Notice ton="attention">
          <p>
            <strong>
              {manquants.length > 1 ? `${manquants.length} notes manquent` : "1 note manque"} : les moyennes de ces
              étudiants resteront provisoires.
            </strong>
          </p>
          <p>{manquants.map((l) => `${l.nom} ${l.prenom}`).join(", ")}</p>
        </Notice>
      ) : (
        <Notice>
          {manquants.length > 1 ? `${manquants.length} étudiants n'ont` : "1 étudiant n'a"} pas de note ici : rien ne
          change pour {manquants.length > 1 ? "eux" : "lui"}.
        </Notice>
      )}
    </>
  );
}

/** Publier montre d'abord ce que verront les étudiants et qui n'a pas de note ; retirer demande un motif. */
export function Publication({ evaluationId, publiee, titre, petit, empechement, onFait }: Props) {
  const [ouvert, setOuvert] = useState(false);
  const [refus, setRefus] = useState<string | null>(null);
  const [motif, setMotif] = useState("");
  const [envoi, setEnvoi] = useState(false);
  const grille = useQuery({ ...grilleOptions(evaluationId), enabled: ouvert && !publiee, staleTime: 0 });

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
    void run(() => (publiee ? unpublishEvaluation({ evaluationId, motif }) : publishEvaluation({ evaluationId })));
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
          ) : grille.data && !grille.isFetching ? (
            <Apercu grille={grille.data} />
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
              disabled={envoi || Boolean(empechement) || (!publiee && isVide(grille.data))}
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
