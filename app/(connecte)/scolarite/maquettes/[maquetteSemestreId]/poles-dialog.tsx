"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input, Select, Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { savePoles } from "@/lib/maquette/actions";
import type { Poles } from "@/lib/maquette/poles";
import type { UeMaquette } from "@/lib/maquette/queries";
import styles from "../../scolarite.module.css";

interface Props {
  readonly ue: UeMaquette | null;
  readonly decidee: boolean;
  readonly onClose: () => void;
}

const ecrit = (poles: Poles): string =>
  poles ? `ressources ${poles.ressource} %, SAÉ ${poles.sae} %` : "une seule moyenne pondérée";

export function PolesDialog({ ue, decidee, onClose }: Props) {
  return (
    <Dialog open={ue !== null} onClose={onClose} titre={ue ? `Pôles de ${ue.court}` : "Pôles"}>
      {ue && <PolesForm key={ue.id} ue={ue} decidee={decidee} onClose={onClose} />}
    </Dialog>
  );
}

function PolesForm({ ue, decidee, onClose }: Props & { readonly ue: UeMaquette }) {
  const [deux, setDeux] = useState(ue.poles !== null);
  const { envoyer, enCours, resultat, erreurs } = useEnvoi(savePoles, onClose);
  const conflit =
    resultat?.ok === false && resultat.code === "conflit" ? (resultat.detail as { actuel: Poles }).actuel : undefined;

  return (
    <form
      className={styles.formulaire}
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        const champs = new FormData(e.currentTarget);
        const nombre = (nom: string) => Number(champs.get(nom) || Number.NaN);
        envoyer({
          ueId: ue.id,
          lus: conflit === undefined ? ue.poles : conflit,
          poles: deux ? { ressource: nombre("ressource"), sae: nombre("sae") } : null,
          motif: String(champs.get("motif") ?? ""),
        });
      }}
    >
      <Select
        label="Calcul de la moyenne"
        value={deux ? "deux" : "une"}
        onChange={(e) => setDeux(e.target.value === "deux")}
      >
        <option value="deux">Deux pôles pondérés</option>
        <option value="une">Une seule moyenne pondérée</option>
      </Select>
      {deux && (
        <div className={styles.colonnes}>
          <Input
            label="Pôle ressources (%)"
            name="ressource"
            inputMode="numeric"
            defaultValue={ue.poles?.ressource ?? 50}
            erreur={erreurs["poles.ressource"] ?? erreurs.poles}
          />
          <Input
            label="Pôle SAÉ (%)"
            name="sae"
            inputMode="numeric"
            defaultValue={ue.poles?.sae ?? 50}
            erreur={erreurs["poles.sae"]}
          />
        </div>
      )}
      <p className={styles.petit}>De 40 à 60 % chacun, 100 à eux deux (règlement, point 2.5).</p>
      {(decidee || ue.confirmee !== null) && (
        <Textarea
          label="Motif"
          name="motif"
          erreur={erreurs.motif}
          aide={decidee ? "Un jury a déjà décidé avec ces pôles." : "Cette UE est confirmée."}
        />
      )}
      {resultat?.ok === false && Object.keys(erreurs).length === 0 && (
        <Notice ton={conflit === undefined ? "danger" : "attention"} role="alert">
          {resultat.message}
          {conflit !== undefined && ` Enregistré : ${ecrit(conflit)}. Enregistrez encore pour les remplacer.`}
        </Notice>
      )}
      <div className={styles.ligne}>
        <Button type="submit" aspect="principal" disabled={enCours}>
          Enregistrer les pôles
        </Button>
        <Button onClick={onClose}>Annuler</Button>
      </div>
    </form>
  );
}
