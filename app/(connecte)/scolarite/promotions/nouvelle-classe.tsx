"use client";
import { useState } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input, Select } from "@/components/ui/field";
import { useEnvoi } from "@/components/use-envoi";
import { titreMaquetteSemestre } from "@/lib/libelles";
import { createSemestre } from "@/lib/scolarite/promotions/actions";
import type { PromotionLue, Promotions } from "@/lib/scolarite/promotions/queries";
import styles from "../scolarite.module.css";

interface Props {
  readonly promotion: PromotionLue;
  readonly reglements: Promotions["reglements"];
}

export function NouvelleClasse({ promotion: p, reglements }: Props) {
  const [ouvert, setOuvert] = useState(false);
  const { envoyer, enCours, resultat, erreurs } = useEnvoi(createSemestre, () => setOuvert(false));
  return (
    <>
      <Button petit aria-label={`Ajouter une classe à ${p.titre}`} onClick={() => setOuvert(true)}>
        Ajouter une classe
      </Button>
      <Dialog open={ouvert} onClose={() => setOuvert(false)} titre={`Nouvelle classe de ${p.titre}`}>
        <form
          className={styles.formulaire}
          noValidate
          onSubmit={(e) => {
            e.preventDefault();
            const champs = new FormData(e.currentTarget);
            const choix = p.programmes[Number(champs.get("programme"))];
            if (!choix) return;
            envoyer({
              promotionId: p.id,
              ...choix,
              anneeUniversitaire: String(champs.get("annee") ?? ""),
              reglementId: String(champs.get("reglement") ?? ""),
            });
          }}
        >
          <Select
            label="Semestre"
            name="programme"
            aide="Les étudiants de plusieurs parcours peuvent partager une classe."
            erreur={erreurs.numero}
          >
            {p.programmes.map((x, rang) => (
              <option key={`${x.numero} ${x.regime}`} value={rang}>
                {titreMaquetteSemestre({ ...x, parcours: null })}
              </option>
            ))}
          </Select>
          <Input
            label="Année universitaire"
            name="annee"
            aide="Par exemple 2026-2027."
            autoComplete="off"
            erreur={erreurs.anneeUniversitaire}
          />
          <Select label="Règlement" name="reglement" erreur={erreurs.reglementId}>
            {reglements.map((r) => (
              <option key={r.id} value={r.id}>
                {r.version}, applicable depuis le {new Date(r.applicableDu).toLocaleDateString("fr-FR")}
              </option>
            ))}
          </Select>
          <RefusGeneral resultat={resultat} />
          <div className={styles.ligne}>
            <Button type="submit" aspect="principal" disabled={enCours}>
              Créer la classe
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
