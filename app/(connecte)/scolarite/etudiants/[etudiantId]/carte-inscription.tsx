"use client";
import Link from "next/link";
import { RefusGeneral } from "@/components/refus-general";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useEnvoi } from "@/components/use-envoi";
import { ETATS_INSCRIPTION } from "@/lib/libelles";
import { saveSuivi } from "@/lib/scolarite/etudiants/actions";
import type { InscriptionAdministrative } from "@/lib/scolarite/etudiants/queries";
import { EtatSemestre } from "../../etat-semestre";
import styles from "../../scolarite.module.css";
import { ChoixSuivi, suiviChoisi } from "./choix-suivi";
import { Dispenses } from "./dispenses";
import { EtatForm } from "./etat-form";
import page from "./inscription.module.css";

interface Props {
  readonly inscription: InscriptionAdministrative;
  readonly ouvert: boolean;
}

export function CarteInscription({ inscription: i, ouvert }: Props) {
  return (
    <Card aria-labelledby={`i-${i.id}`}>
      <div className={styles.formulaire}>
        <div className={styles.ligne}>
          <h2 id={`i-${i.id}`}>{i.titre}</h2>
          <EtatSemestre etat={i.etatSemestre} />
          <Badge ton={i.etat === "I" ? "neutre" : "attention"}>{ETATS_INSCRIPTION[i.etat]}</Badge>
        </div>
        <p className={styles.doux}>
          {i.programme ?? "Programme à choisir"}
          {i.groupes.length > 0 && ` · ${i.groupes.map((g) => g.nom).join(", ")}`} ·{" "}
          <Link href={`/scolarite/bonus/${i.id}`}>Bonus</Link>
        </p>
        {i.dispenses.length > 0 && (
          <ul className={styles.liste}>
            {i.dispenses.map((d) => (
              <li key={d.id}>
                Dispense de <strong>{d.competence}</strong> : {d.motif}
              </li>
            ))}
          </ul>
        )}
        {ouvert && (
          <div className={page.gestes}>
            <Suivi inscription={i} />
            <details>
              <summary>Changer l'état (démission, défaillance)</summary>
              <EtatForm key={i.etat} inscription={i} />
            </details>
            <details>
              <summary>Dispenses d'UE</summary>
              <Dispenses inscription={i} />
            </details>
          </div>
        )}
      </div>
    </Card>
  );
}

function Suivi({ inscription: i }: { readonly inscription: InscriptionAdministrative }) {
  const { envoyer, enCours, resultat, erreurs } = useEnvoi(saveSuivi);
  if (!i.classe) return null;
  return (
    <details>
      <summary>Changer le programme ou les groupes</summary>
      <form
        className={styles.formulaire}
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          envoyer({ inscriptionId: i.id, ...suiviChoisi(e.currentTarget) });
        }}
      >
        <ChoixSuivi
          classe={i.classe}
          programme={i.maquetteSemestreId ?? ""}
          groupeIds={i.groupes.map((g) => g.id)}
          erreur={erreurs.maquetteSemestreId}
        />
        <RefusGeneral resultat={resultat} />
        <div className={styles.ligne}>
          <Button type="submit" disabled={enCours}>
            Enregistrer le suivi
          </Button>
          <span role="status">{resultat?.ok && "Enregistré."}</span>
        </div>
      </form>
    </details>
  );
}
