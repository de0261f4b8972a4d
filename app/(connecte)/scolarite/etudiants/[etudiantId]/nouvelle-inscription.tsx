"use client";
import { useState } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { useEnvoi } from "@/components/use-envoi";
import { inscrireEtudiant } from "@/lib/scolarite/etudiants/actions";
import type { ClasseOuverte } from "@/lib/scolarite/etudiants/queries";
import styles from "../../scolarite.module.css";
import { ChoixSuivi, suiviChoisi } from "./choix-suivi";

interface Props {
  readonly etudiantId: string;
  readonly classes: readonly ClasseOuverte[];
}

export function NouvelleInscription({ etudiantId, classes }: Props) {
  const [semestreId, setSemestreId] = useState("");
  const { envoyer, enCours, resultat, erreurs, oublier } = useEnvoi(inscrireEtudiant, () => setSemestreId(""));
  const classe = classes.find((c) => c.id === semestreId);
  return (
    <form
      className={styles.formulaire}
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        envoyer({ etudiantId, semestreId, ...suiviChoisi(e.currentTarget) });
      }}
    >
      <h2 id="nouvelle">Nouvelle inscription</h2>
      <div className={styles.colonnes}>
        <Select
          label="Classe"
          value={semestreId}
          erreur={erreurs.semestreId}
          onChange={(e) => {
            setSemestreId(e.target.value);
            oublier();
          }}
        >
          <option value="">À choisir</option>
          {classes.map((c) => (
            <option key={c.id} value={c.id}>
              {c.titre}
            </option>
          ))}
        </Select>
        {classe && (
          <ChoixSuivi
            key={classe.id}
            classe={classe}
            programme={classe.programmes.length === 1 ? (classe.programmes[0]?.id ?? "") : ""}
            groupeIds={[]}
            erreur={erreurs.maquetteSemestreId}
          />
        )}
      </div>
      <RefusGeneral resultat={resultat} />
      <div className={styles.ligne}>
        <Button type="submit" aspect="principal" disabled={enCours || !classe}>
          Inscrire
        </Button>
        <span role="status">{resultat?.ok && "Inscription enregistrée."}</span>
      </div>
    </form>
  );
}
