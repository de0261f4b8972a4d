"use client";
import { useState } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/field";
import { useEnvoi } from "@/components/use-envoi";
import { titreMaquetteSemestre } from "@/lib/libelles";
import { createGroupe } from "@/lib/scolarite/promotions/actions";
import type { ClasseLue } from "@/lib/scolarite/promotions/queries";
import styles from "../scolarite.module.css";

export function NouveauGroupe({ classe: s }: { readonly classe: ClasseLue }) {
  const [ouvert, setOuvert] = useState(false);
  const { envoyer, enCours, resultat, erreurs } = useEnvoi(createGroupe, () => setOuvert(false));
  const titre = `${titreMaquetteSemestre({ ...s, parcours: null })} ${s.anneeUniversitaire}`;
  return (
    <>
      <Button petit aspect="discret" aria-label={`Ajouter un groupe à ${titre}`} onClick={() => setOuvert(true)}>
        Ajouter un groupe
      </Button>
      <Dialog open={ouvert} onClose={() => setOuvert(false)} titre={`Nouveau groupe, ${titre}`}>
        <form
          className={styles.formulaire}
          noValidate
          onSubmit={(e) => {
            e.preventDefault();
            envoyer({ semestreId: s.id, nom: String(new FormData(e.currentTarget).get("nom") ?? "") });
          }}
        >
          <Input label="Nom du groupe" name="nom" autoComplete="off" erreur={erreurs.nom} />
          <RefusGeneral resultat={resultat} />
          <div className={styles.ligne}>
            <Button type="submit" aspect="principal" disabled={enCours}>
              Ajouter le groupe
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
