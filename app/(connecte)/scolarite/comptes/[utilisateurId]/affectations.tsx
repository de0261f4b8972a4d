"use client";
import { useState } from "react";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/field";
import { useEnvoi } from "@/components/use-envoi";
import { insertAffectation, removeAffectation } from "@/lib/comptes/actions";
import type { CompteGere } from "@/lib/comptes/queries";
import styles from "../../scolarite.module.css";
import page from "../comptes.module.css";

export function Affectations({ compte }: { readonly compte: CompteGere }) {
  const [classeId, setClasseId] = useState("");
  const ajout = useEnvoi(insertAffectation);
  const retrait = useEnvoi(removeAffectation);
  const classe = compte.classes.find((c) => c.id === classeId);
  return (
    <Card aria-labelledby="affectations">
      <div className={styles.formulaire}>
        <h2 id="affectations">Éléments confiés</h2>
        <form
          className={styles.formulaire}
          noValidate
          onSubmit={(e) => {
            e.preventDefault();
            const elementId = String(new FormData(e.currentTarget).get("element") ?? "");
            ajout.envoyer({ utilisateurId: compte.id, semestreId: classeId, elementId });
          }}
        >
          <div className={styles.colonnes}>
            <Select
              label="Classe"
              value={classeId}
              erreur={ajout.erreurs.semestreId}
              onChange={(e) => {
                setClasseId(e.target.value);
                ajout.oublier();
              }}
            >
              <option value="">À choisir</option>
              {compte.classes.map((c) => (
                <option key={c.id} value={c.id}>
                  {c.titre}
                </option>
              ))}
            </Select>
            {classe && (
              <Select label="Élément" name="element" key={classe.id} erreur={ajout.erreurs.elementId}>
                <option value="">À choisir</option>
                {classe.elements.map((e) => (
                  <option key={e.id} value={e.id}>
                    {e.titre}
                  </option>
                ))}
              </Select>
            )}
          </div>
          <RefusGeneral resultat={ajout.resultat} />
          <div className={styles.ligne}>
            <Button type="submit" disabled={ajout.enCours}>
              Confier l'élément
            </Button>
          </div>
        </form>
        <RefusGeneral resultat={retrait.resultat} />
        <ul className={styles.liste}>
          {compte.affectations.map((a) => (
            <li key={a.id} className={page.ligne}>
              <span>
                <strong>{a.element}</strong> <span className={styles.petit}>{a.classe}</span>
              </span>
              <Button
                petit
                aria-label={`Retirer ${a.element}, ${a.classe}`}
                disabled={retrait.enCours}
                onClick={() => retrait.envoyer({ utilisateurId: compte.id, id: a.id })}
              >
                Retirer
              </Button>
            </li>
          ))}
          {compte.affectations.length === 0 && <li className={styles.doux}>Aucun élément pour l'instant.</li>}
        </ul>
      </div>
    </Card>
  );
}
