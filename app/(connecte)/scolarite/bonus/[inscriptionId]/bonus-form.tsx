"use client";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { saveBonus } from "@/lib/bonus/actions";
import type { BonusInscription } from "@/lib/bonus/queries";
import { parseNoteActivite } from "@/lib/bonus/saisie";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import styles from "../../scolarite.module.css";

type Activite = BonusInscription["activites"][number];

/** En texte, tel que tapé : un refus le garde tel quel. */
export interface SaisieBonus {
  readonly activite: string;
  readonly pourcentage: string;
  readonly note: string;
}

interface Props {
  readonly inscriptionId: string;
  readonly corrige: Activite | null;
  readonly saisie: SaisieBonus;
  readonly onSaisie: (saisie: SaisieBonus) => void;
  readonly onFin: (message: string) => void;
}

function aideNote(note: string): string {
  if (note === "") return "Au-dessus de 10, chaque demi-point vaut 0,25 %.";
  const lue = parseNoteActivite(note);
  return lue.ok ? `Vaut un bonus de ${formatCourt(lue.pourcent)} %.` : lue.message;
}

export function BonusForm({ inscriptionId, corrige, saisie, onSaisie, onFin }: Props) {
  const router = useRouter();
  const { envoyer, enCours, resultat, erreurs, oublier } = useEnvoi(saveBonus, () =>
    onFin("C'est enregistré : les moyennes en tiennent compte."),
  );
  const envoi = (lu: { id: string; version: number } | null) => envoyer({ inscriptionId, lu, ...saisie });
  const change = (champ: Partial<SaisieBonus>) => {
    oublier();
    onSaisie({ ...saisie, ...champ });
  };
  const actuel =
    resultat?.ok === false && resultat.code === "conflit"
      ? (resultat.detail as { actuel: Activite | null }).actuel
      : undefined;
  const monBonus = saisie.note === "" ? `${saisie.pourcentage} %` : `note de ${saisie.note}`;

  return (
    <Card aria-labelledby="saisie">
      <form
        className={styles.formulaire}
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          envoi(corrige && { id: corrige.id, version: corrige.version });
        }}
      >
        <h2 id="saisie">{corrige ? `Corriger « ${corrige.activite} »` : "Ajouter un bonus"}</h2>
        <Input
          label="Activité"
          name="activite"
          list="activites-connues"
          value={saisie.activite}
          erreur={erreurs.activite}
          onChange={(e) => change({ activite: e.target.value })}
        />
        <datalist id="activites-connues">
          <option value="Sport" />
          <option value="Culture" />
          <option value="Engagement étudiant" />
        </datalist>
        <div className={styles.colonnes}>
          <Input
            label="Pourcentage"
            name="pourcentage"
            inputMode="decimal"
            autoComplete="off"
            aide="0, ou de 0,25 à 5, par pas de 0,25."
            value={saisie.pourcentage}
            erreur={erreurs.pourcentage}
            onChange={(e) => change({ pourcentage: e.target.value, note: "" })}
          />
          <Input
            label="Ou note sur 20"
            name="note"
            inputMode="decimal"
            autoComplete="off"
            aide={aideNote(saisie.note)}
            value={saisie.note}
            erreur={erreurs.note}
            onChange={(e) => change({ note: e.target.value, pourcentage: "" })}
          />
        </div>
        {resultat?.ok === false && actuel === undefined && Object.keys(erreurs).length === 0 && (
          <Notice ton="danger" role="alert">
            {resultat.message}
          </Notice>
        )}
        {resultat?.ok === false && actuel !== undefined && (
          <Notice ton="attention" role="alert">
            <p>{resultat.message}</p>
            <p>
              Enregistré : <strong>{actuel ? `${actuel.activite}, ${formatCourt(actuel.pourcent)} %` : "rien"}</strong>{" "}
              · votre saisie :{" "}
              <strong>
                {saisie.activite}, {monBonus}
              </strong>
            </p>
            <p className={styles.ligne}>
              <Button
                petit
                onClick={() => {
                  onFin("Votre saisie est abandonnée : ce qui était enregistré reste.");
                  router.refresh();
                }}
              >
                Garder ce qui est enregistré
              </Button>
              <Button petit onClick={() => envoi(actuel && { id: actuel.id, version: actuel.version })}>
                Remplacer par ma saisie
              </Button>
            </p>
          </Notice>
        )}
        <div className={styles.ligne}>
          <Button type="submit" aspect="principal" disabled={enCours}>
            {enCours ? "Enregistrement…" : "Enregistrer le bonus"}
          </Button>
          {corrige && <Button onClick={() => onFin("")}>Annuler</Button>}
        </div>
      </form>
    </Card>
  );
}
