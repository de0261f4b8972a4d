"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { removeBonus } from "@/lib/bonus/actions";
import type { BonusInscription } from "@/lib/bonus/queries";
import { parseNoteActivite, parsePourcentage } from "@/lib/bonus/saisie";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { pourcentBonus } from "@/lib/but/regles/bonus";
import styles from "../../scolarite.module.css";
import page from "./bonus-etudiant.module.css";
import { BonusForm, type SaisieBonus } from "./bonus-form";
import { EffetsUes } from "./effets-ues";

type Activite = BonusInscription["activites"][number];

const VIDE: SaisieBonus = { activite: "", pourcentage: "", note: "" };

interface Props {
  readonly vue: BonusInscription;
  readonly ouvert: boolean;
}

/** Les activités, la saisie et les UE dans un même écran : ce qu'on tape bouge les moyennes avant d'être enregistré. */
export function BonusEtudiant({ vue, ouvert }: Props) {
  const router = useRouter();
  const [saisie, setSaisie] = useState<SaisieBonus>(VIDE);
  const [corrige, setCorrige] = useState<Activite | null>(null);
  const [fait, setFait] = useState("");
  const retrait = useEnvoi(removeBonus, () => {
    recommencer();
    setFait("Bonus retiré : les moyennes sont recalculées.");
  });

  function recommencer() {
    setSaisie(VIDE);
    setCorrige(null);
  }

  const lu = saisie.note === "" ? parsePourcentage(saisie.pourcentage) : parseNoteActivite(saisie.note);
  const autres = vue.activites.filter((a) => a.id !== corrige?.id);
  const enregistre = pourcentBonus(vue.activites, vue.regle);
  const essai = lu.ok
    ? pourcentBonus([...autres, { activite: saisie.activite, pourcent: lu.pourcent }], vue.regle)
    : null;

  return (
    <div className={page.ecran}>
      <div className={styles.formulaire}>
        <Card aria-labelledby="enregistres">
          <div className={styles.formulaire}>
            <h2 id="enregistres">Bonus enregistré : {formatCourt(enregistre)} %</h2>
            {vue.activites.length === 0 && <p className={styles.doux}>Aucune activité pour l'instant.</p>}
            <ul className={styles.liste}>
              {vue.activites.map((a) => (
                <li key={a.id} className={styles.ligne}>
                  <strong>{a.activite}</strong>
                  <span>{formatCourt(a.pourcent)} %</span>
                  {ouvert && (
                    <>
                      <Button
                        petit
                        aria-label={`Corriger ${a.activite}`}
                        onClick={() => {
                          setCorrige(a);
                          setFait("");
                          setSaisie({ activite: a.activite, pourcentage: formatCourt(a.pourcent), note: "" });
                        }}
                      >
                        Corriger
                      </Button>
                      <Button
                        petit
                        aspect="discret"
                        aria-label={`Retirer ${a.activite}`}
                        disabled={retrait.enCours}
                        onClick={() => retrait.envoyer({ inscriptionId: vue.id, id: a.id, version: a.version })}
                      >
                        Retirer
                      </Button>
                    </>
                  )}
                </li>
              ))}
            </ul>
            {retrait.resultat?.ok === false && (
              <Notice ton="danger" role="alert">
                {retrait.resultat.message}{" "}
                <Button
                  petit
                  onClick={() => {
                    retrait.oublier();
                    router.refresh();
                  }}
                >
                  Relire la page
                </Button>
              </Notice>
            )}
          </div>
        </Card>
        {ouvert && (
          <BonusForm
            key={corrige?.id ?? "nouveau"}
            inscriptionId={vue.id}
            corrige={corrige}
            saisie={saisie}
            onSaisie={(nouvelle) => {
              setSaisie(nouvelle);
              setFait("");
            }}
            onFin={(message) => {
              recommencer();
              setFait(message);
            }}
          />
        )}
      </div>
      <div className={styles.formulaire}>
        <EffetsUes vue={vue} enregistre={enregistre} essai={essai === enregistre ? null : essai} />
        <div role="status">{fait && <Notice ton="succes">{fait}</Notice>}</div>
      </div>
    </div>
  );
}
