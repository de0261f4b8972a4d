"use client";
import { type ChangeEvent, useState } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { saveCodes } from "@/lib/apogee/actions";
import { type CodesLus, lisFichierCodes } from "@/lib/apogee/codes-fichier";
import { lisCodes } from "@/lib/apogee/entree";
import type { EcranApogee } from "@/lib/apogee/queries";
import styles from "../scolarite.module.css";
import local from "./apogee.module.css";

type Objet = EcranApogee["objets"][number];
type Changement = Parameters<typeof saveCodes>[0]["changements"][number];

interface Props {
  readonly maquetteId: string;
  readonly objets: readonly Objet[];
}

const cle = (o: Pick<Objet, "objet" | "objetId">): string => `${o.objet} ${o.objetId}`;
/** « S1/Spécifier » et sa classe « S1 » : une table par année ou semestre. */
const groupe = (o: Objet): string => o.libelle.split("/")[0] ?? "";

export function CodesObjets({ maquetteId, objets }: Props) {
  const [saisies, setSaisies] = useState<ReadonlyMap<string, string>>(new Map());
  const [lu, setLu] = useState<CodesLus | null>(null);
  const [fait, setFait] = useState<readonly Changement[] | null>(null);
  const { envoyer, enCours, resultat } = useEnvoi(saveCodes, () => setSaisies(new Map()));

  const changements = objets.flatMap((o): Changement[] => {
    const saisie = saisies.get(cle(o));
    if (saisie === undefined) return [];
    const apres = [...lisCodes(saisie)].sort();
    return apres.join(" ") === o.codes.join(" ")
      ? []
      : [{ objet: o.objet, objetId: o.objetId, avant: [...o.codes], apres }];
  });
  const changes = new Set(changements.map(cle));

  const ouvrir = async (e: ChangeEvent<HTMLInputElement>) => {
    const [fichier] = e.target.files ?? [];
    e.target.value = "";
    if (!fichier) return;
    const codes = await lisFichierCodes(fichier, objets);
    setLu(codes);
    if (codes.ok) setSaisies(new Map([...saisies, ...codes.saisies]));
  };
  const enregistrer = () => {
    setFait(changements);
    envoyer({ maquetteId, changements });
  };
  const annuler = () => {
    if (!fait) return;
    setFait(null);
    envoyer({ maquetteId, changements: fait.map((c) => ({ ...c, avant: c.apres, apres: c.avant })) });
  };

  return (
    <Card aria-labelledby="codes">
      <div className={styles.formulaire}>
        <h2 id="codes">Les codes de la maquette</h2>
        <p className={styles.doux}>
          Le code sous lequel l'université connaît chaque année, semestre, UE, niveau et élément. Plusieurs codes se
          séparent par une espace.
        </p>
        <Input
          label="Depuis un fichier"
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.ods"
          aide="Deux colonnes, « objet » et « code » : BUT1, S1, S1/Spécifier, S1/Mécanique. Les codes lus se posent dans la table ; rien n'est enregistré avant que vous le demandiez."
          onChange={(e) => void ouvrir(e)}
        />
        {lu && (
          <Notice ton={lu.ok && lu.inconnus.length === 0 ? "succes" : "attention"} role="status">
            {lu.ok
              ? `${lu.saisies.size} objets du fichier sont dans la table.${lu.inconnus.length > 0 ? ` Aucun objet ne s'appelle : ${lu.inconnus.join(", ")}.` : ""}`
              : lu.message}
          </Notice>
        )}
        {[...new Set(objets.map(groupe))].map((titre) => (
          <details
            key={titre}
            className={local.groupe}
            open={objets.some((o) => groupe(o) === titre && changes.has(cle(o)))}
          >
            <summary>
              {titre}
              <span className={styles.petit}>
                {" "}
                {objets.filter((o) => groupe(o) === titre && o.codes.length > 0).length} sur{" "}
                {objets.filter((o) => groupe(o) === titre).length}
              </span>
            </summary>
            <div className={local.champs}>
              {objets
                .filter((o) => groupe(o) === titre)
                .map((o) => (
                  <div key={cle(o)} data-change={changes.has(cle(o)) || undefined}>
                    <Input
                      label={o.libelle}
                      value={saisies.get(cle(o)) ?? o.codes.join(" ")}
                      spellCheck={false}
                      autoComplete="off"
                      onChange={(e) => setSaisies(new Map([...saisies, [cle(o), e.target.value]]))}
                    />
                  </div>
                ))}
            </div>
          </details>
        ))}
        <RefusGeneral resultat={resultat} />
        {resultat?.ok && changements.length === 0 && (
          <Notice ton="succes" role="status">
            {resultat.valeur.combien > 1 ? `${resultat.valeur.combien} objets enregistrés.` : "C'est enregistré."}{" "}
            {fait && (
              <Button petit aspect="discret" onClick={annuler}>
                Annuler cet enregistrement
              </Button>
            )}
          </Notice>
        )}
        <div className={local.boutons}>
          <Button aspect="principal" disabled={changements.length === 0 || enCours} onClick={enregistrer}>
            {changements.length > 1 ? `Enregistrer ${changements.length} changements` : "Enregistrer"}
          </Button>
          {changements.length > 0 && (
            <Button onClick={() => setSaisies(new Map())} disabled={enCours}>
              Revenir à ce qui est enregistré
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}
