"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { A_CONFIRMER } from "@/lib/libelles";
import { confirmUes } from "@/lib/maquette/actions";
import type { MaquetteSemestreLu, UeMaquette } from "@/lib/maquette/queries";
import styles from "../../scolarite.module.css";
import { PolesDialog } from "./poles-dialog";
import page from "./ues.module.css";

interface Props {
  readonly vue: MaquetteSemestreLu;
  readonly ouvert: boolean;
  readonly decidee: boolean;
}

/** Les UE du semestre : ECTS, pôles, et ce que le département a confirmé. */
export function Ues({ vue, ouvert, decidee }: Props) {
  const [change, setChange] = useState<UeMaquette | null>(null);
  const { envoyer, enCours, resultat } = useEnvoi(confirmUes);
  const confirmer = (ues: readonly UeMaquette[]) =>
    envoyer({
      maquetteSemestreId: vue.id,
      ues: ues.map((u) => ({
        id: u.id,
        poles: u.poles,
        coefficients: vue.elements
          .flatMap((e) => e.cellules)
          .filter((c) => c.ueId === u.id)
          .map(({ id, version }) => ({ id, version })),
      })),
    });
  const restantes = vue.ues.filter((u) => u.confirmee === null);

  return (
    <section className={styles.formulaire} aria-labelledby="ues">
      <div className={page.entete}>
        <h2 id="ues">
          {vue.ues.length} UE, {vue.ues.reduce((somme, u) => somme + u.ects, 0)} ECTS
        </h2>
        {ouvert && restantes.length > 0 && (
          <Button aspect="principal" disabled={enCours} onClick={() => confirmer(restantes)}>
            Confirmer tout le semestre
          </Button>
        )}
      </div>
      <div role="status">
        {resultat?.ok && restantes.length === 0 && (
          <Notice ton="succes">Tous les coefficients et pôles de ce semestre sont confirmés.</Notice>
        )}
      </div>
      {resultat?.ok === false && (
        <Notice ton="danger" role="alert">
          {resultat.message}
        </Notice>
      )}
      <ul className={page.ues}>
        {vue.ues.map((u) => (
          <li key={u.id}>
            <Card className={page.ue}>
              <h3>{u.court}</h3>
              <p className={styles.petit}>{u.titre}</p>
              {u.imprimeAutrement && <p className={styles.petit}>Imprimé : « {u.titreImprime} »</p>}
              {u.mentionImprimee && <p className={styles.petit}>Imprimé en plus : {u.mentionImprimee}</p>}
              <p>
                <strong>{u.ects} ECTS</strong> ·{" "}
                {u.poles ? `ressources ${u.poles.ressource} %, SAÉ ${u.poles.sae} %` : "une seule moyenne pondérée"}
              </p>
              <p>
                {u.confirmee ? (
                  <span className={styles.petit}>Confirmée le {u.confirmee}</span>
                ) : (
                  <span className={page.marque}>{A_CONFIRMER}</span>
                )}
              </p>
              {ouvert && (
                <p className={page.gestes}>
                  <Button petit aria-label={`Changer les pôles de ${u.court}`} onClick={() => setChange(u)}>
                    Changer les pôles
                  </Button>
                  {u.confirmee === null && (
                    <Button
                      petit
                      aspect="discret"
                      aria-label={`Confirmer ${u.court}`}
                      disabled={enCours}
                      onClick={() => confirmer([u])}
                    >
                      Confirmer
                    </Button>
                  )}
                </p>
              )}
            </Card>
          </li>
        ))}
      </ul>
      <PolesDialog ue={change} decidee={decidee} onClose={() => setChange(null)} />
    </section>
  );
}
