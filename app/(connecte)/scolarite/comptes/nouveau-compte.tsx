"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/field";
import { useEnvoi } from "@/components/use-envoi";
import { createCompte } from "@/lib/comptes/actions";
import { ROLES } from "@/lib/libelles";
import styles from "../scolarite.module.css";
import page from "./comptes.module.css";
import { ROLES_ORDONNES } from "./roles-ordonnes";

export function NouveauCompte() {
  const [ouvert, setOuvert] = useState(false);
  return (
    <>
      <Button aspect="principal" onClick={() => setOuvert(true)}>
        <Plus size={18} aria-hidden="true" />
        Ouvrir un compte
      </Button>
      <Dialog open={ouvert} onClose={() => setOuvert(false)} titre="Nouveau compte">
        <Formulaire />
      </Dialog>
    </>
  );
}

function Formulaire() {
  const router = useRouter();
  const [etudiant, setEtudiant] = useState(false);
  const { envoyer, enCours, resultat, erreurs } = useEnvoi(createCompte, ({ id }) =>
    router.push(`/scolarite/comptes/${id}`),
  );
  return (
    <form
      className={styles.formulaire}
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        const champs = new FormData(e.currentTarget);
        const texte = (nom: string) => String(champs.get(nom) ?? "");
        const choisis = champs.getAll("role");
        envoyer({
          email: texte("email"),
          nom: texte("nom"),
          prenom: texte("prenom"),
          roles: ROLES_ORDONNES.filter((r) => choisis.includes(r)),
          numeroEtudiant: texte("numeroEtudiant"),
          motDePasse: texte("motDePasse"),
        });
      }}
    >
      <Input label="Nom" name="nom" autoComplete="off" erreur={erreurs.nom} />
      <Input label="Prénom" name="prenom" autoComplete="off" erreur={erreurs.prenom} />
      <Input label="Adresse e-mail" name="email" type="email" autoComplete="off" erreur={erreurs.email} />
      <fieldset className={page.roles} aria-describedby={erreurs.roles && "roles-erreur"}>
        <legend>Rôles</legend>
        {ROLES_ORDONNES.map((r) => (
          <label key={r}>
            <input
              type="checkbox"
              name="role"
              value={r}
              onChange={r === "etudiant" ? (e) => setEtudiant(e.target.checked) : undefined}
            />
            {ROLES[r]}
          </label>
        ))}
        {erreurs.roles && (
          <p id="roles-erreur" role="alert" className={page.erreur}>
            {erreurs.roles}
          </p>
        )}
      </fieldset>
      {etudiant && (
        <Input label="Numéro d'étudiant" name="numeroEtudiant" autoComplete="off" erreur={erreurs.numeroEtudiant} />
      )}
      <Input
        label="Mot de passe initial"
        name="motDePasse"
        type="password"
        autoComplete="new-password"
        aide="Au moins 12 signes ; la personne le changera dans « Mon compte »."
        erreur={erreurs.motDePasse}
      />
      <RefusGeneral resultat={resultat} />
      <div className={styles.ligne}>
        <Button type="submit" aspect="principal" disabled={enCours}>
          Ouvrir le compte
        </Button>
      </div>
    </form>
  );
}
