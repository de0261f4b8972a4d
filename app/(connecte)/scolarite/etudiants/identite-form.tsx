"use client";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { useEnvoi } from "@/components/use-envoi";
import { saveEtudiant } from "@/lib/scolarite/etudiants/actions";
import styles from "../scolarite.module.css";

interface Props {
  readonly etudiant: {
    readonly id: string | null;
    readonly numero: string;
    readonly nom: string;
    readonly prenom: string;
  };
  readonly onFait: (id: string) => void;
}

export function IdentiteForm({ etudiant, onFait }: Props) {
  const { envoyer, enCours, resultat, erreurs } = useEnvoi(saveEtudiant, ({ id }) => onFait(id));
  return (
    <form
      className={styles.formulaire}
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        const champs = new FormData(e.currentTarget);
        const texte = (nom: string) => String(champs.get(nom) ?? "");
        envoyer({ id: etudiant.id, numero: texte("numero"), nom: texte("nom"), prenom: texte("prenom") });
      }}
    >
      <Input label="Nom" name="nom" autoComplete="off" defaultValue={etudiant.nom} erreur={erreurs.nom} />
      <Input label="Prénom" name="prenom" autoComplete="off" defaultValue={etudiant.prenom} erreur={erreurs.prenom} />
      <Input
        label="Numéro d'étudiant"
        name="numero"
        autoComplete="off"
        defaultValue={etudiant.numero}
        erreur={erreurs.numero}
      />
      <RefusGeneral resultat={resultat} />
      <div className={styles.ligne}>
        <Button type="submit" aspect="principal" disabled={enCours}>
          {etudiant.id === null ? "Ajouter" : "Enregistrer l'identité"}
        </Button>
      </div>
    </form>
  );
}
