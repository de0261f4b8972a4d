"use client";
import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { useEnvoi } from "@/components/use-envoi";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { saveCoefficient } from "@/lib/maquette/actions";
import type { CelluleMaquette } from "@/lib/maquette/queries";
import styles from "./cellule-coefficient.module.css";
import type { DemandeMotif } from "./motif-dialog";

interface Props {
  readonly cellule: CelluleMaquette;
  readonly nom: string;
  readonly ouvert: boolean;
  /** Pourquoi ce changement a besoin d'un motif ; faux quand il n'en a pas besoin. */
  readonly motif: string | false | null | "";
  readonly onMotif: (demande: DemandeMotif) => void;
}

export function CelluleCoefficient({ cellule, nom, ouvert, motif, onMotif }: Props) {
  const id = useId();
  const router = useRouter();
  /** null : la case montre ce qui est enregistré. */
  const [saisie, setSaisie] = useState<string | null>(null);
  const { envoyer, enCours, resultat, oublier } = useEnvoi(saveCoefficient, () => setSaisie(null));
  const enregistre = formatCourt(cellule.valeur);
  const conflit =
    resultat?.ok === false && resultat.code === "conflit"
      ? (resultat.detail as { actuel: number; version: number } | null)
      : null;
  const refus = resultat?.ok === false ? messageDe(resultat) : null;

  function rendre() {
    setSaisie(null);
    oublier();
  }

  function enregistrer(version = cellule.version) {
    if (saisie === null || enCours) return;
    if (saisie.trim() === enregistre && version === cellule.version) return rendre();
    const envoi = (pourquoi: string) => envoyer({ id: cellule.id, version, valeur: saisie, motif: pourquoi });
    if (!motif) return envoi("");
    // Une saisie déjà refusée se corrige d'abord ; la demander deux fois ne dirait rien de plus.
    if (refus !== null && conflit === null) return;
    onMotif({ titre: `${nom} : ${enregistre} → ${saisie}`, raison: motif, envoyer: envoi, annuler: rendre });
  }

  return (
    <div className={styles.cellule}>
      {ouvert ? (
        <span className={styles.saisie}>
          <input
            className={styles.champ}
            aria-label={nom}
            aria-describedby={refus ? `${id}-refus` : undefined}
            aria-invalid={refus ? true : undefined}
            inputMode="decimal"
            autoComplete="off"
            value={saisie ?? enregistre}
            onChange={(e) => {
              setSaisie(e.target.value);
              oublier();
            }}
            onBlur={() => conflit === null && refus === null && enregistrer()}
            onKeyDown={(e) => {
              if (e.key === "Enter") enregistrer();
              if (e.key === "Escape") rendre();
            }}
          />
          <span className={styles.etat} role="status">
            {enCours && "…"}
            {!enCours && resultat?.ok && (
              <>
                <Check size={16} aria-hidden="true" />
                <span className="lecteur-seul">Enregistré</span>
              </>
            )}
          </span>
        </span>
      ) : (
        <span className={styles.lu}>{enregistre}</span>
      )}
      {refus && (
        <span className={styles.refus} id={`${id}-refus`} role="alert">
          {refus}
        </span>
      )}
      {conflit && (
        <span className={styles.gestes}>
          <Button
            petit
            onClick={() => {
              rendre();
              router.refresh();
            }}
          >
            Garder {formatCourt(conflit.actuel)}
          </Button>
          <Button petit onClick={() => enregistrer(conflit.version)}>
            Remplacer
          </Button>
        </span>
      )}
      {cellule.heures && <span className={styles.heures}>{cellule.heures}</span>}
      {cellule.imprime && <span className={styles.heures}>imprimé {cellule.imprime}</span>}
    </div>
  );
}

function messageDe({ message, detail }: { readonly message: string; readonly detail: unknown }): string {
  const champs = detail as { valeur?: string; motif?: string } | null;
  return champs?.valeur ?? champs?.motif ?? message;
}
