"use client";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { saveResumeCourriel } from "@/lib/courriel/actions";
import styles from "./compte.module.css";

interface Props {
  readonly email: string;
  readonly abonne: boolean;
  /** Le département a réglé l'envoi ; sinon rien n'est proposé qui ne marcherait pas. */
  readonly disponible: boolean;
}

export function ResumeCourriel({ email, abonne, disponible }: Props) {
  const { envoyer, enCours, resultat } = useEnvoi(saveResumeCourriel);
  const fait = resultat?.ok ? resultat.valeur.actif : null;
  return (
    <Card id="courriel" className={styles.carte} aria-labelledby="titre-courriel">
      <div className={styles.formulaire}>
        <h2 id="titre-courriel">Être prévenu par courriel</h2>
        <p>
          {disponible
            ? abonne
              ? `Un courriel part vers ${email} quand des notes sont publiées : un par heure au plus.`
              : `Un courriel vers ${email} quand des notes sont publiées, un par heure au plus. Aucune note n'y figure : un lien ouvre les vôtres.`
            : "Le département n'a pas réglé l'envoi de courriels : Paliers ne peut pas encore vous prévenir."}
        </p>
        <RefusGeneral resultat={resultat} />
        <div role="status">
          {fait !== null && fait === abonne && (
            <Notice ton="succes">{fait ? "Vous serez prévenu." : "Vous ne recevrez plus rien."}</Notice>
          )}
        </div>
        {(disponible || abonne) && (
          <div>
            <Button disabled={enCours} onClick={() => envoyer({ actif: !abonne })}>
              {enCours ? "Enregistrement…" : abonne ? "Ne plus me prévenir" : "Me prévenir"}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
