"use client";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { CompteDemonstration } from "@/lib/auth/demonstration";
import styles from "./connexion.module.css";

/** Une vérification ordinaire répond bien avant ; au-delà, le service fait attendre, et la page le dit. */
const RALENTI_MS = 2_000;

const REFUS = {
  faux: "Adresse ou mot de passe incorrect.",
  panne: "La connexion n'a pas abouti : vérifiez le réseau, puis réessayez.",
};

interface Props {
  readonly retour: string;
  readonly comptes: readonly CompteDemonstration[];
}

export function ConnexionForm({ retour, comptes }: Props) {
  const [email, setEmail] = useState("");
  const [motDePasse, setMotDePasse] = useState("");
  const [refus, setRefus] = useState<string | null>(null);
  const [envoi, setEnvoi] = useState(false);
  const [ralenti, setRalenti] = useState(false);

  async function submit(evenement: FormEvent) {
    evenement.preventDefault();
    setEnvoi(true);
    setRefus(null);
    const minuterie = setTimeout(() => setRalenti(true), RALENTI_MS);
    try {
      const reponse = await signIn("credentials", { email, motDePasse, redirect: false });
      // Une navigation entière : aucune donnée d'une session précédente ne survit dans la page.
      if (reponse?.ok && !reponse.error) return window.location.assign(retour);
      setRefus(REFUS.faux);
    } catch {
      setRefus(REFUS.panne);
    } finally {
      clearTimeout(minuterie);
      setRalenti(false);
    }
    setEnvoi(false);
  }

  return (
    <div className={styles.carte}>
      <h1>Connexion</h1>
      <form onSubmit={submit} className={styles.formulaire}>
        {refus && (
          <Notice ton="danger" role="alert">
            {refus}
          </Notice>
        )}
        <Input
          label="Adresse e-mail"
          name="email"
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(e) => setEmail(e.target.value)}
        />
        <Input
          label="Mot de passe"
          name="motDePasse"
          type="password"
          autoComplete="current-password"
          required
          value={motDePasse}
          onChange={(e) => setMotDePasse(e.target.value)}
        />
        <Button type="submit" aspect="principal" disabled={envoi}>
          {envoi ? "Connexion…" : "Se connecter"}
        </Button>
        <div role="status">
          {ralenti && (
            <Notice>
              De nombreux essais ont eu lieu pour cette adresse ou depuis ce réseau : la réponse vient, en moins de 30
              secondes. Gardez cette page ouverte, votre mot de passe reste valable.
            </Notice>
          )}
        </div>
      </form>
      {comptes.length > 0 && (
        <section className={styles.demonstration} aria-labelledby="demonstration">
          <h2 id="demonstration">Département de démonstration</h2>
          <p>
            Choisissez qui vous êtes. Mot de passe : <code>demonstration</code>
          </p>
          <ul>
            {comptes.map((compte) => (
              <li key={compte.email}>
                <button
                  type="button"
                  onClick={() => {
                    setEmail(compte.email);
                    setMotDePasse("demonstration");
                  }}
                >
                  <strong>{compte.libelle}</strong>
                  <span>{compte.email}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
