"use client";
import { useState } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/field";
import { useEnvoi } from "@/components/use-envoi";
import type { Reglement } from "@/lib/but/modele/reglement";
import { createReglement } from "@/lib/scolarite/reglement/actions";
import styles from "../scolarite.module.css";
import { ChampsReglement, lireChamps } from "./champs";

interface Props {
  readonly id: string;
  readonly modele: Reglement;
}

export function NouvelleVersion({ id, modele }: Props) {
  const [ouvert, setOuvert] = useState(false);
  const { envoyer, enCours, resultat, erreurs } = useEnvoi(createReglement, () => setOuvert(false));
  return (
    <div className={styles.ligne}>
      <Button petit onClick={() => setOuvert(true)}>
        Créer une version à partir de {modele.version}
      </Button>
      <Dialog open={ouvert} onClose={() => setOuvert(false)} titre={`Nouvelle version, copie de ${modele.version}`}>
        <form
          className={styles.formulaire}
          noValidate
          onSubmit={(e) => {
            e.preventDefault();
            envoyer({ copieDe: id, ...lireChamps(new FormData(e.currentTarget)) });
          }}
        >
          <div className={styles.colonnes}>
            <Input
              label="Nom de la version"
              name="version"
              autoComplete="off"
              aide="Par exemple 2027-1."
              erreur={erreurs.version}
            />
            <Input label="Applicable depuis le" name="applicableDu" type="date" erreur={erreurs.applicableDu} />
          </div>
          <ChampsReglement modele={modele} erreurs={erreurs} />
          <RefusGeneral resultat={resultat} />
          <div className={styles.ligne}>
            <Button type="submit" aspect="principal" disabled={enCours}>
              Créer la version
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}
