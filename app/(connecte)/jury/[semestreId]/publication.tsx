"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { heureParis } from "@/lib/heure-paris";
import { publishDecisions, savePublicationPrevue } from "@/lib/jury/cycle/actions";
import { formatInstant } from "@/lib/jury/libelles";
import styles from "./semestre.module.css";

interface Props {
  readonly semestre: { readonly id: string; readonly version: number };
  /** La publication déjà fixée ; null s'il n'y en a pas. */
  readonly prevue: string | null;
}

/** Publier tout de suite, ou fixer le jour et l'heure où les étudiants verront leurs décisions. */
export function Publication({ semestre, prevue }: Props) {
  const [ouverte, setOuverte] = useState(false);
  const fermer = () => setOuverte(false);
  return (
    <>
      <Button aspect="principal" onClick={() => setOuverte(true)}>
        {prevue ? "Changer la publication" : "Publier les décisions"}
      </Button>
      <Dialog open={ouverte} onClose={fermer} titre="Publier les décisions">
        <Formulaire semestre={semestre} prevue={prevue} fermer={fermer} />
      </Dialog>
    </>
  );
}

function Formulaire({ semestre, prevue, fermer }: Props & { readonly fermer: () => void }) {
  const [plusTard, setPlusTard] = useState(prevue !== null);
  const publication = useEnvoi(publishDecisions, fermer);
  const fixation = useEnvoi(savePublicationPrevue, fermer);
  const { resultat, erreurs } = plusTard ? fixation : publication;
  const enCours = publication.enCours || fixation.enCours;
  const cible = { semestreId: semestre.id, version: semestre.version };
  const defaut = heureParis(prevue ?? demainMidi());

  function submit(evenement: FormEvent<HTMLFormElement>) {
    evenement.preventDefault();
    const saisie = new FormData(evenement.currentTarget);
    if (!plusTard) return publication.envoyer(cible);
    fixation.envoyer({ ...cible, prevue: { jour: String(saisie.get("jour")), heure: String(saisie.get("heure")) } });
  }

  return (
    <form onSubmit={submit} className={styles.corps} noValidate>
      {prevue && (
        <Notice>
          La publication est fixée au <strong>{formatInstant(prevue)}</strong>. D'ici là, les étudiants ne voient rien
          de cette délibération.
        </Notice>
      )}
      <fieldset className={styles.choix}>
        <legend>Quand les étudiants voient-ils leurs décisions ?</legend>
        <label className={styles.case}>
          <input type="radio" name="quand" checked={!plusTard} onChange={() => setPlusTard(false)} />
          Dès maintenant
        </label>
        <label className={styles.case}>
          <input type="radio" name="quand" checked={plusTard} onChange={() => setPlusTard(true)} />
          Au jour et à l'heure que je fixe
        </label>
      </fieldset>
      {plusTard && (
        <div className={styles.quand}>
          <Input label="Jour" name="jour" type="date" defaultValue={defaut.jour} erreur={erreurs["prevue.jour"]} />
          <Input
            label="Heure de Paris"
            name="heure"
            type="time"
            defaultValue={defaut.heure}
            erreur={erreurs["prevue.heure"]}
          />
        </div>
      )}
      {resultat && !resultat.ok && Object.keys(erreurs).length === 0 && (
        <Notice ton="danger" role="alert">
          {resultat.message}
        </Notice>
      )}
      <div className={styles.gestes}>
        {prevue && (
          <Button disabled={enCours} onClick={() => fixation.envoyer({ ...cible, prevue: null })}>
            Renoncer à cette heure
          </Button>
        )}
        <Button type="submit" aspect="principal" disabled={enCours}>
          {enCours ? "Un instant…" : plusTard ? "Fixer la publication" : "Confirmer la publication"}
        </Button>
      </div>
    </form>
  );
}

/** Une heure convenable à proposer : le lendemain, à midi. */
function demainMidi(): Date {
  const demain = new Date();
  demain.setDate(demain.getDate() + 1);
  demain.setHours(12, 0, 0, 0);
  return demain;
}
