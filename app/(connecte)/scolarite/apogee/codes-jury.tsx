"use client";
import { useState } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { saveCorrespondance } from "@/lib/apogee/actions";
import { CODES_DECIDES } from "@/lib/apogee/correspondance";
import styles from "../scolarite.module.css";
import local from "./apogee.module.css";

interface Props {
  readonly formationId: string;
  readonly correspondance: Readonly<Record<string, string>>;
}

export function CodesJury({ formationId, correspondance }: Props) {
  const [choix, setChoix] = useState<Readonly<Record<string, string>>>(correspondance);
  const { envoyer, enCours, resultat, oublier } = useEnvoi(saveCorrespondance);
  const change = CODES_DECIDES.some((code) => (choix[code] ?? "") !== (correspondance[code] ?? ""));
  return (
    <Card aria-labelledby="jury">
      <form
        className={styles.formulaire}
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          envoyer({ formationId, choix: CODES_DECIDES.map((code) => ({ code, apogee: (choix[code] ?? "").trim() })) });
        }}
      >
        <h2 id="jury">Les codes de jury chez l'université</h2>
        <p className={styles.doux}>
          Un champ vide laisse Paliers proposer : notre code s'il est permis par le fichier, sinon le plus proche (CMP
          devient COMP, ADJR et ADSUP deviennent ADM, RED devient AJ).
        </p>
        <div className={local.champs}>
          {CODES_DECIDES.map((code) => (
            <Input
              key={code}
              label={code}
              value={choix[code] ?? ""}
              spellCheck={false}
              autoComplete="off"
              onChange={(e) => {
                oublier();
                setChoix({ ...choix, [code]: e.target.value });
              }}
            />
          ))}
        </div>
        <RefusGeneral resultat={resultat} />
        {resultat && !resultat.ok && resultat.code === "invalide" && (
          <Notice ton="danger" role="alert">
            {resultat.message}
          </Notice>
        )}
        {resultat?.ok && !change && (
          <Notice ton="succes" role="status">
            C'est enregistré.
          </Notice>
        )}
        <div className={local.boutons}>
          <Button type="submit" aspect="principal" disabled={!change || enCours}>
            Enregistrer ces codes
          </Button>
        </div>
      </form>
    </Card>
  );
}
