"use client";
import { useRef } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import { useEnvoi } from "@/components/use-envoi";
import { insertDispense, removeDispense } from "@/lib/scolarite/dispenses/actions";
import type { InscriptionAdministrative } from "@/lib/scolarite/etudiants/queries";
import styles from "../../scolarite.module.css";

export function Dispenses({ inscription: i }: { readonly inscription: InscriptionAdministrative }) {
  const formulaire = useRef<HTMLFormElement>(null);
  const ajout = useEnvoi(insertDispense, () => formulaire.current?.reset());
  const libres = i.ues.filter((u) => !i.dispenses.some((d) => d.ueId === u.id));
  return (
    <div className={styles.formulaire}>
      {i.dispenses.map((d) => (
        <Retrait key={d.id} inscriptionId={i.id} dispense={d} />
      ))}
      {libres.length > 0 && (
        <form
          ref={formulaire}
          className={styles.formulaire}
          noValidate
          onSubmit={(e) => {
            e.preventDefault();
            const champs = new FormData(e.currentTarget);
            envoyerDispense(String(champs.get("ue") ?? ""), String(champs.get("motif") ?? ""));
          }}
        >
          <div className={styles.colonnes}>
            <Select label="UE dispensée" name="ue" defaultValue="" erreur={ajout.erreurs.ueId}>
              <option value="">À choisir</option>
              {libres.map((u) => (
                <option key={u.id} value={u.id}>
                  {u.competence}
                </option>
              ))}
            </Select>
            <Input label="Motif de la dispense" name="motif" erreur={ajout.erreurs.motif} />
          </div>
          <RefusGeneral resultat={ajout.resultat} />
          <div className={styles.ligne}>
            <Button type="submit" disabled={ajout.enCours}>
              Dispenser de cette UE
            </Button>
          </div>
        </form>
      )}
    </div>
  );

  function envoyerDispense(ueId: string, motif: string) {
    ajout.envoyer({ inscriptionId: i.id, ueId, motif });
  }
}

function Retrait({
  inscriptionId,
  dispense: d,
}: {
  readonly inscriptionId: string;
  readonly dispense: InscriptionAdministrative["dispenses"][number];
}) {
  const { envoyer, enCours, resultat, erreurs } = useEnvoi(removeDispense);
  return (
    <form
      className={styles.filtres}
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        const motif = String(new FormData(e.currentTarget).get("motif") ?? "");
        envoyer({ inscriptionId, dispenseId: d.id, motif });
      }}
    >
      <Input label={`Motif pour retirer la dispense de ${d.competence}`} name="motif" erreur={erreurs.motif} />
      <Button type="submit" disabled={enCours}>
        Retirer la dispense
      </Button>
      <RefusGeneral resultat={resultat} />
    </form>
  );
}
