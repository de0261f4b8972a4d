"use client";
import { FileDown } from "lucide-react";
import { type ChangeEvent, useState } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { fillFichier } from "@/lib/apogee/actions";
import { OCTETS_MAX } from "@/lib/apogee/fichier";
import styles from "../scolarite.module.css";
import { ApercuRemplissage, type FichierRempli } from "./apercu-remplissage";
import local from "./apogee.module.css";

/** Les octets d'un fichier en base64, par morceaux : l'appel de fonction a une limite d'arguments. */
async function base64(fichier: File): Promise<string> {
  const octets = new Uint8Array(await fichier.arrayBuffer());
  let texte = "";
  for (let i = 0; i < octets.length; i += 8_192) texte += String.fromCharCode(...octets.subarray(i, i + 8_192));
  return btoa(texte);
}

function telecharge({ contenu }: FichierRempli, nom: string): void {
  const octets = Uint8Array.from(atob(contenu), (c) => c.charCodeAt(0));
  const adresse = URL.createObjectURL(new Blob([octets], { type: "application/octet-stream" }));
  const lien = document.createElement("a");
  lien.href = adresse;
  lien.download = nom;
  lien.click();
  setTimeout(() => URL.revokeObjectURL(adresse), 10_000);
}

interface Props {
  readonly formationId: string;
  readonly sansCode: boolean;
}

export function Remplir({ formationId, sansCode }: Props) {
  const [nom, setNom] = useState("");
  const [rempli, setRempli] = useState<FichierRempli | null>(null);
  const [refus, setRefus] = useState<string | null>(null);
  const { envoyer, enCours, resultat } = useEnvoi(fillFichier, setRempli);

  const choisir = async (e: ChangeEvent<HTMLInputElement>) => {
    const [fichier] = e.target.files ?? [];
    setRempli(null);
    setRefus(null);
    if (!fichier) return;
    setNom(fichier.name);
    if (fichier.size > OCTETS_MAX) {
      setRefus("Ce fichier dépasse 2,5 Mo : ce n'est pas un fichier d'échange Apogée.");
      return;
    }
    envoyer({ formationId, nom: fichier.name, contenu: await base64(fichier) });
  };

  return (
    <Card aria-labelledby="remplir" aria-busy={enCours}>
      <div className={styles.formulaire}>
        <h2 id="remplir">Remplir un fichier</h2>
        {sansCode && (
          <Notice>Aucun code n'est encore saisi pour cette maquette : commencez par la table, plus bas.</Notice>
        )}
        <Input
          label="Le fichier remis par l'université"
          type="file"
          accept=".txt,.TXT,text/plain"
          aide="Le fichier texte tel que reçu, sans l'ouvrir dans un tableur. Rien n'est enregistré : vous voyez d'abord ce qui serait rempli."
          onChange={(e) => void choisir(e)}
        />
        {enCours && <p role="status">Lecture du fichier et des décisions…</p>}
        {refus && (
          <Notice ton="danger" role="alert">
            {refus}
          </Notice>
        )}
        <RefusGeneral resultat={resultat} />
        {resultat && !resultat.ok && Object.keys((resultat.detail as object | null) ?? {}).length > 0 && (
          <Notice ton="danger" role="alert">
            {resultat.message}
          </Notice>
        )}
        {rempli && !enCours && (
          <>
            <ApercuRemplissage rempli={rempli} />
            <div className={local.boutons}>
              <Button aspect="principal" onClick={() => telecharge(rempli, nom)}>
                <FileDown size={18} aria-hidden="true" />
                Télécharger {nom} rempli
              </Button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
