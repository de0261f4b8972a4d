"use client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input, Select } from "@/components/ui/field";
import { useEnvoi } from "@/components/use-envoi";
import { createPromotion } from "@/lib/scolarite/promotions/actions";
import type { Promotions } from "@/lib/scolarite/promotions/queries";
import styles from "../scolarite.module.css";

export function NouvellePromotion({ maquettes }: Pick<Promotions, "maquettes">) {
  const [ouvert, setOuvert] = useState(false);
  const { envoyer, enCours, resultat, erreurs } = useEnvoi(createPromotion, () => setOuvert(false));
  return (
    <>
      <Button aspect="principal" onClick={() => setOuvert(true)}>
        <Plus size={18} aria-hidden="true" />
        Créer une promotion
      </Button>
      <Dialog open={ouvert} onClose={() => setOuvert(false)} titre="Nouvelle promotion">
        <form
          className={styles.formulaire}
          noValidate
          onSubmit={(e) => {
            e.preventDefault();
            const champs = new FormData(e.currentTarget);
            const texte = (nom: string) => String(champs.get(nom) ?? "");
            envoyer({ maquetteId: texte("maquette"), titre: texte("titre"), anneeEntree: texte("annee") });
          }}
        >
          <Input label="Titre" name="titre" autoComplete="off" aide="Par exemple GMP 2027." erreur={erreurs.titre} />
          <Input label="Année d'entrée" name="annee" inputMode="numeric" erreur={erreurs.anneeEntree} />
          <Select
            label="Maquette"
            name="maquette"
            aide="La promotion la garde jusqu'au bout."
            erreur={erreurs.maquetteId}
          >
            {maquettes.map((m) => (
              <option key={m.id} value={m.id}>
                {m.version}
              </option>
            ))}
          </Select>
          <RefusGeneral resultat={resultat} />
          <div className={styles.ligne}>
            <Button type="submit" aspect="principal" disabled={enCours}>
              Créer la promotion
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
