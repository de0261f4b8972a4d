"use client";
import { signIn } from "next-auth/react";
import { useRef } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { saveMonMotDePasse } from "@/lib/comptes/actions";
import type { Resultat } from "@/lib/errors";
import styles from "./compte.module.css";

interface Saisie {
  readonly actuel: string;
  readonly nouveau: string;
  readonly confirmation: string;
}

export function MotDePasse({ email }: { readonly email: string }) {
  const formulaire = useRef<HTMLFormElement>(null);

  // Changer le mot de passe ferme toutes les sessions, celle-ci comprise : on la rouvre aussitôt avec le nouveau.
  async function changer(saisie: Saisie): Promise<Resultat<null>> {
    const resultat = await saveMonMotDePasse(saisie);
    if (resultat.ok) await signIn("credentials", { email, motDePasse: saisie.nouveau, redirect: false });
    return resultat;
  }

  const { envoyer, enCours, resultat, erreurs } = useEnvoi(changer, () => formulaire.current?.reset());
  return (
    <Card className={styles.carte} aria-labelledby="mot-de-passe">
      <form
        ref={formulaire}
        className={styles.formulaire}
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          const champs = new FormData(e.currentTarget);
          const texte = (nom: string) => String(champs.get(nom) ?? "");
          envoyer({ actuel: texte("actuel"), nouveau: texte("nouveau"), confirmation: texte("confirmation") });
        }}
      >
        <h2 id="mot-de-passe">Changer mon mot de passe</h2>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <Input
          label="Mot de passe actuel"
          name="actuel"
          type="password"
          autoComplete="current-password"
          erreur={erreurs.actuel}
        />
        <Input
          label="Nouveau mot de passe"
          name="nouveau"
          type="password"
          autoComplete="new-password"
          aide="Au moins 12 signes."
          erreur={erreurs.nouveau}
        />
        <Input
          label="Le nouveau, encore une fois"
          name="confirmation"
          type="password"
          autoComplete="new-password"
          erreur={erreurs.confirmation}
        />
        <RefusGeneral resultat={resultat} />
        <div role="status">
          {resultat?.ok && (
            <Notice ton="succes">Mot de passe changé. Vos sessions ouvertes ailleurs sont fermées.</Notice>
          )}
        </div>
        <div>
          <Button type="submit" aspect="principal" disabled={enCours}>
            {enCours ? "Enregistrement…" : "Changer le mot de passe"}
          </Button>
        </div>
      </form>
    </Card>
  );
}
