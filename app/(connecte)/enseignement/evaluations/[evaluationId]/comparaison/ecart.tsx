"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { formatNote } from "@/lib/but/modele/note";
import { resolveEcart } from "@/lib/notes/double/actions";
import type { Choix } from "@/lib/notes/double/entree";
import type { LigneComparee } from "@/lib/notes/double/queries";
import type { NoteLue } from "@/lib/notes/entree";
import { newId } from "@/lib/notes/identifiant";
import { formatInstant } from "../../../instants";
import styles from "./comparaison.module.css";

interface Props {
  readonly evaluationId: string;
  readonly ligne: LigneComparee;
  readonly modifiable: boolean;
  readonly onTranche: () => void;
}

interface PropsSaisie {
  readonly titre: string;
  readonly lue: NoteLue;
}

function Saisie({ titre, lue }: PropsSaisie) {
  return (
    <div className={styles.saisie}>
      <dt>{titre}</dt>
      <dd>
        <strong>{formatNote(lue.note)}</strong>
        <span>
          {lue.par}, {formatInstant(lue.le)}
        </span>
      </dd>
    </div>
  );
}

/** Une copie, deux notes : garder l'une, l'autre, ou en taper une troisième. */
export function Ecart({ evaluationId, ligne, modifiable, onTranche }: Props) {
  const [saisie, setSaisie] = useState("");
  const [refus, setRefus] = useState<{ readonly message: string; readonly champ: boolean } | null>(null);
  const [envoi, setEnvoi] = useState(false);
  const { inscriptionId, valeurs } = ligne;
  if (!valeurs) return null;
  const { premiere, seconde } = valeurs;
  const nom = `${ligne.nom} ${ligne.prenom}`;

  const tranche = async (choix: Choix) => {
    setEnvoi(true);
    setRefus(null);
    const resultat = await resolveEcart({
      id: newId(),
      evaluationId,
      inscriptionId,
      versionPremiere: premiere.version,
      versionSeconde: seconde.version,
      choix,
    }).catch(() => null);
    setEnvoi(false);
    if (resultat?.ok) return onTranche();
    setRefus({
      message: resultat?.message ?? "Le serveur ne répond pas : rien n'a changé. Réessayez dans un instant.",
      champ: resultat?.code === "invalide",
    });
    if (resultat?.code === "conflit") onTranche();
  };
  const submit = (evenement: FormEvent) => {
    evenement.preventDefault();
    void tranche({ de: "autre", saisie });
  };

  return (
    <li className={styles.ecart} aria-label={`Écart pour ${nom}`}>
      <h3>{nom}</h3>
      <dl className={styles.saisies}>
        <Saisie titre="Première saisie" lue={premiere} />
        <Saisie titre="Seconde saisie" lue={seconde} />
      </dl>
      {modifiable && (
        <form onSubmit={submit} className={styles.choix} noValidate>
          <Button disabled={envoi} onClick={() => void tranche({ de: "premiere" })}>
            Garder {formatNote(premiere.note)}
          </Button>
          <Button disabled={envoi} onClick={() => void tranche({ de: "seconde" })}>
            Garder {formatNote(seconde.note)}
          </Button>
          <div className={styles.autre}>
            <Input
              label={`Autre note pour ${nom}`}
              inputMode="decimal"
              autoComplete="off"
              maxLength={40}
              value={saisie}
              erreur={refus?.champ ? refus.message : undefined}
              onChange={(e) => setSaisie(e.target.value)}
            />
            <Button type="submit" disabled={envoi || saisie.trim() === ""}>
              Retenir
            </Button>
          </div>
        </form>
      )}
      {refus && !refus.champ && (
        <Notice ton="danger" role="alert">
          {refus.message}
        </Notice>
      )}
    </li>
  );
}
