"use client";
import { useState } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Select, Textarea } from "@/components/ui/field";
import { useEnvoi } from "@/components/use-envoi";
import { ETATS_INSCRIPTION } from "@/lib/libelles";
import { saveEtat } from "@/lib/scolarite/etudiants/actions";
import type { InscriptionAdministrative } from "@/lib/scolarite/etudiants/queries";
import styles from "../../scolarite.module.css";

const ETATS = ["I", "DEM", "DEF"] as const;

export function EtatForm({ inscription: i }: { readonly inscription: InscriptionAdministrative }) {
  const [etat, setEtat] = useState(i.etat);
  const { envoyer, enCours, resultat, erreurs } = useEnvoi(saveEtat);
  return (
    <form
      className={styles.formulaire}
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        const motif = String(new FormData(e.currentTarget).get("motif") ?? "");
        envoyer({ inscriptionId: i.id, lu: i.etat, etat, motif });
      }}
    >
      <Select
        label="État de l'inscription"
        value={etat}
        onChange={(e) => setEtat(ETATS.find((un) => un === e.target.value) ?? i.etat)}
        aide="Démissionnaire ou défaillant : plus de moyennes ni de rang, l'étudiant reste dans les listes."
      >
        {ETATS.map((un) => (
          <option key={un} value={un}>
            {ETATS_INSCRIPTION[un]}
          </option>
        ))}
      </Select>
      <Textarea label="Motif" name="motif" erreur={erreurs.motif} />
      <RefusGeneral resultat={resultat} />
      <div className={styles.ligne}>
        <Button type="submit" disabled={enCours || etat === i.etat}>
          Enregistrer l'état
        </Button>
      </div>
    </form>
  );
}
