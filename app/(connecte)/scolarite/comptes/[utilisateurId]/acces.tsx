"use client";
import { useRef } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { resetMotDePasse, saveActif } from "@/lib/comptes/actions";
import type { CompteGere } from "@/lib/comptes/queries";
import styles from "../../scolarite.module.css";

interface Props {
  readonly compte: CompteGere;
  /** Son propre compte ne se ferme pas, et son mot de passe se change avec l'ancien. */
  readonly moi: boolean;
}

export function Acces({ compte, moi }: Props) {
  const formulaire = useRef<HTMLFormElement>(null);
  const actif = useEnvoi(saveActif);
  const motDePasse = useEnvoi(resetMotDePasse, () => formulaire.current?.reset());
  return (
    <Card aria-labelledby="acces">
      <div className={styles.formulaire}>
        <h2 id="acces">Accès</h2>
        {moi ? (
          <>
            <p className={styles.doux}>C'est votre compte : vous ne pouvez pas le fermer vous-même.</p>
            <p>
              <LinkButton href="/compte">Changer mon mot de passe</LinkButton>
            </p>
          </>
        ) : (
          <>
            <form
              ref={formulaire}
              className={styles.formulaire}
              noValidate
              onSubmit={(e) => {
                e.preventDefault();
                const saisi = String(new FormData(e.currentTarget).get("motDePasse") ?? "");
                motDePasse.envoyer({ utilisateurId: compte.id, motDePasse: saisi });
              }}
            >
              <Input
                label="Nouveau mot de passe"
                name="motDePasse"
                type="password"
                autoComplete="new-password"
                aide="Au moins 12 signes. Toutes les sessions de la personne se ferment."
                erreur={motDePasse.erreurs.motDePasse}
              />
              <RefusGeneral resultat={motDePasse.resultat} />
              <div className={styles.ligne}>
                <Button type="submit" disabled={motDePasse.enCours}>
                  Réinitialiser le mot de passe
                </Button>
              </div>
              <div role="status">
                {motDePasse.resultat?.ok && (
                  <Notice ton="succes">Mot de passe réinitialisé : transmettez-le à la personne en main propre.</Notice>
                )}
              </div>
            </form>
            <RefusGeneral resultat={actif.resultat} />
            <div className={styles.ligne}>
              <Button
                aspect={compte.actif ? "danger" : "secondaire"}
                disabled={actif.enCours}
                onClick={() => actif.envoyer({ utilisateurId: compte.id, actif: !compte.actif })}
              >
                {compte.actif ? "Fermer le compte" : "Rouvrir le compte"}
              </Button>
              <span className={styles.petit}>
                {compte.actif
                  ? "La personne ne peut plus se connecter ; ce qu'elle a fait reste."
                  : "La personne pourra se connecter de nouveau."}
              </span>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
